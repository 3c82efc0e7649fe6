import { bookingFormText } from '#text/booking/bookingForm'
import { ManyChoice } from '#ui/choice/ManyChoice'
import { TextField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { type BookingDraft, type BookingWords, type OnChoose, withNoRisk, withRisk } from './bookingDraft'

export interface BookingRisksProps {
  draft: BookingDraft
  /** What a volunteer usually has to mind with this kind of help. */
  hints: readonly string[]
  onChoose: OnChoose
  onWrite: (words: Partial<BookingWords>) => void
  error: string | undefined
}

const none = 'none'

/**
 * Asks what the volunteer should know before coming: hints to tap, nothing, or own words. Where there is no hint
 * nothing has to be said.
 */
export function BookingRisks({ draft, hints, onChoose, onWrite, error }: BookingRisksProps) {
  return (
    <Box className='stack-tight'>
      <Maybe>
        {hints.length > 0 && (
          <ManyChoice
            label={bookingFormText.risks}
            hint={bookingFormText.risksHint}
            options={[
              ...hints.map((hint) => ({ value: hint, title: hint })),
              { value: none, title: bookingFormText.noRisk },
            ]}
            chosen={draft.noRisk ? [none] : draft.risks}
            onToggle={(hint) => onChoose((now) => (hint === none ? withNoRisk(now) : withRisk(now, hint)))}
            error={error}
          />
        )}
      </Maybe>
      <TextField
        label={hints.length > 0 ? bookingFormText.riskWords : bookingFormText.risks}
        hint={bookingFormText.riskWordsHint}
        initial={draft.riskWords}
        optional
        maxLength={120}
        onText={(riskWords) => onWrite({ riskWords })}
      />
    </Box>
  )
}
