import type { ServiceKind } from '#contract/community'
import { bookingFormText } from '#text/booking/bookingForm'
import { ManyChoice } from '#ui/choice/ManyChoice'
import { ParagraphField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { type BookingDraft, type BookingWords, type OnChoose, saidIn, withSentence } from './bookingDraft'

export interface BookingDescriptionProps {
  draft: BookingDraft
  /** Absent while none is chosen. */
  kind: Pick<ServiceKind, 'asks' | 'sentences'> | undefined
  onChoose: OnChoose
  onWrite: (words: Partial<BookingWords>) => void
  error: string | undefined
}

/** Asks what is to be done: sentences of the kind to tap, and a field that holds them, for own words as well. */
export function BookingDescription({ draft, kind, onChoose, onWrite, error }: BookingDescriptionProps) {
  const { asks, sentences = [] } = kind ?? {}
  const said = saidIn(draft.description)
  return (
    <Box className='stack-tight'>
      <Maybe>
        {sentences.length > 0 && (
          <ManyChoice
            label={bookingFormText.sentences}
            options={sentences.map((sentence) => ({ value: sentence, title: sentence }))}
            chosen={sentences.filter((sentence) => said.includes(sentence))}
            onToggle={(sentence) => onChoose((now) => withSentence(now, sentence))}
          />
        )}
      </Maybe>
      <Maybe>
        <ParagraphField
          // The field keeps its own text: with words that were tapped it begins anew.
          key={draft.filled ?? 0}
          label={bookingFormText.description}
          hint={bookingFormText.descriptionHint(asks, sentences.length > 0)}
          initial={draft.description}
          maxLength={300}
          onText={(description) => onWrite({ description })}
          error={error}
        />
      </Maybe>
    </Box>
  )
}
