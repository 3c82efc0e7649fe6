import type { MemberId } from '#contract/scalars'
import { type HeldDraft, useDraft } from '../../cloud/useDraft'
import { emptyDraft, type RequestDraft, type RequestWords } from './requestDraft'

/** What is being written for one service and, where that was given, one member; kept on the phone until it is booked. */
export function useRequestDraft(
  service: string | undefined,
  actingFor?: MemberId,
): HeldDraft<RequestDraft, keyof RequestWords> {
  const place = `request:${service ?? ''}${actingFor ? `:${actingFor}` : ''}`
  return useDraft(place, () => emptyDraft(Date.now()), ['description', 'address', 'riskWords'])
}
