import { dispatchOf } from '#routes'
import { dispatchText } from '#text/booking/dispatch'
import { Button } from '#ui/button/Button'

/** A link for the leader to the booking's candidates. */
export function DispatchStep({ bookingId }: { bookingId: string }) {
  return (
    <Button look='pine' to={dispatchOf(bookingId)}>
      {dispatchText.way}
    </Button>
  )
}
