import { bookingFormText } from '#text/booking/bookingForm'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import './AfterBooking.scss'

/** Lists what happens after the booking is sent, in order. */
export function AfterBooking({ steps }: { steps: readonly string[] }) {
  return (
    <Box tag='section' className='after'>
      <Heading>{bookingFormText.nextTitle}</Heading>
      <Box tag='ol' className='after-list'>
        {steps.map((sentence, index) => (
          <Box tag='li' key={sentence} className='after-line'>
            <Box className='after-number' silent>
              {index + 1}
            </Box>
            <Box className='after-words'>{sentence}</Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
