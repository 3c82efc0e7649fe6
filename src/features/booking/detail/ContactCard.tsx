import type { BookingDetail } from '#contract/booking'
import { stepText } from '#text/booking/booking'
import { phoneWords } from '#text/member/phone'
import { CallButton } from '#ui/button/CallButton'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'

/** Door and phone of whoever asked for help, to be called by a tap. */
export function ContactCard({ contact }: { contact: NonNullable<BookingDetail['contact']> }) {
  const { door, phone, needs } = contact
  return (
    <Card title={stepText.contactTitle} edge='pine'>
      <Box>
        <Cell name={stepText.door}>{door}</Cell>
        {needs && <Cell name={stepText.needs}>{needs}</Cell>}
        {!phone && <Cell name={stepText.phone}>{stepText.noPhone}</Cell>}
      </Box>
      {phone && <CallButton phone={phone} words={phoneWords(phone)} />}
      <Box className='soft small'>{stepText.contactNote}</Box>
    </Card>
  )
}
