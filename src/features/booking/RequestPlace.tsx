import { requestText } from '../../text/bookingRequest'
import { Box } from '../../ui/Box'
import { Choice } from '../../ui/Choice'
import { TextField } from '../../ui/TextField'
import type { RequestDraft, RequestWords } from './requestDraft'

export interface RequestPlaceProps {
  draft: RequestDraft
  /** The person's own door in masked words; absent where it is not known. */
  household: string | undefined
  onChoose: (next: RequestDraft) => void
  onWrite: (words: Partial<RequestWords>) => void
  error: string | undefined
}

const places = [
  { value: 'home' as const, ...requestText.places.home },
  { value: 'accompany' as const, ...requestText.places.accompany },
]

/** Where: at home or out, and at which door; one's own unless another is written. */
export function RequestPlace({ draft, household, onChoose, onWrite, error }: RequestPlaceProps) {
  const elsewhere = household === undefined || draft.meet === 'elsewhere'
  return (
    <Box className='stack'>
      <Choice
        label={requestText.place}
        options={places}
        chosen={draft.place}
        onChoose={(place) => onChoose({ ...draft, place })}
      />
      {household !== undefined && (
        <Choice
          label={draft.place === 'home' ? requestText.door : requestText.meetingPoint}
          options={[
            { value: 'household' as const, title: requestText.household, detail: household },
            { value: 'elsewhere' as const, title: requestText.elsewhere },
          ]}
          chosen={draft.meet}
          onChoose={(meet) => onChoose({ ...draft, meet })}
        />
      )}
      {elsewhere && (
        <TextField
          label={requestText.address}
          hint={requestText.addressHint}
          initial={draft.address}
          maxLength={100}
          onText={(address) => onWrite({ address })}
          error={error}
        />
      )}
    </Box>
  )
}
