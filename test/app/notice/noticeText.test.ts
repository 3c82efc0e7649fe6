import { changeWords, whenFromTo } from '#app/activity/words'
import { messageFacts, noticeText } from '#app/notice/noticeText'
import type { Grant } from '#contract/member'
import { isTaken, messageFields } from '#contract/shared/message'
import { decideCloseAccount } from '#core/account/closing'
import { decideCancelActivity, decideEdit } from '#core/activity/decide'
import { decideAtRisk } from '#core/booking/atRisk'
import type { Booking } from '#core/booking/booking'
import { decideChange } from '#core/booking/change'
import { decideConfirm, decideSettle } from '#core/booking/confirm'
import {
  decideBookingPassing,
  decideCancel,
  decideCheckIn,
  decideCheckOut,
  decideClaim,
  decideRelease,
} from '#core/booking/decide'
import { decideDispatch, decideInvite } from '#core/booking/dispatch'
import { decideEndedClaim, endedClaimsOf } from '#core/booking/endedClaims'
import {
  decideAppeal,
  decideNoShow,
  decideNoShowSaid,
  decideNoShowWord,
  decideProof,
  type NoShow,
  newNoShow,
} from '#core/booking/noShow'
import { asOneOfRest } from '#core/booking/together/series'
import { gatheredNotice } from '#core/campaign/gather'
import type { Decision } from '#core/change/aggregate'
import type { CreditEffect, Effect, NoShowSaidEffect, NoticeEffect } from '#core/change/effect'
import { decideAdopt } from '#core/enrolment/adopting'
import {
  decideAskGuardian,
  decideEndGuardianRecord,
  decideGuardianAnswer,
  decideRecordGuardian,
} from '#core/guardian/guardianship'
import { decideAskFor, decideOwnWord } from '#core/member/asked'
import { decideGrant, decideRevoke, decideVerify } from '#core/member/member'
import { decideMove } from '#core/member/moving'
import { withRoleNotice } from '#core/member/roles'
import { decideVerifyOrMove } from '#core/member/workersWord'
import { type NoticeKind, noticeKinds } from '#core/notice/notice'
import { refusedNotices } from '#core/notice/refused'
import {
  actedNotices,
  decideAcceptProxy,
  decideAppoint,
  decideDeclineProxy,
  decideDismiss,
  decideProxyPassing,
  decideStepDown,
} from '#core/proxy/proxyship'
import { urgentNotice } from '#core/publication/mailing'
import {
  decideAppealMissed as decideDoorAppeal,
  decideDoorClose,
  decideGuessed,
  decideProvedAt,
  newDoor,
} from '#core/session/door'
import { decideRemind, remindEffect } from '#core/session/reminder'
import { decideDraw, tellParty } from '#core/session/rules'
import { decideTelling } from '#core/session/telling'
import {
  decideConfirmShift as decideConfirmPlace,
  decideShiftPassing as decidePassingPlace,
  decideShiftAlign,
  decideShiftCheckIn,
  decideShiftCheckOut,
  decideWithdrawShift,
  shiftClashNotices,
} from '#core/shift/shiftPlace'
import {
  decideLicence,
  decideLicencePassing,
  decideRevokeLicence,
  decideShowLicence,
} from '#core/team/licences'
import { decideApplication, decideApply } from '#core/team/membership'
import { decideEndProbation } from '#core/team/probation'
import type { NoticeDocument } from '#store/rows/notice'
import { aPublished } from '#support/activityModel'
import {
  claimedBooking,
  doneBooking,
  inService,
  li,
  limits,
  mistyped,
  openBooking,
  shown,
  today,
  zhao,
} from '#support/bookings'
import { commandAt, yes } from '#support/commands'
import { completionDecisions } from '#support/completions'
import { toldOfHours } from '#support/hours'
import { aGuardianship, aMember, aMembership, aProxyship, leaderOf } from '#support/people'
import { toldOfPlacements } from '#support/placements'
import { toldOfRequests } from '#support/requests'
import { aSeed, aSession, sessionLimits } from '#support/sessions'
import { aShift, reportAt, servedUntil, servingSince, limits as shiftLimits, signedUp } from '#support/shifts'
import { toldSubsidies } from '#support/subsidies'
import { dayMs, hourMs, mondayNine } from '#support/time'
import { toldOfWords } from '#support/words'
import { phoneScript } from '#text/callList/callList'

const ten = mondayNine + hourMs
const command = commandAt(ten, 'tap')
const early = commandAt(mondayNine - hourMs, 'tap')
const pending = aMember({ state: 'pending' })
const leads: Grant = leaderOf('repair')
const admin: Grant = { role: 'admin' }
const ofTier: Grant = { role: 'officer', scope: { tier: 'subdistrict' } }
const officer = aMember({ roles: [ofTier] })
const words = { skills: [], licences: [] }
const applied = () => yes(decideApply(aMembership(), command, words, ['m_leader']))
const inTeam = () => yes(decideApplication(applied(), command, { accept: true }, limits))
const aLicence = { licence: '电工证', validUntil: '2027-03-01' }
const showing = () => yes(decideShowLicence(inTeam(), command, aLicence, []))
const licensed = (wakesAt: number) => ({
  ...inTeam(),
  licences: [{ licence: '电工证', validUntil: '2026-12-01' }],
  wakesAt,
})
const mother = { _id: 'm_mother', name: '郑大姐' }
const recordedOnPaper = () =>
  decideRecordGuardian(aGuardianship(), command, mother, {
    guardianName: '外婆',
    relation: '外祖父母',
    note: '纸',
  })
const asked = () => yes(decideAskGuardian(aGuardianship(), command, mother, '母亲'))
const agreed = () => yes(decideGuardianAnswer(asked(), command, mother._id, { given: true, version: '1' }))

/** One wrong code before the pause. */
const almostLocked = { count: limits.codeTries - 1, since: ten - 1000 }
const guessedAt: Booking = { ...claimedBooking(), wrongCodes: { [li.memberId]: almostLocked } }

const wangSays = { memberId: 'm_wang', name: '王奶奶' }
const liSays = { memberId: li.memberId, name: li.name }
const missedOnce = (): NoShow => {
  const said = yes(decideNoShow(claimedBooking(), commandAt(ten, 'missed'), wangSays, '没有来', limits))
  const effect = said.pending.find((one): one is NoShowSaidEffect => one.effect === 'noShowSaid')
  if (!effect) throw new Error('nothing is put on record')
  return yes(decideNoShowSaid(newNoShow(effect, 'tubengkan'), command, effect))
}

const appointed = yes(decideAppoint(aProxyship(), command))
const stated = decideAskFor(aMember(), command, { gridId: 'grid2' }, { who: '小王', whoId: 'm_daughter' })

const provedOnce = (who?: string) =>
  decideProof(missedOnce(), commandAt(ten, 'proof', who), 'checkIn', { at: mondayNine, how: 'scan' }, limits)

/** Given back at nine, by somebody who had come. */
const givenBack = () =>
  yes(decideRelease(claimedBooking(), commandAt(mondayNine), li.memberId, '孩子病了', limits))
const cameBack = (booking: Booking) => {
  const [ended] = endedClaimsOf(booking, li.memberId)
  if (!ended) throw new Error('no claim has ended')
  const proof = { at: mondayNine, how: 'scan' } as const
  const report = { step: 'checkIn', proof, typed: false, name: li.name } as const
  return decideEndedClaim(booking, command, ended, report, limits)
}

/** Came at nine, before the shift was cancelled; the check-in arrived later. */
const servedAtCancelled = () => {
  const gone = yes(
    decideShiftAlign(signedUp(), aShift({ state: 'cancelled' }), commandAt(mondayNine + 60_000), limits),
  )
  const back = yes(decideShiftCheckIn(gone, commandAt(ten), reportAt(mondayNine), shiftLimits))
  return yes(decideShiftCheckOut(back, commandAt(ten), reportAt(ten), shiftLimits))
}

const drawn = { state: 'in_draw', size: 2, ticket: 't' } as const

const attended = aSession({ m_a: {}, m_b: {} })
const cameToIt = { present: true, at: ten, reportedAt: ten, how: 'list' as const, byId: 'm_sun' }

const series = { id: 'b_1', number: 1, of: 4 }
const openWeekly = openBooking({ series })
const weekly = claimedBooking({ series })

/** A decision of every rule that sends a notice, with and without the optional parts. */
const decisions: (Decision<{ pending: Effect[] }> | undefined)[] = [
  decideClaim(openBooking(), early, li, today, limits),
  decideAtRisk(openBooking(), early, limits),
  decideAtRisk({ ...openBooking(), atRisk: 'leader' }, early, limits),
  decideDispatch(openBooking(), commandAt(mondayNine - hourMs, 'tap', '陈队长'), li, today, limits),
  decideInvite(openBooking(), commandAt(mondayNine - hourMs, 'tap', '陈队长'), [li.memberId], limits),
  decideInvite(openBooking(), early, [li.memberId], limits, 'offered'),
  ...[30, 0].map((minutes) =>
    decideSettle(
      yes(decideBookingPassing(inService(), commandAt(ten + 3 * dayMs), limits)),
      commandAt(ten + 4 * dayMs, 'tap', '陈队长'),
      { memberId: 'm_chen' },
      { minutes, reason: '问过居民' },
      limits,
    ),
  ),
  decideRelease(claimedBooking(), early, li.memberId, '孩子病了', limits),
  decideCancel(claimedBooking(), early, '修好了', limits),
  ...(
    [
      [openWeekly, decideClaim(openWeekly, early, li, today, limits)],
      [weekly, decideRelease(weekly, early, li.memberId, '病了', limits)],
      [weekly, decideCancel(weekly, early, '好了', limits)],
    ] as const
  ).map(([before, decision]) => asOneOfRest(decision, before, openWeekly, early)),
  decideBookingPassing(
    openBooking({ hand: { number: 1, otherId: 'b_1-b' }, wakesAt: ten, atRisk: 'grid' }),
    commandAt(mondayNine + 3 * hourMs),
    limits,
  ),
  decideChange(
    claimedBooking(),
    early,
    { window: { from: mondayNine + dayMs, to: mondayNine + dayMs + hourMs } },
    limits,
  ),
  decideChange(claimedBooking(), early, { risks: '有狗' }, limits),
  decideCheckIn(claimedBooking(), command, li.memberId, shown(ten), limits),
  decideCheckOut(inService(), command, li.memberId, shown(ten), limits),
  decideNoShow(claimedBooking(), commandAt(ten, 'missed'), wangSays, '等了很久没有来', limits),
  decideNoShow(claimedBooking(), commandAt(ten, 'missed'), liSays, '敲门没有人应', limits),
  decideAppeal(missedOnce(), command, li.memberId, '我敲了门', limits),
  decideNoShowWord(missedOnce(), command, 'm_leader', { stands: true, reason: '两边问过' }),
  decideNoShowWord(missedOnce(), command, 'm_leader', { stands: false, reason: '核对过，人到了' }),
  provedOnce('李师傅'),
  decideCheckIn(guessedAt, command, li.memberId, mistyped, limits),
  decideGuessed(newDoor(attended, limits), command, { _id: 'm_a', name: '甲' }, almostLocked, {
    coordinatorId: 'm_sun',
    teamId: 'repair',
  }),
  decideBookingPassing(inService(), commandAt(ten + 3 * dayMs), limits),
  { next: doneBooking(ten + 2 * hourMs) },
  decideCheckOut({ ...inService(), related: 'dwelling' }, command, li.memberId, shown(ten), limits),
  { next: servedUntil(mondayNine + 5 * hourMs) },
  {
    next: {
      ...yes(
        decideShiftCheckOut(
          servingSince(),
          commandAt(ten),
          { ...reportAt(ten), readsCode: true },
          shiftLimits,
        ),
      ),
    },
  },
  decideConfirm(doneBooking(), command, { stars: 5, comment: null }, limits),
  decideConfirm(doneBooking(mondayNine), command, { stars: 5, comment: null }, limits),
  decideBookingPassing(openBooking(), command, limits),
  decideBookingPassing(claimedBooking(), commandAt(ten + 3 * dayMs), limits),
  decideDoorClose(
    { ...newDoor(attended, limits), marks: { m_b: cameToIt } },
    attended,
    commandAt(attended.to + 5 * dayMs),
    limits,
  ),
  decideDoorAppeal(
    { ...newDoor(attended, limits), missed: { m_c: ten } },
    commandAt(attended.to + 5 * dayMs),
    { _id: 'm_c', name: '陈大爷' },
    '我坐在后排',
    { coordinatorId: 'm_coordinator' },
  ),
  decideProvedAt(newDoor(attended, limits), command, { _id: 'm_a', name: '甲' }, cameToIt, {
    coordinatorId: 'm_sun',
  }),
  cameBack(givenBack()),
  decideCheckOut(yes(cameBack(givenBack())), command, li.memberId, shown(ten), limits),
  cameBack(yes(decideClaim(givenBack(), commandAt(mondayNine + 60_000), zhao, today, limits))),
  { next: servedAtCancelled() },
  decideWithdrawShift(signedUp(), early, limits),
  decideShiftAlign(signedUp(), aShift({ from: ten, to: ten + hourMs }), early, limits),
  {
    next: {
      pending: shiftClashNotices(signedUp(), { cause: 'sh_1_m_zhao_2', heldFor: 'b_1', title: '水管漏水' }),
    },
  },
  decideShiftAlign(signedUp(), aShift({ state: 'cancelled' }), early, limits),
  decidePassingPlace(servingSince(), commandAt(ten + 5 * dayMs), limits),
  decidePassingPlace(signedUp(), commandAt(ten + 5 * dayMs), limits),
  decideConfirmPlace(servedUntil(), commandAt(ten + 2 * hourMs), limits),
  decideConfirmPlace(servedUntil(mondayNine), commandAt(ten + 2 * hourMs), limits),
  decideVerify(pending, command, true),
  decideVerify(pending, command, false),
  decideVerify(pending, command, false, '门牌不对'),
  decideMove(aMember(), command, { gridId: 'grid2' }),
  decideMove(aMember(), command, { gridId: 'grid2' }, 'register'),
  decideVerifyOrMove(yes(decideMove(aMember(), command, { gridId: 'grid2' })), command, false),
  decideVerifyOrMove(yes(decideMove(aMember(), command, { gridId: 'grid2' })), command, false, '门牌不对'),
  stated,
  decideOwnWord(yes(stated), command, true),
  decideOwnWord(yes(stated), command, false),
  decideVerifyOrMove(yes(stated), command, false, '门牌不对'),
  withRoleNotice(
    decideGrant(aMember(), command, leads),
    aMember(),
    command,
    leads,
    'role_granted',
    '维修服务队',
  ),
  withRoleNotice(
    decideGrant(aMember(), command, admin),
    aMember(),
    command,
    admin,
    'role_granted',
    undefined,
  ),
  withRoleNotice(
    decideRevoke(officer, command, ofTier),
    officer,
    commandAt(ten, 'tap', '社区管理员'),
    ofTier,
    'role_revoked',
    'subdistrict',
  ),
  decideDraw(
    {
      ...aSession(
        { m_1: { ...drawn, ticket: 'a' }, m_2: { ...drawn, ticket: 'b' } },
        { rule: 'draw', capacity: 2, partyMax: 2 },
      ),
      state: 'drawing',
    },
    command,
    aSeed,
    sessionLimits,
  ),
  decideApply(aMembership(), command, words, ['m_leader']),
  decideApplication(applied(), command, { accept: true }, limits),
  decideApplication(applied(), command, { accept: false }, limits),
  decideApplication(applied(), command, { accept: false, reason: '人满了' }, limits),
  decideShowLicence(inTeam(), command, aLicence, ['m_leader']),
  decideLicence(showing(), command, { by: 'm_leader', licence: '电工证', accept: true }, limits),
  decideLicence(showing(), command, { by: 'm_leader', licence: '电工证', accept: false }, limits),
  decideLicence(
    showing(),
    command,
    { by: 'm_leader', licence: '电工证', accept: false, reason: '看不清' },
    limits,
  ),
  decideRevokeLicence(licensed(ten), command, { by: 'm_leader', licence: '电工证', reason: '作废' }, limits),
  decideLicencePassing(licensed(ten), commandAt(ten), limits),
  decideLicencePassing(licensed(ten), commandAt(ten + 400 * dayMs), limits),
  decideEndProbation(inTeam(), command, 'm_leader'),
  ...toldOfRequests(),
  ...toldOfHours(),
  ...toldOfWords(),
  decideAppoint(aProxyship(), command),
  decideAskGuardian(aGuardianship(), command, mother, '母亲'),
  recordedOnPaper(),
  decideEndGuardianRecord(yes(recordedOnPaper()), command, '打电话说的'),
  decideGuardianAnswer(asked(), command, mother._id, { given: true, version: '1' }),
  decideGuardianAnswer(asked(), command, mother._id, { given: false, version: '1' }),
  decideGuardianAnswer(agreed(), command, mother._id, { given: false, version: '1' }),
  decideAcceptProxy(appointed, command),
  decideDeclineProxy(appointed, command),
  decideProxyPassing(appointed, commandAt(command.at + 8 * dayMs)),
  decideDismiss(yes(decideAcceptProxy(appointed, command)), command),
  decideStepDown(yes(decideAcceptProxy(appointed, command)), command),
  decideAdopt(
    {
      ...aMember({ paper: { note: '签了字' }, adoptKey: 'k' }),
      openid: undefined as never,
      adoptable: { until: command.at + 1, who: '小刘', whoId: 'm_worker' },
    },
    command,
    { key: 'k', openid: 'wx', accountId: 'm_a', joins: false, consents: [], adminId: 'm_admin' },
  ),
  decideCloseAccount(aMember(), command, { firstAdmin: false, underWay: false }, 15),
]
const wang = { _id: 'm_wang', name: '王奶奶' }
const daughter = { _id: 'm_daughter', name: '小王' }
const aCoordinator = { _id: 'm_sun', name: '孙姐' }
const near = { ...aSession(), remindAts: [ten, ten + hourMs], from: ten + 2 * hourMs }
const activityEffects: Effect[] = [
  decideEdit(aPublished(), commandAt(mondayNine), { place: '社区广场' }, {}),
  decideCancelActivity(aPublished(), commandAt(mondayNine), '下大雨'),
  decideTelling(aSession({ m_a: {} }), commandAt(mondayNine), aCoordinator, {
    words: '请带身份证。',
    alsoWaiting: false,
  }),
  decideRemind(near, commandAt(ten)),
  decideRemind(near, commandAt(ten + hourMs)),
].flatMap((decision) => decision?.next?.pending ?? [])
const owed: Effect[] = [
  {
    effect: 'notice',
    noticeId: 'n_invited',
    to: wang._id,
    kind: 'activity_invited',
    title: '集体生日会',
    windowFrom: ten,
    who: '赵姐',
    whoId: 'm_zhao',
  },
  ...decisions.flatMap((decision) => decision?.next?.pending ?? []),
  ...toldSubsidies().flatMap(({ pending }) => pending),
  ...(['signed_up', 'place_offered', 'place_lapsed', 'course_place_passed'] as const).map((kind) =>
    tellParty(aSession(), wang._id, kind, ten, ten + hourMs),
  ),
  ...activityEffects,
  remindEffect(aSession(), 'activity_over'),
  ...completionDecisions().flatMap((decision) => decision.next?.pending ?? []),
  remindEffect(aSession(), 'lesson_tomorrow', { lessonId: 'l_1' }),
  ...actedNotices({ key: 'k', op: 'booking.request', bookingId: 'b_1' }, daughter, wang),
  ...actedNotices({ key: 'k', op: 'member.addDependent' }, daughter, wang),
  {
    effect: 'notice',
    noticeId: 'lookups_m_zhao',
    to: wang._id,
    kind: 'lookups_stopped',
    who: '赵专干',
    whoId: 'm_zhao',
  },
  {
    effect: 'notice',
    noticeId: 'releases_m_li',
    to: wang._id,
    kind: 'many_releases',
    who: '李师傅',
    whoId: 'm_li',
  },
]
/** The notice that a person gets. A notice to a team's leaders, a queue or the supporters goes to each of them. */
const told = (effect: Effect): NoticeEffect[] => {
  switch (effect.effect) {
    case 'notice':
      return [effect]
    case 'tellLeaders': {
      const { teamId: _, ...about } = effect
      return [{ ...about, effect: 'notice', to: 'm_leader' }]
    }
    case 'credit':
      return creditNotices(effect)
    case 'tellQueue': {
      const { queue: _, ...about } = effect
      return [{ ...about, effect: 'notice', to: 'm_worker' }]
    }
    case 'gathered': {
      const request = { requesterId: wang._id, categoryTitle: '车棚' }
      return [wang._id, 'm_supporter'].map((to) => gatheredNotice(effect, request, to))
    }
    case 'tellSupporters':
      return [{ ...effect, effect: 'notice', to: 'm_supporter' }]
    case 'tellParties': {
      const { kind, activityId, title, reason, changes, cause } = effect
      const names = { grids: [], estates: [], teams: [] }
      const note = reason ?? changes.map((change) => changeWords(change, names)).join('；')
      const about = { noticeId: cause, activityId, title, windowFrom: ten, note }
      const volunteers = reason ? [] : (['shift_moved', 'shift_changed'] as const)
      return [kind, ...volunteers].map((each) => ({
        ...about,
        effect: 'notice',
        to: wang._id,
        kind: each,
      }))
    }
    case 'tellSession': {
      const { cause, sessionId: _, alsoWaiting: __, ...about } = effect
      return [{ ...about, effect: 'notice', noticeId: cause, to: wang._id, kind: 'activity_told' }]
    }
    case 'remind': {
      const { kind, cause } = effect
      const { title, place, from } = aSession()
      return [{ effect: 'notice', noticeId: cause, to: wang._id, kind, title, windowFrom: from, note: place }]
    }
    default:
      return []
  }
}
/** A notice about a credit carries the minutes of the line, which may be fewer or none. */
function creditNotices({ told, minutes }: CreditEffect): NoticeEffect[] {
  if (!told) return []
  const titles = ['陪同就医']
  return [
    { ...told, minutes: Math.abs(minutes) },
    { ...told, minutes: 20, overlap: { minutes: 10, titles } },
    { ...told, minutes: 0, overlap: { minutes: 30, titles } },
  ]
}

const notices = [
  ...[...owed, ...toldOfPlacements].flatMap(told),
  ...refusedNotices(['m_admin'], 'tpl', 'booking', ten),
  urgentNotice({ _id: 'pub_1_1', publicationId: 'pub_1', title: '今晚停水', until: ten }, 'm_wang'),
]
const community = { name: '土崩坎社区', phone: '023-72220000' }
const fields = {
  matter: 'thing1',
  what: 'thing2',
  short: 'phrase3',
  when: 'time4',
  until: 'date5',
  tip: 'thing6',
  from: 'name7',
}

function kept({ effect: _, noticeId, to, ...about }: NoticeEffect): NoticeDocument {
  return {
    _id: noticeId,
    communityId: 'tubengkan',
    memberId: to,
    at: ten,
    read: false,
    dueAt: null,
    delivery: 'sent',
    ...about,
  }
}

describe('a notice', () => {
  it('that names somebody carries their id: the name can be found when they leave', () => {
    expect(notices.filter(({ who, whoId }) => who !== undefined && whoId === undefined)).toEqual([])
  })
  it('of every kind is caused by some rule', () => {
    expect([...new Set(notices.map(({ kind }) => kind))].sort()).toEqual([...noticeKinds].sort())
  })
  it.each(noticeKinds.map((kind): [NoticeKind] => [kind]))('%s reads as whole sentences', (kind) => {
    for (const notice of notices.filter((one) => one.kind === kind)) {
      const { title, text } = noticeText(kept(notice))
      for (const said of [title, text]) {
        expect(said).not.toMatch(/undefined|null|NaN|\[object/)
        expect(said).not.toMatch(/[A-Za-z_]/)
        expect(said).not.toMatch(/（）|「」|：。/)
        expect(said).not.toContain('你')
      }
      expect(title.length).toBeGreaterThan(0)
      expect(title.length).toBeLessThanOrEqual(20)
      expect(text).toMatch(/[。！]$/)
      expect(text).toMatch(/您|请/)
    }
  })
  it('has an id of its own', () => {
    const ids = decisions.map((decision) =>
      (decision?.next?.pending ?? []).flatMap((effect) =>
        effect.effect === 'notice' ? [effect.noticeId] : [],
      ),
    )
    for (const one of ids) expect(new Set(one).size).toBe(one.length)
  })
  it('says the time at the clock of the community', () => {
    const notice = notices.find(({ kind }) => kind === 'booking_claimed') as NoticeEffect
    expect(noticeText(kept(notice)).text).toContain('11月23日 周一 9:00')
    const midnight = kept({ ...notice, windowFrom: Date.UTC(2026, 11, 31, 16, 5) })
    expect(noticeText(midnight).text).toContain('1月1日 周五 0:05')
  })
})

describe('words that people wrote, in a notice,', () => {
  it.each(['现场拍了一张。', '是哪一个花坛？', '办好了！', '等材料'])(
    'end with one full stop: %s',
    (note) => {
      for (const { kind } of notices) {
        const some = notices.find((one) => one.kind === kind) as NoticeEffect
        expect(noticeText(kept({ ...some, note })).text).not.toMatch(/[。！？]。/)
      }
    },
  )
})

describe('what is said of a notice on the telephone', () => {
  it('tells something of every kind, and nothing to be tapped', () => {
    for (const notice of notices) {
      const said = phoneScript(noticeText(kept(notice)))
      expect(said).not.toMatch(/打开|「我的|点「|undefined/)
      expect(said).toMatch(/^您好，我是社区的。.+[。？！]有什么要办的/)
    }
  })
})

describe('a message that WeChat delivers', () => {
  it('never says the key of a team or a tier in place of its name', () => {
    for (const notice of notices)
      expect(messageFacts(kept(notice), community).matter).not.toMatch(/^[a-z0-9_]+$/)
  })

  it('keeps within what its template takes', () => {
    for (const notice of notices)
      for (const title of [notice.title, '字'.repeat(60)]) {
        const facts = messageFacts(kept({ ...notice, ...(title === undefined ? {} : { title }) }), community)
        const values = messageFields({ fields }, facts)
        expect(Object.keys(values)).toHaveLength(Object.keys(fields).length)
        for (const [key, value] of Object.entries(values)) {
          expect(isTaken(key, value)).toBe(true)
          expect(value).not.toMatch(/undefined|null|NaN/)
          if (notice.who) expect(value).not.toContain(notice.who)
        }
      }
  })
})

test.each([
  ['2026-11-29T11:00', '11月29日 周日 9:00–11:00'],
  ['2026-11-30T02:00', '11月29日 周日 9:00–次日02:00'],
  ['2026-12-01T02:00', '11月29日 周日 9:00–12月1日 周二 2:00'],
])('a changed time that ends at %s is written as %s', (to, words) => {
  const at = (text: string) => Date.parse(`${text}+08:00`)
  expect(whenFromTo({ from: at('2026-11-29T09:00'), to: at(to) })).toBe(words)
})
