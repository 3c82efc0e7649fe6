import { BookingsOf, OwnBookings } from '#features/booking/list/OwnBookings'
import { ForWhom } from '#features/member/proxy/ForWhom'
import { titles } from '#text/shared/titles'
import { Screen } from '#ui/page/Screen'

/** The viewer's bookings, or those of a member for whom they act. */
export default function MyBookings() {
  return (
    <Screen title={titles.myBookings}>
      <ForWhom>{(principal) => (principal ? <BookingsOf principal={principal} /> : <OwnBookings />)}</ForWhom>
    </Screen>
  )
}
