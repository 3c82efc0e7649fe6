import { useRead } from '#cloud/call/useRead'
import type { Instant } from '#contract/shared/scalars'
import { routes } from '#routes'
import { claimerNextText } from '#text/booking/bookingState'
import { homeText } from '#text/community/home'
import { Button } from '#ui/button/Button'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Heading } from '#ui/show/Heading'
import { ListRow, ListRows } from '#ui/show/Row'
import { BookingRow } from './BookingRow'
import { claimToDo } from './claimToDo'

/** Shows the volunteer's next claim. Without one it leads to the hall. */
export function NextClaim({ now }: { now: Instant }) {
  const [claimed, refresh] = useRead('booking.list', { scope: 'claimed', limit: 20 })
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{homeText.volunteerTitle}</Heading>
      <StateView of={claimed} onRetry={refresh}>
        {({ items }) => {
          const next = claimToDo(items)
          if (!next) {
            return (
              <Card edge='pine'>
                <Box>{homeText.noClaim}</Box>
                <Button look='pine' to={routes.hall}>
                  {homeText.toHall}
                </Button>
              </Card>
            )
          }
          return (
            <ListRows>
              <BookingRow booking={next} now={now} next={claimerNextText[next.state]} />
              <ListRow title={homeText.allClaims} to={routes.myClaims} />
              <ListRow title={homeText.toHall} to={routes.hall} />
            </ListRows>
          )
        }}
      </StateView>
    </Box>
  )
}
