import { datesWords, mendWords } from '#text/activity/activityEditor'
import { Button } from '#ui/button/Button'
import { Box } from '#ui/show/Box'
import { type DatesRemark, isFault } from './planDates'

export interface DatesNoteProps {
  remark: DatesRemark
  now: number
  onMend: (mended: DatesRemark['mended']) => void
}

/** What is remarked of dates, where the field does not say it as its fault, and the one tap that puts it right. */
export function DatesNote({ remark, now, onMend }: DatesNoteProps) {
  const { what, at, to, mended, course } = remark
  return (
    <Box className='stack-tight'>
      {!isFault(remark) && <Box className='small'>{datesWords(what, at, now, course)}</Box>}
      <Button look='quiet' onPress={() => onMend(mended)}>
        {mendWords(what, to, now, course)}
      </Button>
    </Box>
  )
}

/** The fault that a field shows; a remark that is none stands below it. */
export const faultShown = (remark: DatesRemark | undefined, now: number): string | undefined =>
  remark && isFault(remark) ? datesWords(remark.what, remark.at, now, remark.course) : undefined
