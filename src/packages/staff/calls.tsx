import { useRouter } from '@tarojs/taro'
import { useRead } from '#cloud/call/useRead'
import { CallList } from '#features/callList/CallList'
import { holdsRole } from '#features/member/own/rolesHeld'
import { routes } from '#routes'
import { callListText } from '#text/callList/callList'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'

const offices = ['coordinator', 'grid_worker', 'team_leader', 'admin'] as const
const { notStaff: words } = callListText

/** Whom the viewer has to telephone: of one matter, or of all that is their office. */
export default function Calls() {
  const { activity, booking, request } = useRouter().params
  const [me, refresh] = useRead('member.me', {})
  return (
    <Screen title={titles.calls}>
      <StateView of={me} onRetry={refresh}>
        {(person) =>
          offices.some((role) => holdsRole(person, role)) ? (
            <CallList
              matter={{
                ...(activity && { activityId: activity }),
                ...(booking && { bookingId: booking }),
                ...(request && { requestId: request }),
              }}
            />
          ) : (
            <Empty title={words.title} text={words.text}>
              <Button look='quiet' to={routes.inbox}>
                {words.action}
              </Button>
            </Empty>
          )
        }
      </StateView>
    </Screen>
  )
}
