import { OwnBookings } from '#features/booking/list/OwnBookings'
import { titles } from '#text/shared/titles'
import { Screen } from '#ui/page/Screen'

/** The viewer's bookings. */
export default function MyBookings() {
  return (
    <Screen title={titles.myBookings}>
      <OwnBookings />
    </Screen>
  )
}
