import { BookingPages } from '../../../features/booking/BookingPages'
import { routes } from '../../../routes'
import { bookingListText } from '../../../text/booking'
import { claimerNextText } from '../../../text/bookingState'
import { shiftText } from '../../../text/shift'
import { titles } from '../../../text/titles'
import { Button } from '../../../ui/Button'
import { Row, Rows } from '../../../ui/Row'
import { Screen } from '../../../ui/Screen'
import { Empty } from '../../../ui/StateView'

const { title, text, action } = bookingListText.claimedEmpty

/** What I have claimed as a volunteer. */
export default function MyClaims() {
  return (
    <Screen title={titles.myClaims}>
      <BookingPages
        scope='claimed'
        next={claimerNextText}
        empty={
          <Empty title={title} text={text}>
            <Button look='pine' to={routes.hall}>
              {action}
            </Button>
          </Empty>
        }
      />
      <Rows>
        <Row icon='team' title={shiftText.mine} detail={shiftText.mineDetail} to={routes.myShifts} />
      </Rows>
    </Screen>
  )
}
