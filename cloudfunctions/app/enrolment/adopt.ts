import {
  type Context,
  isFirstAdmin,
  lifeOf,
  type MemberContext,
  no,
  worksInGrid,
  yes,
} from '#app/call/context'
import { memberIdOf } from '#app/call/ids'
import { pointAt, unpoint } from '#app/call/pointer'
import { countedToday } from '#app/member/lookups'
import { recordOpening } from '#app/member/opening'
import { closedName } from '#app/notice/noticeText'
import type { AdoptCode, memberAdopt, memberAdoptCode } from '#contract/enrolment'
import { nameSpelling } from '#contract/shared/nameSpelling'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { emptied } from '#core/account/closing'
import { adoptCodeOf, decideAdopt, decideAdoptCode, hasAdopted, joiningFault } from '#core/enrolment/adopting'
import { isPaperMember } from '#core/enrolment/enrol'
import type { Member } from '#core/member/member'
import { proxyStateOf, proxyshipId } from '#core/proxy/proxyship'
import { bookings, joinings, members, proxyships, shiftPlaces, signups } from '#store/collections'
import { above, oneOf } from '#store/words/conditions'
import { join } from './joining'

/** The account's own things are joined before the answer, as far as this time goes; the timer does the rest. */
const joinMs = 8_000
/** Nobody holds a place at more sessions. */
const manySignups = 200

const keyOf = ({ settings }: Context, code: string): string =>
  settings.sealing.indexKey(JSON.stringify(['adopt', code]))

/**
 * A worker of the grid, or an admin, gives out a code with which an account adopts a paper member. It derives from
 * the command, so that a repeat reads the same one.
 */
export async function adoptCode(
  context: MemberContext,
  { memberId, otherName = false }: Input<typeof memberAdoptCode>,
): Promise<Answer<AdoptCode>> {
  const { settings, command, member: worker } = context
  const paper = await members.get(memberId)
  if (!paper || paper.state === 'closed' || !worksInGrid(context, paper.gridId)) return no('not_found')
  const code = adoptCodeOf(settings.sealing.derive(`adopt:${memberId}:${command.key}`))
  const key = keyOf(context, code)
  const given = await context.change(members, memberId, command, (state) =>
    decideAdoptCode(state, command, { key, who: worker.name, whoId: worker._id, otherName }),
  )
  if (given.refusal) return given.refusal
  const { adoptKey, adoptable } = given.state
  if (adoptKey !== key || !adoptable) return no('adopt_code_over')
  await recordOpening(context, {
    once: 'a command',
    of: ['adopt'],
    subjectId: memberId,
    fields: ['adoptCode'],
    reason: 'adopt_code',
    about: memberId,
  })
  return yes({ code, validUntil: adoptable.until })
}

/**
 * An account adopts a paper member by a code from the counter, and from then on is that member, with all that
 * both had. The account points at the member first and the member takes it by one write; the two count as one
 * when each names the other.
 */
export async function adopt(
  context: Context,
  { code, consents = [] }: Input<typeof memberAdopt>,
): Promise<Answer<{ memberId: string }>> {
  const { identity, community, command, settings } = context
  const { openid, member: account } = identity
  if (openid === undefined) return no('unauthenticated')
  const key = keyOf(context, code)
  if (account?.accountId && hasAdopted(account, { key, accountId: account.accountId }))
    return yes({ memberId: account._id })
  const accountId = account?._id ?? (await lifeOf(community._id, openid)).memberId
  const asking = { _id: accountId, communityId: community._id }
  if (!(await countedToday('adoptions', key, asking, command.at))) return no('lookups_spent')
  const [paper] = await members.find('byAdoptKey', { adoptKey: key }, { limit: 1 })
  if (!paper || !isPaperMember(paper)) return no('adopt_code_over')
  if (paper.adoptable && paper.adoptable.until <= command.at) return no('adopt_code_over')
  if (isFirstAdmin(identity, settings)) return no('adopt_office')
  if (account) {
    const fault = joiningFault(account, paper, await tiesOf(context, account, paper))
    if (fault) return no(fault)
  }
  // the ledger and the number stay with the member: of somebody without an account the pointer is all there is
  const { hoursLines: _lines, hoursHash: _hash, hoursMark: _mark, ...bare } = paper
  const start: Member = {
    ...emptied({ ...bare, _id: accountId, rev: 0, volunteerNo: null }, closedName),
    registeredAt: command.at,
  }
  const pointed = await pointAt(start, paper._id, command.at)
  if (pointed) return no(pointed)
  const adopting = {
    ...{ key, openid, accountId, joins: account !== undefined },
    consents: consents.map((said) => ({ ...said, given: true, at: command.at })),
    adminId: memberIdOf(community._id, settings.firstAdminOpenid),
  }
  const adopted = await context.change(members, paper._id, command, (state) =>
    decideAdopt(state, command, adopting),
  )
  if (adopted.refusal || adopted.state.accountId !== accountId) {
    await unpoint(accountId, paper._id)
    return adopted.refusal ?? no('adopt_code_over')
  }
  // whoever took the pointer back meanwhile loses it here again
  await pointAt(start, paper._id, command.at)
  const joining = await joinings.get(accountId)
  if (joining) await join(joining, performance.now() + joinMs, command.at)
  return yes({ memberId: paper._id })
}

/** What is between the two, and what the account is in the middle of. */
async function tiesOf({ command }: Context, account: Member, paper: Member) {
  const both = [
    proxyships.get(proxyshipId(account._id, paper._id)),
    proxyships.get(proxyshipId(paper._id, account._id)),
  ]
  const live = (memberId: string) =>
    signups.find('mine', { memberId, over: false }, { limit: manySignups, fields: ['sessionId'] })
  const [proxies, asRequester, asClaimer, atShifts, theirs, own] = await Promise.all([
    Promise.all(both),
    bookings.count('mine', { requesterId: account._id, state: 'in_service' }),
    bookings.count('claimed', { claimerId: account._id, state: oneOf(['claimed', 'in_service', 'done']) }),
    shiftPlaces.count('byMemberState', {
      memberId: account._id,
      state: oneOf(['confirmed', 'in_service', 'done']),
      from: above(0),
    }),
    live(account._id),
    live(paper._id),
  ])
  const sessions = new Set(own.map(({ sessionId }) => sessionId))
  return {
    onDuty: asRequester + asClaimer + atShifts > 0,
    sameSession: theirs.some(({ sessionId }) => sessions.has(sessionId)),
    proxies: proxies.some((one) => one !== undefined && proxyStateOf(one, command.at) !== 'ended'),
    sameName: nameSpelling(account.name) === nameSpelling(paper.name),
  }
}
