import { dispatchOf } from '#routes'
import { dispatchText } from '#text/booking/dispatch'
import { Button } from '#ui/button/Button'

/** The leader's way to who could do it. */
export function DispatchStep({ bookingId }: { bookingId: string }) {
  return (
    <Button look='pine' to={dispatchOf(bookingId)}>
      {dispatchText.way}
    </Button>
  )
}
