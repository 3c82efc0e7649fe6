import type { Grant, Tier } from '#contract/member'
import { defaultRequestLimits } from '#contract/request'
import { defaultLimits } from '#contract/shared/defaultLimits'
import { instantOf } from '#contract/shared/wallClock'
import { defaultWorkCalendar } from '#contract/shared/workCalendar'
import { decideGather } from '#core/campaign/gather'
import type { Command, Decision } from '#core/change/aggregate'
import { decideCorrect, decideSupplement, decideWithdrawRequest } from '#core/request/correct'
import * as rule from '#core/request/decide'
import { newRequest, type Officer, type RequestRules, type ServiceRequest } from '#core/request/request'
import { decideAnswer, decideRate, decideReopen, decideRequestPassing } from '#core/request/word'
import { commandAt, yes } from './commands'
import { dayMs, hourMs } from './time'

export const requestRules: RequestRules = {
  limits: defaultRequestLimits,
  calendar: defaultWorkCalendar,
  wordsKeptDays: defaultLimits.requestWordsKeptDays,
}
/** A Monday, nine o’clock. */
export const filedAt = instantOf('2026-11-23', '09:00') as number

const grants: Record<Tier, Grant> = {
  grid: { role: 'grid_worker', scope: { gridId: 'grid1' } },
  community: { role: 'officer', scope: { tier: 'community' } },
  subdistrict: { role: 'officer', scope: { tier: 'subdistrict' } },
  district: { role: 'officer', scope: { tier: 'district' } },
}
/** An officer of each tier, and a second one. */
export const officerOf = (tier: Tier, second = false): Officer => ({
  memberId: `m_${tier}${second ? '_2' : ''}`,
  name: `${tier} ${second ? 'two' : 'one'}`,
  grants: [grants[tier]],
})
export const wangId = 'm_wang'

/** 王奶奶 has filed a broken bicycle shed. */
export function filedRequest(more: Partial<ServiceRequest> = {}, at = filedAt): ServiceRequest {
  const command = commandAt(at, 'file', '王奶奶')
  const start = newRequest(
    {
      _id: 'r_1',
      communityId: 'tubengkan',
      category: 'parking_shed',
      categoryTitle: '车棚',
      answers: [],
      description: '车棚顶漏雨',
      textChecked: true,
      gridId: 'grid1',
      estateId: 'huochai',
      building: '3栋',
      place: null,
      fileIds: [],
      requesterId: wangId,
      requesterName: '王奶奶',
      forResident: null,
    },
    command,
    requestRules,
  )
  return { ...yes(rule.decideFile(start, command, requestRules)), ...more }
}

/** The decision of each command of the holder, of the tier above and of the requester. */
export const decisions = {
  accept: (r: ServiceRequest, c: Command, o: Officer) => rule.decideAccept(r, c, o, requestRules),
  assign: (r: ServiceRequest, c: Command, o: Officer) =>
    rule.decideAssign(r, c, o, officerOf(r.tier, true), requestRules),
  progress: (r: ServiceRequest, c: Command, o: Officer) =>
    rule.decideProgress(r, c, o, { note: '已经去看过' }, requestRules),
  ask: (r: ServiceRequest, c: Command, o: Officer) => rule.decideAsk(r, c, o, '是哪一个车棚', requestRules),
  extend: (r: ServiceRequest, c: Command, o: Officer, days = 3) =>
    rule.decideExtend(r, c, o, { days, reason: '等材料' }, requestRules),
  escalate: (r: ServiceRequest, c: Command, o: Officer) =>
    rule.decideEscalate(r, c, o, '要经费', requestRules),
  takeOver: (r: ServiceRequest, c: Command, o: Officer) =>
    rule.decideTakeOver(r, c, o, '我们来办', requestRules),
  giveBack: (r: ServiceRequest, c: Command, o: Officer) =>
    rule.decideReturn(r, c, o, '网格可以办', requestRules),
  approve: (r: ServiceRequest, c: Command, o: Officer) => rule.decideApprove(r, c, o, requestRules),
  resolve: (r: ServiceRequest, c: Command, o: Officer) =>
    rule.decideResolve(r, c, o, { resolution: '补好了棚顶' }, requestRules),
  decline: (r: ServiceRequest, c: Command, o: Officer) =>
    rule.decideDecline(r, c, o, '不在社区里', requestRules),
  publish: (r: ServiceRequest, c: Command, o: Officer) =>
    rule.decidePublishRequest(r, c, o, { title: '车棚漏雨', text: '三号车棚漏雨' }, requestRules),
  answer: (r: ServiceRequest, c: Command) => decideAnswer(r, c, wangId, { answer: '三栋的' }, requestRules),
  satisfied: (r: ServiceRequest, c: Command) =>
    decideRate(r, c, wangId, { satisfied: true, comment: null }, requestRules),
  unsatisfied: (r: ServiceRequest, c: Command) =>
    decideRate(r, c, wangId, { satisfied: false, comment: '还漏' }, requestRules),
  reopen: (r: ServiceRequest, c: Command) => decideReopen(r, c, wangId, '又漏了', requestRules),
  correct: (r: ServiceRequest, c: Command) =>
    decideCorrect(r, c, wangId, { description: '车棚顶漏雨，很大' }, requestRules),
  supplement: (r: ServiceRequest, c: Command) =>
    decideSupplement(r, c, wangId, { words: '雨水流进了楼道' }, requestRules),
  withdraw: (r: ServiceRequest, c: Command) =>
    decideWithdrawRequest(r, c, wangId, { reason: '已经修好了', worksOnIt: false }, requestRules),
  pass: (r: ServiceRequest, c: Command) => decideRequestPassing(r, c, requestRules),
} as const
export type RequestMove = keyof typeof decisions

/** Every decision that tells somebody about a request. */
export function toldOfRequests(): (Decision<ServiceRequest> | undefined)[] {
  const at = (hours: number, word: string) => commandAt(filedAt + hours * hourMs, word)
  const grid = officerOf('grid')
  const community = officerOf('community')
  const district = officerOf('district')
  const filed = filedRequest({ supporterCount: 2 })
  const asked = yes(decisions.ask(filed, at(1, 'ask'), grid))
  const extended = yes(decisions.extend(filed, at(1, 'extend'), grid))
  const wanted = decisions.extend(extended, at(2, 'extend'), grid)
  const escalated = decisions.escalate(filed, at(1, 'escalate'), grid)
  const resolved = decisions.resolve(filed, at(1, 'resolve'), grid)
  const published = yes(decisions.publish(filed, at(1, 'publish'), grid))
  const late = commandAt(filedAt + 300 * dayMs, 'pass')
  const top = { ...filed, tier: 'district', queue: 'district' } as const
  return [
    { next: filed },
    decideGather(
      filed,
      at(1, 'gather'),
      { publicationId: 'pub_1', title: '车棚专项治理', category: filed.category },
      requestRules,
    ),
    decisions.supplement(filed, at(1, 'supplement')),
    decisions.withdraw(filed, at(1, 'withdraw')),
    decisions.accept(filed, at(1, 'accept'), grid),
    decisions.assign(filed, at(1, 'assign'), grid),
    decisions.progress(filed, at(1, 'progress'), grid),
    { next: asked },
    decisions.answer(asked, at(2, 'answer')),
    decisions.pass(asked, late),
    { next: extended },
    wanted,
    decisions.approve(yes(wanted), at(3, 'approve'), community),
    escalated,
    decisions.takeOver(filed, at(1, 'take'), community),
    decisions.giveBack(yes(escalated), at(2, 'return'), community),
    resolved,
    decisions.satisfied(yes(resolved), at(2, 'rate')),
    decisions.unsatisfied(yes(resolved), at(2, 'rate')),
    decisions.reopen(yes(resolved), at(2, 'reopen')),
    decisions.decline(filed, at(1, 'decline'), grid),
    { next: published },
    rule.decidePublishRequest(published, at(2, 'unpublish'), grid, null, requestRules),
    decisions.pass(yes(resolved), late),
    decisions.pass(filed, late),
    decisions.pass(top, late),
    decisions.resolve(top, at(1, 'resolve'), district),
  ]
}
