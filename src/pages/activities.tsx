import { useSignedIn } from '#cloud/call/useSignedIn'
import { ActivityMonths } from '#features/activity/detail/ActivityMonths'
import { routes } from '#routes'
import { activityListText } from '#text/activity/activity'
import { titles } from '#text/shared/titles'
import { Screen } from '#ui/page/Screen'
import { ListRow, ListRows } from '#ui/show/Row'

/** The community's activities by month. Visitors see them too. */
export default function Activities() {
  const signedIn = useSignedIn()
  return (
    <Screen title={titles.activities} tab='activities'>
      <ListRows>
        {signedIn && (
          <ListRow
            icon='activities'
            title={activityListText.mine}
            detail={activityListText.mineDetail}
            to={routes.mySignups}
          />
        )}
        <ListRow
          icon='hands'
          title={activityListText.vacancies}
          detail={activityListText.vacanciesDetail}
          to={routes.vacancies}
        />
      </ListRows>
      <ActivityMonths />
    </Screen>
  )
}
