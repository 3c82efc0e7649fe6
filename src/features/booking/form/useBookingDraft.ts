import { type HeldDraft, useDraft } from '#cloud/kept/useDraft'
import type { MemberId } from '#contract/shared/scalars'
import { emptyDraft, type RequestDraft, type RequestWords } from './bookingDraft'

/** What is being written for one service and, where that was given, one member; kept on the phone until it is booked. */
export function useRequestDraft(
  service: string | undefined,
  actingFor?: MemberId,
): HeldDraft<RequestDraft, keyof RequestWords> {
  const place = `request:${service ?? ''}${actingFor ? `:${actingFor}` : ''}`
  return useDraft(place, () => emptyDraft(Date.now()), ['description', 'address', 'riskWords'])
}
