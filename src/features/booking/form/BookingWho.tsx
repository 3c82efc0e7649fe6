import type { Dependent } from '#contract/dependent'
import type { AppointedProxy } from '#contract/proxy'
import { bookingFormText } from '#text/booking/bookingForm'
import { Choice } from '#ui/choice/Choice'
import { type BookingDraft, type OnChoose, withWho } from './bookingDraft'

export interface BookingWhoProps {
  draft: BookingDraft
  dependents: readonly Dependent[]
  actsFor: readonly AppointedProxy[]
  onChoose: OnChoose
  error: string | undefined
}

const myself = ''

/** Asks for whom the booking is: the person, a relative, or a principal. Without a choice it shows nothing. */
export function BookingWho({ draft, dependents, actsFor, onChoose, error }: BookingWhoProps) {
  if (dependents.length === 0 && actsFor.length === 0) return null
  const whoOf = (chosen: string) => {
    if (chosen === myself) return {}
    const acting = actsFor.some(({ memberId }) => memberId === chosen)
    return acting ? { actingFor: chosen } : { forDependentId: chosen }
  }
  return (
    <Choice
      label={bookingFormText.who}
      options={[
        { value: myself, title: bookingFormText.myself },
        ...dependents.map(({ dependentId, name, relation }) => ({
          value: dependentId,
          title: name,
          detail: relation,
        })),
        ...actsFor.map(({ memberId, name }) => ({
          value: memberId,
          title: name,
          detail: bookingFormText.asProxy,
        })),
      ]}
      chosen={draft.actingFor ?? draft.forDependentId ?? myself}
      onChoose={(chosen) => onChoose((now) => withWho(now, whoOf(chosen)))}
      error={error}
    />
  )
}
