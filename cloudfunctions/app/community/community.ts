import type { Issuer } from '#contract/certificate'
import { defaultLimits } from '#contract/community'
import { defaultRequestLimits } from '#contract/request'
import { defaultWorkCalendar } from '#contract/shared/workCalendar'
import type { RequestRules } from '#core/request/request'
import { communities } from '#store/collections'
import type { CommunityDocument } from '#store/rows/community'

/** How long a function may go on with what it has read; an edit shows everywhere after this. */
const freshMs = 3_000

const known = new Map<string, { document: CommunityDocument; readAt: number }>()

/** A community; undefined until an admin has written it. */
export async function loadCommunity(communityId: string): Promise<CommunityDocument | undefined> {
  // performance.now, since a wall clock may be set back
  const read = known.get(communityId)
  if (read && performance.now() - read.readAt < freshMs) return read.document
  const stored = await communities.get(communityId)
  if (!stored) return undefined
  // limits that came with a later release than the community's last edit
  const document = { ...stored, limits: { ...defaultLimits, ...stored.limits } }
  known.set(communityId, { document, readAt: performance.now() })
  return document
}

/** Who answers for certificates; the community itself until an administrator says more. */
export const issuerOf = ({ issuer, name, phone }: CommunityDocument): Issuer =>
  issuer ?? { name, contact: phone }

/** The prefix of numbers that this community gives. */
export const prefixOf = ({ volunteerPrefix = 'ZYZ' }: Pick<CommunityDocument, 'volunteerPrefix'>): string =>
  volunteerPrefix

/** What requests' deadlines are counted by; what stands until an administrator says otherwise. */
export const requestRulesOf = ({ limits, requestLimits, workCalendar }: CommunityDocument): RequestRules => ({
  limits: requestLimits ?? defaultRequestLimits,
  calendar: workCalendar ?? defaultWorkCalendar,
  wordsKeptDays: limits.requestWordsKeptDays,
})

/** Forgets what was read, after an edit by this function. */
export function forgetCommunity(communityId: string): void {
  known.delete(communityId)
}
