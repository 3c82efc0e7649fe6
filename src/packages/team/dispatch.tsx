import { useRouter } from '@tarojs/taro'
import { useRead } from '#cloud/call/useRead'
import { Candidates } from '#features/booking/lead/Candidates'
import { routes } from '#routes'
import { dispatchText } from '#text/booking/dispatch'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Screen } from '#ui/page/Screen'
import { Empty } from '#ui/page/StateView'

/** The candidates for an open booking. A leader invites some of them, or dispatches one. */
export default function Dispatch() {
  const bookingId = useRouter().params.id ?? ''
  const [community] = useRead('community.get', {})
  const { title, text, action } = dispatchText.noId
  return (
    <Screen title={titles.dispatch}>
      {bookingId === '' ? (
        <Empty title={title} text={text}>
          <Button to={routes.lead}>{action}</Button>
        </Empty>
      ) : (
        <Candidates
          bookingId={bookingId}
          community={community.state === 'ready' ? community.data : undefined}
        />
      )}
    </Screen>
  )
}
