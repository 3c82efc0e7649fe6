import * as v from 'valibot'
import { closeDaysOf, hindranceOf } from '#app/account/closing'
import { type Context, isAdmin, type MemberContext, no, yes } from '#app/call/context'
import { standsFor } from '#app/call/pointer'
import { pageOf } from '#app/call/shortList'
import { mayOpenFor } from '#app/callList/callList'
import { letOutgrownGo, minorOf } from '#app/guardian/guardians'
import { openedAtCounter, recordOpening } from '#app/member/opening'
import { registerHints } from '#app/register/match'
import type { AccessLine, memberAccessLog, memberConsent } from '#contract/account'
import type { FoundMember, Me, memberPending, memberReveal, memberSearch, Revealed } from '#contract/member'
import { gridsOf } from '#contract/shared/grants'
import { nameSpelling } from '#contract/shared/nameSpelling'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import { phone } from '#contract/shared/scalars'
import { decideWithdrawService, isClosing } from '#core/account/closing'
import { isPaperMember, isTheSame } from '#core/enrolment/enrol'
import { maskPhone } from '#core/member/mask'
import { type AskedHome, consentsTo, decideConsent, type Member } from '#core/member/member'
import { hasAsked, isMoving } from '#core/member/moving'
import { readVolunteerNo } from '#core/member/volunteerNo'
import { members, openings, volunteerNumbers } from '#store/collections'
import { above, oneOf } from '#store/words/conditions'
import { birthSpot, openBirth } from './birth'
import { doorWords } from './household'
import { movedFromOf } from './moves'

/** A page has so many people; larger ones would add up to a list of the estate. */
const fewPeople = 20

/** A member gives or withdraws a consent. Withdrawing the one to the service begins the closing of the account. */
export async function consent(
  context: MemberContext,
  { word, ...answer }: Input<typeof memberConsent>,
): Promise<Answer<{ consents: Me['consents'] }>> {
  const { member, command, community } = context
  if (command.onBehalf && word === undefined) return no('word_needed')
  const said = command.onBehalf && word !== undefined ? { ...answer, word } : answer
  const hindrance = said.kind === 'service' && !said.given ? await hindranceOf(context) : undefined
  if (hindrance) await letOutgrownGo(context)
  const changed = await context.change(members, member._id, command, (state) =>
    hindrance
      ? decideWithdrawService(state, command, said, hindrance, closeDaysOf(community))
      : decideConsent(state, command, said),
  )
  return changed.refusal ?? yes({ consents: changed.state.consents })
}

/** The grids that a worker answers for; undefined for an admin, who answers for all. */
const answersFor = (context: Context): string[] | undefined =>
  isAdmin(context) ? undefined : gridsOf(context.member?.roles ?? [])

/** Shows a member as staff find them, with a masked number. */
export function foundMember({ settings }: Context, member: Member): FoundMember {
  const { _id: memberId, name, state, gridId, estateId, registeredAt } = member
  const shown: FoundMember = { memberId, name, state, gridId, estateId, registeredAt }
  if (member.office) shown.office = member.office
  if (isPaperMember(member)) shown.onPaper = true
  if (isClosing(member)) shown.closing = true
  if (isMoving(member)) shown.movedFrom = movedFromOf(member.movedFrom)
  if (member.phone !== null)
    shown.phoneMasked = maskPhone(
      settings.sealing.open(member.phone, { collection: 'members', id: memberId, field: 'phone' }),
    )
  return shown
}

/** Shows a member with the home and name that somebody else has stated for them, for those who decide on it. */
function foundAsked(context: Context, member: Member & { asked: AskedHome }): FoundMember {
  const { asked, askedAt, name, gridId, estateId } = member
  const stated = { ...member, ...asked.home, registeredAt: askedAt ?? member.registeredAt }
  const movedFrom = movedFromOf({ name, gridId, estateId })
  return { ...foundMember(context, stated), movedFrom, askedBy: asked.who }
}

/** Finds what others have stated for members, in these grids. A page of the queue begins with it. */
async function askedIn(
  { community }: Context,
  grids: string[] | undefined,
  limit: number,
): Promise<(Member & { asked: AskedHome })[]> {
  if (limit === 0) return []
  const found = await members.find(
    'byAsked',
    {
      communityId: community._id,
      askedAt: above(0),
      ...(grids && { 'asked.home.gridId': oneOf(grids) }),
    },
    { limit },
  )
  return found.filter(hasAsked)
}

/**
 * Lists who waits to be verified in the caller's grids, the longest waiting first, with what the register
 * says. The first page begins with what others have stated for members; one place of it is left for who waits.
 */
export async function pending(
  context: Context,
  { cursor, limit = fewPeople }: Input<typeof memberPending>,
): Promise<Answer<Page<FoundMember>>> {
  const grids = answersFor(context)
  const asked = cursor === undefined ? await askedIn(context, grids, limit - 1) : []
  const waiting = { communityId: context.community._id, state: 'pending' as const }
  const listing = { cursor, limit: limit - asked.length }
  const page = grids
    ? await members.page('byStateOfGrid', { ...waiting, gridId: oneOf(grids) }, listing)
    : await members.page('byState', waiting, listing)
  const stated = asked.map((member) => ({ ...member, ...member.asked.home }))
  const [hints, twins] = await Promise.all([
    registerHints(context, [...stated, ...page.items]),
    paperTwinsOf(page.items, grids),
  ])
  const hinted = (shown: FoundMember): FoundMember => {
    const register = hints?.get(shown.memberId)
    const paperTwin = twins.get(shown.memberId)
    return { ...shown, ...(register && { register }), ...(paperTwin && { paperTwin }) }
  }
  const items = [
    ...asked.map((member) => foundAsked(context, member)),
    ...page.items.map((member) => foundMember(context, member)),
  ]
  return yes({ ...page, items: items.map(hinted) })
}

/** Nobody lives with more people than fit into a page of doors. */
const manyLiving = 200

/** Which of these registrations have a paper member of the same name behind the same door, of the worker's grids. */
async function paperTwinsOf(
  waiting: readonly Member[],
  grids: readonly string[] | undefined,
): Promise<Map<string, string>> {
  const doors = [...new Set(waiting.map(({ householdId }) => householdId).filter((id) => id !== ''))]
  if (doors.length === 0) return new Map()
  const living = await members.find('byHousehold', { householdId: oneOf(doors) }, { limit: manyLiving })
  const onPaper = living.filter((one) => isPaperMember(one) && (grids?.includes(one.gridId) ?? true))
  return new Map(
    waiting.flatMap((member): [string, string][] => {
      const twin = onPaper.find((paper) => isTheSame(paper, member))
      return twin ? [[member._id, twin._id]] : []
    }),
  )
}

/**
 * Finds members of the caller's grids by whole name, whole number, volunteer number or member id, in any
 * spelling. Numbers are masked.
 */
export async function search(
  context: Context,
  { q, ...paging }: Input<typeof memberSearch>,
): Promise<Answer<Page<FoundMember>>> {
  const grids = answersFor(context)
  const matches = await matchesOf(q, grids, context)
  const seen = matches.filter(({ gridId }) => grids === undefined || grids.includes(gridId))
  const shown = await Promise.all(
    seen.map(async (member): Promise<FoundMember> => {
      const minor = member.state === 'verified' ? await minorOf(member, context) : undefined
      return { ...foundMember(context, member), ...(minor && { minor }) }
    }),
  )
  return yes(pageOf(shown, ({ memberId }) => memberId, paging))
}

/** @param grids where names are looked for; a namesake elsewhere takes nobody's place in the answer. */
async function matchesOf(
  q: string,
  grids: readonly string[] | undefined,
  { command, settings, community }: Context,
): Promise<Member[]> {
  const mobile = v.safeParse(phone, q)
  if (mobile.success) {
    const phoneKey = settings.sealing.indexKey(mobile.output)
    return members.find('phoneKey', { phoneKey }, { limit: fewPeople })
  }
  const volunteerNo = readVolunteerNo(q.normalize('NFKC'))
  const numbered = volunteerNo === undefined ? undefined : await volunteerNumbers.get(volunteerNo)
  const byId = await members.get(numbered?.memberId ?? q)
  // of an account that has adopted a paper member, that member
  const found = byId?.joinedTo ? await standsFor(byId, command.at) : byId
  if (found && found !== 'gone') return [found]
  const named = { communityId: community._id, nameKey: nameSpelling(q) }
  return members.find('byNameKey', { ...named, ...(grids && { gridId: oneOf(grids) }) }, { limit: fewPeople })
}

/** Opens sealed fields for a reason that the person will read. The opening is recorded before anything is shown. */
export async function reveal(
  context: MemberContext,
  { memberId, fields: asked, reason, noticeId }: Input<typeof memberReveal>,
): Promise<Answer<Revealed>> {
  const { settings } = context
  const subject = await members.get(memberId)
  const grids = answersFor(context)
  if (!subject || subject.state === 'closed') return no('not_found')
  const calls =
    noticeId !== undefined && asked.every((field) => field === 'phone')
      ? await mayOpenFor(context, noticeId, memberId)
      : false
  const answers = (gridId: string) => grids === undefined || grids.includes(gridId)
  const decides = hasAsked(subject) && answers(subject.asked.home.gridId) ? subject.asked.home : undefined
  if (!answers(subject.gridId) && !decides && !calls) return no('not_found')
  if (isClosing(subject)) return no('subject_closing')
  // without the consent to sensitive data the door stays sealed
  const fields = asked.filter((field) => field !== 'door' || consentsTo(subject, 'sensitive'))
  await recordOpening(context, {
    once: 'a command',
    of: [],
    subjectId: subject._id,
    fields: [...new Set(fields)],
    reason,
    about: subject._id,
  })
  const { sealing } = settings
  const at = <Field extends 'phone' | 'birth'>(field: Field) =>
    ({ collection: 'members', id: subject._id, field }) as const
  const shown: Revealed = {}
  if (fields.includes('phone') && subject.phone !== null)
    shown.phone = sealing.open(subject.phone, at('phone'))
  if (fields.includes('birth') && subject.birth !== null)
    shown.birth = openBirth(subject.birth, birthSpot(subject._id), sealing)
  const door = fields.includes('door') ? await doorWords(subject.householdId, context) : undefined
  if (door !== undefined && answers(subject.gridId)) shown.door = door
  const doorAsked =
    decides && fields.includes('door') ? await doorWords(decides.householdId, context) : undefined
  if (doorAsked !== undefined) shown.doorAsked = doorAsked
  return yes(shown)
}

/** 谁看过我的信息. */
export async function accessLog(
  context: MemberContext,
  { cursor, limit = fewPeople, word }: Input<typeof memberAccessLog>,
): Promise<Answer<Page<AccessLine>>> {
  const { member } = context
  const refusal = await openedAtCounter(context, 'accessLog', ['openings'], word)
  if (refusal) return refusal
  const page = await openings.page('subject', { subjectId: member._id }, { cursor, limit })
  return yes({
    ...page,
    items: page.items.map(({ at, viewerName, fields, reason, about }) => ({
      at,
      viewerName,
      fields,
      reason,
      ...(about === member._id ? {} : { bookingId: about }),
    })),
  })
}
