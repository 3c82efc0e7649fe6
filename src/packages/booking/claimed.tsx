import { BookingPages } from '#features/booking/list/BookingPages'
import { routes } from '#routes'
import { bookingListText } from '#text/booking/bookingList'
import { claimerNext } from '#text/booking/bookingState'
import { titles } from '#text/shared/titles'
import { shiftText } from '#text/shift/shift'
import { Button } from '#ui/button/Button'
import { Screen } from '#ui/page/Screen'
import { Empty } from '#ui/page/StateView'
import { ListRow, ListRows } from '#ui/show/Row'

const { title, text, action } = bookingListText.claimedEmpty

/** The viewer's claims. */
export default function MyClaims() {
  return (
    <Screen title={titles.myClaims}>
      <BookingPages
        scope='claimed'
        next={claimerNext}
        empty={
          <Empty title={title} text={text} drawing='tools'>
            <Button look='pine' to={routes.hall}>
              {action}
            </Button>
          </Empty>
        }
      />
      <ListRows>
        <ListRow icon='team' title={shiftText.mine} detail={shiftText.mineDetail} to={routes.myShifts} />
      </ListRows>
    </Screen>
  )
}
