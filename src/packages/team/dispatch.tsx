import { useRouter } from '@tarojs/taro'
import { useRead } from '../../cloud/useRead'
import { Candidates } from '../../features/booking/Candidates'
import { routes } from '../../routes'
import { dispatchText } from '../../text/dispatch'
import { titles } from '../../text/titles'
import { Button } from '../../ui/Button'
import { Screen } from '../../ui/Screen'
import { Empty } from '../../ui/StateView'

/** Who could do a booking that nobody has claimed: a leader asks them, or sends one. */
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
