import type { MemberId } from '#contract/shared/scalars'
import { behalfAt, bookingRequestAt, routes } from '#routes'
import { behalfText as words } from '#text/member/behalf'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ListRow, ListRows } from '#ui/show/Row'

/** What can be done for somebody, and what they have under way. */
export function ActRows({ memberId }: { memberId: MemberId }) {
  return (
    <>
      <Box tag='section' className='stack-tight'>
        <Heading>{words.doTitle}</Heading>
        <ListRows>
          <ListRow
            icon='repair'
            title={words.book}
            detail={words.bookDetail}
            to={bookingRequestAt('', memberId)}
          />
          <ListRow
            icon='activities'
            title={words.join}
            detail={words.joinDetail}
            to={behalfAt(routes.activityChoice, memberId)}
          />
          <ListRow
            title={words.vacancies}
            detail={words.vacanciesDetail}
            to={behalfAt(routes.vacancies, memberId)}
          />
          <ListRow
            icon='stamp'
            title={words.file}
            detail={words.fileDetail}
            to={behalfAt(routes.requestFile, memberId)}
          />
        </ListRows>
      </Box>
      <Box tag='section' className='stack-tight'>
        <Heading>{words.seeTitle}</Heading>
        <ListRows>
          <ListRow title={words.bookings} to={behalfAt(routes.myBookings, memberId)} />
          <ListRow title={words.signups} to={behalfAt(routes.mySignups, memberId)} />
          <ListRow title={words.requests} to={behalfAt(routes.myRequests, memberId)} />
          <ListRow title={words.relatives} to={behalfAt(routes.dependents, memberId)} />
        </ListRows>
      </Box>
    </>
  )
}
