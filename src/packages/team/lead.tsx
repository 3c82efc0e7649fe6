import { useRead } from '#cloud/call/useRead'
import { AtRiskBookings } from '#features/booking/lead/AtRiskBookings'
import { ForgottenBookings } from '#features/booking/lead/ForgottenBookings'
import { holdsRole, isLeaderOf, seesUnclaimed } from '#features/member/own/rolesHeld'
import { routes } from '#routes'
import { leadText } from '#text/booking/dispatch'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'

/** The work of a leader: bookings that nobody has claimed, and forgotten check-outs. */
export default function Lead() {
  const [me, retry] = useRead('member.me', {})
  const [community] = useRead('community.get', {})
  const shared = community.state === 'ready' ? community.data : undefined
  const { title, text, action } = leadText.notLeading
  return (
    <Screen title={titles.lead}>
      <StateView of={me} onRetry={retry}>
        {(mine) => {
          const everywhere = holdsRole(mine, 'admin')
          const leads = (teamId: string) => everywhere || isLeaderOf(mine, teamId)
          if (!seesUnclaimed(mine))
            return (
              <Empty title={title} text={text}>
                <Button look='pine' to={routes.hall}>
                  {action}
                </Button>
              </Empty>
            )
          return (
            <Box className='stack'>
              <AtRiskBookings community={shared} leads={leads} />
              {(everywhere || holdsRole(mine, 'team_leader')) && <ForgottenBookings />}
            </Box>
          )
        }}
      </StateView>
    </Screen>
  )
}
