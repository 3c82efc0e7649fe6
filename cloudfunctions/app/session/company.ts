import { type MemberContext, no } from '#app/call/context'
import type { Settings } from '#app/call/settings'
import { relativesOf } from '#app/dependent/family'
import type { sessionSignUp } from '#contract/session'
import type { Input } from '#contract/shared/operation'
import type { Refusal } from '#contract/shared/refusal'
import type { Day, MemberId } from '#contract/shared/scalars'
import { dayOfLunar } from '#core/calendar/almanac'
import type { KnownBirth } from '#core/member/birthday'
import type { Member } from '#core/member/member'
import type { Company } from '#core/session/company'
import { type Party, type Signup, signupId } from '#core/session/session'
import type { SealedSpot } from '#store/sealing/sealedFields'
import type { Sealing } from '#store/sealing/sealing'

/** Opens a birthday as a solar day. The sealed text is JSON with a calendar, or a solar day alone. */
export function bornOn(sealed: string | null, spot: SealedSpot, sealing: Sealing): Day | undefined {
  if (sealed === null) return undefined
  const text = sealing.open(sealed, spot)
  if (!text.startsWith('{')) return text
  const { day, calendar }: KnownBirth = JSON.parse(text)
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return calendar === 'solar' ? day : dayOfLunar(year, month, date)
}

export const birthOf = (member: Member, { sealing }: Settings): Day | undefined =>
  bornOn(member.birth, { collection: 'members', id: member._id, field: 'birth' }, sealing)

const companyOf = (births: (Day | undefined)[], children: number, guests: number): Company => {
  const known = births.filter((born) => born !== undefined)
  return {
    size: births.length + children + guests,
    births: known,
    children,
    others: births.length - known.length + guests,
    ...(children + guests > 0 && { named: true }),
  }
}

export const alone = (member: Member, settings: Settings): Company =>
  companyOf([birthOf(member, settings)], 0, 0)

type Companion = Input<typeof sessionSignUp>['party'][number]

/**
 * Finds who comes together, and their names. Relatives are read in the member's own document. A dependent who
 * is not theirs is not found, and nobody may come twice.
 */
export async function gather(
  { member, settings }: MemberContext,
  party: readonly Companion[],
): Promise<{ company: Company; names: string[] } | Refusal> {
  const ids = party.flatMap((one) => ('dependentId' in one ? [one.dependentId] : []))
  const guests = party.flatMap((one) => ('name' in one ? [one] : []))
  const selves = party.length - ids.length - guests.length
  const keys = [...ids, ...guests.map(({ name }) => `guest ${name}`)]
  if (selves > 1 || new Set(keys).size < keys.length) return no('party_twice')
  const own = await relativesOf(member, ids)
  if (!own) return no('not_found')
  const births = [...own.values()].map(({ birthDay, spot }) => bornOn(birthDay, spot, settings.sealing))
  if (selves > 0) births.unshift(birthOf(member, settings))
  const children = guests.filter(({ under14 }) => under14).length
  const names = party.map((one) => {
    if ('name' in one) return one.name
    return 'self' in one ? member.name : (own.get(one.dependentId)?.name ?? '')
  })
  return { company: companyOf(births, children, guests.length - children), names }
}

const namesSpot = (signupId: string): SealedSpot => ({ collection: 'signups', id: signupId, field: 'names' })
const earlierSpot = (sessionId: string, memberId: MemberId): SealedSpot => ({
  collection: 'sessions',
  id: sessionId,
  field: `roster.${memberId}.names`,
})

export const sealNames = (names: string[], signupId: string, { sealing }: Settings): string =>
  sealing.seal(JSON.stringify(names), namesSpot(signupId))

/** Opens the names of a party; there are none after their member was forgotten. */
export function openNames(
  sessionId: string,
  memberId: MemberId,
  signup: Pick<Signup, 'names'> | undefined,
  party: Pick<Party, 'names'> | undefined,
  { sealing }: Settings,
): string[] {
  const spot =
    signup?.names === undefined ? earlierSpot(sessionId, memberId) : namesSpot(signupId(sessionId, memberId))
  const sealed = signup?.names ?? party?.names
  return sealed ? JSON.parse(sealing.open(sealed, spot)) : []
}
