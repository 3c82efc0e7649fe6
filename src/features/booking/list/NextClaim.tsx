import type { BookingCard } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { routes } from '#routes'
import { claimerNext } from '#text/booking/bookingState'
import { homeText } from '#text/community/home'
import { Button } from '#ui/button/Button'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Heading } from '#ui/show/Heading'
import { ListRow, ListRows } from '#ui/show/Row'
import { BookingRow } from './BookingRow'
import { claimToDo } from './claimToDo'

export interface NextClaimProps {
  claims: readonly BookingCard[]
  /** Whether the viewer still volunteers. Who does not is shown what has begun, and nothing else. */
  volunteers: boolean
  now: Instant
}

/** Shows the volunteer's next claim. Without one it leads to the hall. */
export function NextClaim({ claims, volunteers, now }: NextClaimProps) {
  const next = claimToDo(claims)
  if (!volunteers && !next) return null
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{homeText.volunteerTitle}</Heading>
      {next ? (
        <ListRows>
          <BookingRow booking={next} now={now} next={claimerNext(next)} />
          <ListRow title={homeText.allClaims} to={routes.myClaims} />
          {volunteers && <ListRow title={homeText.toHall} to={routes.hall} />}
        </ListRows>
      ) : (
        <Card edge='pine'>
          <Box>{homeText.noClaim}</Box>
          <Button look='pine' to={routes.hall}>
            {homeText.toHall}
          </Button>
        </Card>
      )}
    </Box>
  )
}
