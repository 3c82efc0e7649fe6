import type { Operation, RawInputOf } from '#contract/operations'
import { hourMs } from './time'

/** Documents that exist when the inputs are sent; every other id in the inputs names nothing. */
export interface Existing {
  /** A volunteer of the repair team. */
  memberId: string
  /** A registration that waits to be verified. */
  pendingId: string
  /** A minor; a worker has recorded a guardian's consent from a paper. */
  minorId: string
  /** An applicant of the repair team. */
  applicantId: string
  /** A booking with the repair team that nobody has claimed. */
  bookingId: string
  /** Another one, which nobody claims. */
  openId: string
  /** An honour that was proposed and not decided. */
  honourId: string
  /** A line of the volunteer's ledger. */
  lineId: string
  certificateNo: string
  verifyCode: string
}

const from = Date.UTC(2030, 0, 7, 1)
const to = from + hourMs

const reason = '问过了'
const teamId = 'repair'
const dwelling = { gridId: 'grid1', estateId: 'huochai', building: '1栋', unit: '1-1' }
const requestId = 'req_none'
const sessionId = 'ses_none'
const shiftId = 'shi_none'
const activityId = 'act_none'
const fileId = 'file_none'
const code = '123456'
const activity = {
  kind: 'lecture' as const,
  title: '健康讲座',
  summary: '讲一讲冬天怎么保暖',
  place: '社区活动室',
  sessions: [{ from, to, capacity: 20 }],
  signup: { opensAt: from - 48 * hourMs, closesAt: from - hourMs, rule: 'first_come' as const, partyMax: 2 },
}

/** A valid input for every operation. An operation without a line does not compile. */
export const validInputs = (there: Existing): { readonly [Op in Operation]: RawInputOf<Op> } => ({
  'community.get': {},
  'home.get': {},
  'community.whole': {},
  'community.lacking': {},
  'community.edit': { name: '土崩坎社区' },
  'desk.begin': {},
  'desk.poll': { pairId: 'pair_none', pollSecret: 'secret' },
  'desk.approve': { pairId: 'pair_none', digits: '1234' },
  'desk.list': {},
  'desk.logout': {},
  'member.me': {},
  'member.register': {
    name: '小唐',
    ...dwelling,
    consents: [
      { kind: 'service', version: '2026-11' },
      { kind: 'sensitive', version: '2026-11' },
    ],
  },
  'member.changePhone': { phone: '13800000000' },
  'member.move': dwelling,
  'member.rename': { name: '小唐' },
  'member.settleAsked': { accept: false },
  'member.verify': { memberId: there.pendingId, accept: true },
  'member.grant': { memberId: there.memberId, role: 'coordinator' },
  'member.revoke': { memberId: there.memberId, role: 'coordinator' },
  'member.roles': { memberId: there.memberId },
  'member.dependents': {},
  'member.addDependent': { name: '老李', relation: '老伴', consentNote: '本人同意' },
  'member.editDependent': { dependentId: 'dep_none', relation: '母亲' },
  'member.removeDependent': { dependentId: 'dep_none' },
  'member.appointProxy': { memberId: there.memberId },
  'member.dismissProxy': { memberId: there.memberId },
  'member.acceptProxy': { memberId: there.memberId },
  'member.declineProxy': { memberId: there.memberId },
  'member.consent': { kind: 'leaderboard', version: '2026-11', given: true },
  'member.pending': {},
  'member.search': { q: there.memberId },
  'member.enrol': { name: '罗婆婆', ...dwelling, consentNote: '本人签了纸面同意' },
  'member.adoptCode': { memberId: there.memberId },
  'member.adopt': { code: '12345678' },
  'member.import': { csv: '姓名,小区,楼栋,房号,网格\n', dryRun: true },
  'member.removeDwelling': { estateId: 'huochai', building: '3栋', unit: '9-9', reason: '写错了' },
  'member.reveal': { memberId: there.memberId, fields: ['phone'], reason },
  'member.accessLog': {},
  'member.export': {},
  'member.unfinished': {},
  'member.close': {},
  'member.keep': {},
  'guardian.ask': { memberId: there.memberId, relation: '母亲' },
  'guardian.answer': { memberId: there.memberId, given: true, version: '2026-11' },
  'guardian.record': {
    memberId: there.memberId,
    guardianName: '老唐',
    relation: '父亲',
    note: '纸质同意书在档案柜',
  },
  'guardian.endRecord': { memberId: there.minorId, reason },
  'guardian.list': {},
  'team.list': {},
  'team.apply': { teamId, skills: ['水电'] },
  'team.decide': { memberId: there.applicantId, teamId, accept: true },
  'team.mine': {},
  'team.showLicence': { teamId, licence: '电工证', validUntil: '2030-01-01' },
  'team.decideLicence': { teamId, memberId: there.memberId, licence: '电工证', accept: true },
  'team.revokeLicence': { teamId, memberId: there.memberId, licence: '电工证', reason },
  'team.endProbation': { teamId, memberId: there.memberId },
  'team.leave': { teamId },
  'team.roster': { teamId },
  'booking.request': {
    service: 'repair',
    kind: 'plumbing',
    description: '厨房水龙头漏水',
    risks: '无',
    place: 'home',
    window: { from, to },
  },
  'booking.weeks': { from: 1_780_000_000_000, weeks: 8 },
  'booking.list': { scope: 'open' },
  'booking.get': { bookingId: there.bookingId },
  'booking.claim': { bookingId: there.bookingId },
  'booking.release': { bookingId: there.bookingId, reason },
  'booking.cancel': { bookingId: there.bookingId, reason },
  'booking.change': { bookingId: there.bookingId, risks: '有狗' },
  'booking.code': { bookingId: there.bookingId },
  'booking.slip': { bookingId: there.bookingId },
  'booking.checkIn': { bookingId: there.bookingId, code },
  'booking.checkOut': { bookingId: there.bookingId, code },
  'booking.confirm': { bookingId: there.bookingId, stars: 5 },
  'booking.object': { bookingId: there.bookingId, note: '没有来过' },
  'booking.noShow': { bookingId: there.bookingId, note: '没有来' },
  'booking.appeal': { bookingId: there.bookingId, note: '我去过' },
  'booking.decideNoShow': { bookingId: there.bookingId, claim: 1, stands: true, reason },
  'booking.noShows': { teamId },
  'booking.atRisk': {},
  'booking.candidates': { bookingId: there.openId },
  'booking.dispatch': { bookingId: there.bookingId, memberId: there.memberId },
  'booking.invite': { bookingId: there.openId, memberIds: [there.memberId] },
  'booking.forgotten': {},
  'booking.settle': { bookingId: there.bookingId, minutes: 30, reason },
  'request.file': { category: 'other', description: '路灯不亮', gridId: 'grid1' },
  'request.similar': { category: 'other', gridId: 'grid1' },
  'request.support': { requestId },
  'request.list': { scope: 'published' },
  'request.get': { requestId },
  'request.accept': { requestId },
  'request.assign': { requestId, memberId: there.memberId },
  'request.progress': { requestId, note: '去看过了' },
  'request.ask': { requestId, question: '在哪里' },
  'request.extend': { requestId, days: 2, reason },
  'request.escalate': { requestId, reason },
  'request.takeOver': { requestId },
  'request.return': { requestId, reason },
  'request.approve': { requestId },
  'request.resolve': { requestId, resolution: '换了灯泡' },
  'request.decline': { requestId, reason },
  'request.publish': { requestId, title: '路灯', text: '路灯不亮' },
  'request.answer': { requestId, answer: '三栋门口' },
  'request.rate': { requestId, satisfied: true },
  'request.reopen': { requestId, reason: '又不亮了' },
  'request.correct': { requestId, description: '路灯不亮，在三栋门口' },
  'request.supplement': { requestId, words: '晚上看不见路' },
  'request.withdraw': { requestId, reason },
  'request.hands': { requestId },
  'request.rates': { from: '2026-01-01', to: '2026-12-31', by: 'grid' },
  'file.begin': { purpose: 'booking_photo', size: 1024, type: 'image/png' },
  'file.part': { fileId, index: 0, base64: 'AAAA' },
  'file.url': { fileId },
  'session.code': { sessionId },
  'session.checkIn': { sessionId, code },
  'session.mark': { sessionId, marks: [{ memberId: there.memberId, present: true }] },
  'session.walkIn': { sessionId, name: '老唐', size: 1 },
  'session.undoWalkIn': { sessionId, walkInId: 'walk_none' },
  'session.roster': { sessionId },
  'session.tell': { sessionId, words: '请带身份证。' },
  'session.tellings': { sessionId },
  'session.export': { sessionId },
  'session.appeal': { sessionId, note: '我去过' },
  'session.feedback': { sessionId, stars: 5 },
  'session.feedbacks': { sessionId },
  'session.signUp': { sessionId, party: [{ self: true }] },
  'session.withdraw': { sessionId },
  'session.acceptOffer': { sessionId },
  'session.declineOffer': { sessionId },
  'session.changeParty': { sessionId, names: ['王奶奶'] },
  'session.mine': { when: 'upcoming' },
  'session.drawProof': { sessionId },
  'shift.signUp': { shiftId },
  'shift.withdraw': { shiftId },
  'shift.checkIn': { shiftId, code },
  'shift.checkOut': { shiftId, code },
  'shift.confirm': { shiftId },
  'shift.add': { shiftId, memberId: there.memberId },
  'shift.candidates': { shiftId },
  'shift.list': { teamId },
  'shift.mine': { when: 'upcoming' },
  'shift.roster': { sessionId },
  'activity.saveDraft': activity,
  'activity.publish': activity,
  'activity.edit': { activityId, title: '健康讲座' },
  'activity.copy': { activityId, shiftDays: 7 },
  'activity.cancel': { activityId, reason },
  'activity.list': { when: 'upcoming' },
  'activity.get': { activityId },
  'activity.templates': {},
  'activity.birthdays': { month: '2026-11', reason },
  'activity.invite': { activityId, memberIds: [there.memberId] },
  'activity.addPhotos': { activityId, fileIds: [fileId] },
  'activity.removePhoto': { activityId, fileId },
  'hours.statement': { memberId: there.memberId },
  'hours.honour': { memberId: there.memberId, teamId, minutes: 30, reason: '帮忙搬家' },
  'hours.word': { shiftId, memberId: there.memberId, minutes: 30, reason: '手机没电' },
  'hours.words': { month: '2026-11' },
  'hours.approveHonour': { entryId: there.honourId },
  'hours.honours': { teamId },
  'hours.reverse': { entryId: there.lineId, reason: '记错了' },
  'hours.months': { memberId: there.memberId, year: 2026 },
  'hours.leaderboard': {},
  'hours.digest': {},
  'hours.verify': {},
  'hours.certificate': {},
  'hours.certificates': {},
  'certificate.get': { certificateNo: there.certificateNo },
  'certificate.verify': { certificateNo: there.certificateNo, verifyCode: there.verifyCode },
  'certificate.revoke': { certificateNo: there.certificateNo, reason },
  'report.overview': { from: '2026-01-01', to: '2026-12-31' },
  'inbox.list': {},
  'inbox.read': { noticeIds: ['note_none'] },
  'notice.allow': { templateId: 'tpl1', outcome: 'accept' },
})
