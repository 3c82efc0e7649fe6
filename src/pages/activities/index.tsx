import { useSignedIn } from '../../cloud/useSignedIn'
import { ActivityMonths } from '../../features/activity/ActivityMonths'
import { routes } from '../../routes'
import { activityListText } from '../../text/activity'
import { titles } from '../../text/titles'
import { Row, Rows } from '../../ui/Row'
import { Screen } from '../../ui/Screen'

/** What the community does together, by month and festival; open to visitors too. */
export default function Activities() {
  const signedIn = useSignedIn()
  return (
    <Screen title={titles.activities} tab='activities'>
      {signedIn && (
        <Rows>
          <Row
            icon='activities'
            title={activityListText.mine}
            detail={activityListText.mineDetail}
            to={routes.mySignups}
          />
        </Rows>
      )}
      <ActivityMonths />
    </Screen>
  )
}
