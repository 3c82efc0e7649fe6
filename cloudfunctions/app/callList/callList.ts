import { runnerOf, runsId } from '#app/activity/running'
import { type Context, isStaffFor, type MemberContext, no, worksInGrid, yes } from '#app/call/context'
import { noticeText } from '#app/notice/noticeText'
import type { noticeToldByPhone, noticeUnreached, Unreached } from '#contract/callList'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { MemberId, Page } from '#contract/shared/scalars'
import {
  type Callers,
  callersOf,
  keptCalls,
  mayTakeBack,
  ofTeam,
  type PhoneCall,
  wasTold,
  whyUnreached,
} from '#core/callList/callList'
import type { Member } from '#core/member/member'
import { tellUntil } from '#core/notice/message'
import { worthOf } from '#core/notice/worth'
import { worthRows } from '#core/notice/worthRows'
import { proxyshipId } from '#core/proxy/proxyship'
import { bookings, members, notices, proxyships, requests } from '#store/collections'
import type { Inquiry } from '#store/engine/documents'
import type { NoticeDocument } from '#store/rows/notice'
import { readAs } from '#store/together'
import { appended } from '#store/words/changes'
import { not, oneOf } from '#store/words/conditions'

const fewPeople = 20
/** A longer list is counted as so many. */
const countedMost = 200
/** Nobody has appointed more proxies, over all people of one page. */
const manyProxies = 200

const ownCallers = (context: Context): Callers[] => callersOf(runnerOf(context), context.community)

/** How many people the caller has to telephone, to be asked for with others; undefined where that is not their work. */
export function countingCalls(context: Context): Inquiry<number> | undefined {
  const callers = ownCallers(context)
  if (callers.length === 0) return undefined
  const found = notices.finding(
    'callList',
    { communityId: context.community._id, callers: oneOf(callers), read: false },
    { limit: countedMost, fields: ['memberId'] },
  )
  return readAs(found, (rows) => new Set(rows.map(({ memberId }) => memberId)).size)
}

/** Lists whom the caller has to telephone, what is most at stake first. */
export async function list(
  context: Context,
  { cursor, limit = fewPeople, ...matter }: Input<typeof noticeUnreached>,
): Promise<Answer<Page<Unreached>>> {
  const { activityId, bookingId, requestId } = matter
  const callers = await callersAsked(context, matter)
  if (!callers) return no('not_found')
  // few are in the list at a time, so those of one matter are sifted from it
  const page = await notices.page(
    'callList',
    {
      communityId: context.community._id,
      callers: oneOf(callers),
      read: false,
      ...(activityId !== undefined && { activityId }),
      ...(bookingId !== undefined && { bookingId }),
      ...(requestId !== undefined && { requestId }),
    },
    { cursor, limit },
  )
  const shownAs = await peopleFor(page.items)
  const items = page.items.flatMap((notice) => {
    const until = tellUntil(notice, notice.at) ?? 0
    return until > context.command.at ? shownAs(notice, until) : []
  })
  return yes({ ...page, items })
}

type Matter = Pick<Input<typeof noticeUnreached>, 'activityId' | 'bookingId' | 'requestId'>

/** Whose calls are asked for: all of the caller's, or those of a matter that is their work; undefined where it is not. */
async function callersAsked(
  context: Context,
  { activityId, bookingId, requestId }: Matter,
): Promise<Callers[] | undefined> {
  const own = ownCallers(context)
  if (activityId !== undefined && !(await runsId(context, activityId))) return undefined
  if (requestId !== undefined) {
    const [request] = await requests.getMany([requestId], { fields: ['gridId'] })
    if (!request || !worksInGrid(context, request.gridId)) return undefined
  }
  if (bookingId === undefined) return own
  const [booking] = await bookings.getMany([bookingId], { fields: ['teamId', 'gridId'] })
  return booking && isStaffFor(context, booking) ? [...own, ofTeam(booking.teamId)] : undefined
}

/** Reads the people of a page, and who acts for those without a number. Whoever has left is not shown. */
async function peopleFor(
  page: readonly NoticeDocument[],
): Promise<(notice: NoticeDocument, until: number) => Unreached[]> {
  const fields = ['name', 'state', 'phone', 'openid'] as const
  const found = await members.getMany([...new Set(page.map(({ memberId }) => memberId))], { fields })
  const people = new Map(found.map((member) => [member._id, member]))
  const silent = found.filter(({ phone }) => phone === null).map(({ _id }) => _id)
  const appointed =
    silent.length === 0
      ? []
      : await proxyships.find('byMember', { memberId: oneOf(silent) }, { limit: manyProxies })
  const active = appointed.filter((proxyship) => proxyship.active)
  const proxies = await members.getMany([...new Set(active.map(({ proxyId }) => proxyId))], { fields })
  const reachable = new Map(proxies.filter(hasNumber).map((proxy) => [proxy._id, proxy]))
  const insteadOf = (memberId: MemberId) =>
    active.flatMap(({ proxyId, ...of }) =>
      of.memberId === memberId ? (reachable.get(proxyId) ?? []) : [],
    )[0]
  return (notice, until) => {
    const member = people.get(notice.memberId)
    if (!member || member.state === 'closed') return []
    const instead = member.phone === null ? insteadOf(member._id) : undefined
    return [unreachedOf(notice, until, member, instead)]
  }
}

type Person = Pick<Member, '_id' | 'name' | 'state' | 'phone' | 'openid'>
const hasNumber = ({ state, phone }: Person): boolean => state === 'verified' && phone !== null

function unreachedOf(
  notice: NoticeDocument,
  until: number,
  member: Person,
  instead: Person | undefined,
): Unreached {
  const { _id, at, kind, title: about, windowFrom, activityId, bookingId, requestId, calls = [] } = notice
  return {
    noticeId: _id,
    memberId: member._id,
    name: member.name,
    why: whyUnreached(notice, member.openid !== undefined),
    at,
    until,
    worth: worthOf(worthRows[kind].message?.worth ?? 'again'),
    ...noticeText(notice),
    ...(about !== undefined && { about }),
    ...(windowFrom !== undefined && { windowFrom }),
    ...(activityId !== undefined && { activityId }),
    ...(bookingId !== undefined && { bookingId }),
    ...(requestId !== undefined && { requestId }),
    hasPhone: member.phone !== null,
    ...(instead && { callInstead: { memberId: instead._id, name: instead.name } }),
    tried: calls.flatMap(({ at, who, outcome }) => (outcome === 'no_answer' ? [{ at, who }] : [])),
  }
}

/** Whether the caller makes the call about a notice. */
async function makesCall(
  context: Context,
  { communityId, callers, toldFor, bookingId }: NoticeDocument,
): Promise<boolean> {
  const whose = callers ?? toldFor
  if (whose == null || communityId !== context.community._id) return false
  if (ownCallers(context).includes(whose)) return true
  if (bookingId === undefined) return false
  const [booking] = await bookings.getMany([bookingId], { fields: ['teamId', 'gridId'] })
  return booking !== undefined && isStaffFor(context, booking)
}

/** Whether the caller may open this person's number, to tell them or whom they act for of a notice. */
export async function mayOpenFor(context: Context, noticeId: string, memberId: MemberId): Promise<boolean> {
  const notice = await notices.get(noticeId)
  if (!notice || notice.read || notice.callers == null || !(await makesCall(context, notice))) return false
  if (notice.memberId === memberId) return true
  return (await proxyships.get(proxyshipId(notice.memberId, memberId)))?.active === true
}

/** Notes what came of a call. Once the person knows, the row ends for everybody. */
export async function toldByPhone(
  context: MemberContext,
  { noticeId, outcome = 'told' }: Input<typeof noticeToldByPhone>,
): Promise<Answer<{ state: 'told' | 'open' }>> {
  const { member, command } = context
  const notice = await notices.get(noticeId)
  if (!notice || !(await makesCall(context, notice))) return no('not_found')
  const { _id, callers, toldFor } = notice
  const { _id: whoId, name: who } = member
  const call: PhoneCall = { at: command.at, who, whoId, outcome, command: command.key }
  const calls = appended([call], keptCalls)
  const unknown = { 'calls.command': not(command.key) }
  if (outcome === 'taken_back') {
    if (!wasTold(notice) || toldFor == null) return yes({ state: 'open' })
    if (!mayTakeBack(notice, member._id, command.at)) return no('call_settled')
    const open = { callers: toldFor, toldFor: null, calls, dueAt: command.at }
    await notices.update({ _id, callers: null, toldFor, ...unknown }, open)
  } else if (callers != null) {
    const ended = outcome === 'told' ? { callers: null, toldFor: callers, dueAt: null } : {}
    await notices.update({ _id, callers, ...unknown }, { ...ended, calls })
  }
  const after = await notices.get(noticeId)
  return yes({ state: after && wasTold(after) ? 'told' : 'open' })
}
