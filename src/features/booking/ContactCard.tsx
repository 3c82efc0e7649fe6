import type { BookingDetail } from '#contract/booking'
import { stepText } from '../../text/booking'
import { phoneWords } from '../../text/phone'
import { Box } from '../../ui/Box'
import { CallButton } from '../../ui/CallButton'
import { Card } from '../../ui/Card'
import { Cell } from '../../ui/Row'

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
