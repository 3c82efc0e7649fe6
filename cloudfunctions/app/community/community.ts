import type { Issuer } from '#contract/certificate'
import { defaultRequestLimits } from '#contract/request'
import { defaultLimits } from '#contract/shared/defaultLimits'
import { defaultWorkCalendar } from '#contract/shared/workCalendar'
import type { RequestRules } from '#core/request/request'
import { communities } from '#store/collections'
import type { CommunityDocument } from '#store/rows/community'

/** A function may use what it has read for so long; after that an edit shows everywhere. */
const freshMs = 3_000

const known = new Map<string, { document: CommunityDocument; readAt: number }>()

/** Reads a community; undefined until an admin has written it. */
export async function loadCommunity(communityId: string): Promise<CommunityDocument | undefined> {
  // the wall clock may be set back, performance.now is not
  const read = known.get(communityId)
  if (read && performance.now() - read.readAt < freshMs) return read.document
  const stored = await communities.get(communityId)
  if (!stored) return undefined
  // a limit of a later release is missing where the community was not edited since
  const document = { ...stored, limits: { ...defaultLimits, ...stored.limits } }
  // whoever has just opened it is let in at once by every function
  if (!document.settingUp) known.set(communityId, { document, readAt: performance.now() })
  return document
}

/** Who answers for certificates; it is the community itself until an admin names somebody. */
export const issuerOf = ({ issuer, name, phone }: CommunityDocument): Issuer =>
  issuer ?? { name, contact: phone }

export const prefixOf = ({ volunteerPrefix = 'ZYZ' }: Pick<CommunityDocument, 'volunteerPrefix'>): string =>
  volunteerPrefix

/** The rules that deadlines of requests are counted by, with defaults for what no admin has set. */
export const requestRulesOf = ({ limits, requestLimits, workCalendar }: CommunityDocument): RequestRules => ({
  limits: requestLimits ?? defaultRequestLimits,
  calendar: workCalendar ?? defaultWorkCalendar,
  wordsKeptDays: limits.requestWordsKeptDays,
})

/** Drops what was read, so that this function sees its own edit. */
export function forgetCommunity(communityId: string): void {
  known.delete(communityId)
}
