import { BookingPages } from '../../../features/booking/BookingPages'
import { bookingRequest } from '../../../routes'
import { bookingListText } from '../../../text/booking'
import { requesterNextText } from '../../../text/bookingState'
import { titles } from '../../../text/titles'
import { Button } from '../../../ui/Button'
import { Screen } from '../../../ui/Screen'
import { Empty } from '../../../ui/StateView'

const { title, text, action } = bookingListText.mineEmpty

/** What I have booked, for myself and for my relatives. */
export default function MyBookings() {
  return (
    <Screen title={titles.myBookings}>
      <BookingPages
        scope='mine'
        next={requesterNextText}
        empty={
          <Empty title={title} text={text}>
            <Button to={bookingRequest()}>{action}</Button>
          </Empty>
        }
      />
    </Screen>
  )
}
