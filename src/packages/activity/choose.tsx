import { ActivityMonths } from '#features/activity/detail/ActivityMonths'
import { ForWhom } from '#features/member/proxy/ForWhom'
import { behalfText } from '#text/member/behalf'
import { titles } from '#text/shared/titles'
import { Screen } from '#ui/page/Screen'
import { Box } from '#ui/show/Box'

/** The community's activities, to sign somebody up for one. */
export default function ChooseActivity() {
  return (
    <Screen title={titles.activityChoice}>
      <ForWhom>
        {(principal) => (
          <Box className='stack'>
            {principal && <Box className='strong'>{behalfText.chooseLead(principal.name)}</Box>}
            <ActivityMonths actingFor={principal?.memberId} />
          </Box>
        )}
      </ForWhom>
    </Screen>
  )
}
