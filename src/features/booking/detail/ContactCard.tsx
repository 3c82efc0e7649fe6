import type { BookingDetail } from '#contract/booking'
import { bookingStepText } from '#text/booking/booking'
import { phoneWords } from '#text/member/phone'
import { CallButton } from '#ui/button/CallButton'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'

/** Shows the resident's door and telephone number. A tap calls the number. */
export function ContactCard({ contact }: { contact: NonNullable<BookingDetail['contact']> }) {
  const { door, phone, needs } = contact
  return (
    <Card title={bookingStepText.contactTitle} edge='pine'>
      <Box>
        <Cell name={bookingStepText.door}>{door}</Cell>
        {needs && <Cell name={bookingStepText.needs}>{needs}</Cell>}
        {!phone && <Cell name={bookingStepText.phone}>{bookingStepText.noPhone}</Cell>}
      </Box>
      {phone && <CallButton phone={phone} words={phoneWords(phone)} />}
      <Box className='soft small'>{bookingStepText.contactNote}</Box>
    </Card>
  )
}
