import type { Operation } from '#contract/operations'
import type { Person } from './house'

/** One owner's documents, from which others must be kept. */
export interface Belongings {
  owner: Person
  /** The owner's booking with the repair team in the first grid; a volunteer of that team has claimed it. */
  bookingId: string
  /** The owner's booking that nobody has claimed. */
  openId: string
  dependentId: string
  noticeId: string
  deskId: string
  /** The owner's proxy. */
  proxyId: string
  /** A registration that waits in the first grid. */
  pendingId: string
  /** An applicant of the repair team. */
  applicantId: string
  /** An honour that was proposed in the repair team. */
  honourId: string
  /** A line of a ledger of the repair team. */
  lineId: string
  /** A certificate on that ledger. */
  certificateNo: string
  /** The owner's request, filed in the first grid and not on the board. */
  requestId: string
  /** The owner's way to a vacancy. */
  placementId: string
  now: number
}

/**
 * What an operation does to a document of somebody else's, for everybody the gate lets in whose team, grid or tier is
 * another one. An admin answers for the whole community; `adminToo` says where even that is not enough.
 */
export type Ownership =
  /** Nobody's document is in it; the text says why. */
  | { nothing: string }
  /** It names a document and is refused: with `not_found`, or with one of `codes`. */
  | { names: (theirs: Belongings) => object; adminToo?: true; codes?: readonly string[] }
  /** It lists documents, and the answer has none of these strings. */
  | {
      lists: (theirs: Belongings) => object
      hides: (theirs: Belongings) => readonly string[]
      adminToo?: true
    }
  /** It may succeed, and what the owner sees does not change. */
  | {
      leaves: (theirs: Belongings) => object
      alone: (theirs: Belongings) => Promise<unknown>
      adminToo?: true
    }

const whole = { nothing: 'the gate lets in only who answers for the whole community' }
const ranByTeam = { nothing: 'who runs which activity is asked of every operation: teamActivity.test.ts' }
const forWork = { nothing: 'every coordinator looks after every vacancy; nobody decides about themselves' }
const writtenTogether = {
  nothing: 'what stands written is the community’s: whoever writes looks after all of it',
}
const everyone = { nothing: 'everybody may see it' }
const ofTheBooking = ({ bookingId }: Belongings) => ({ bookingId })
const ofTheRequest = ({ requestId }: Belongings) => ({ requestId })
const everything = ({ owner, bookingId, openId, dependentId, noticeId, deskId }: Belongings) => [
  owner.memberId,
  bookingId,
  openId,
  dependentId,
  noticeId,
  deskId,
]
/** It answers with the caller's own documents, whatever the input. */
const ownLists = { lists: () => ({}), hides: everything, adminToo: true } as const

const ownParty = { nothing: 'it knows the caller’s own party alone' }

/** An operation without a line does not compile. */
export const ownership: Record<Operation, Ownership> = {
  'community.get': everyone,
  'community.whole': whole,
  'community.lacking': whole,
  'community.edit': whole,
  'desk.begin': { nothing: 'it makes a new pair' },
  'desk.poll': { nothing: 'only who holds the secret of a pair gets its token: identity.test.ts' },
  'desk.approve': { nothing: 'whoever approves signs in themselves: identity.test.ts' },
  'desk.list': ownLists,
  'desk.logout': { names: ({ deskId }) => ({ deskId }), adminToo: true },
  'home.get': ownLists,
  'member.me': ownLists,
  'member.register': { nothing: 'the member id derives from the caller' },
  'member.changePhone': { nothing: 'the number is the caller’s own: people.test.ts' },
  'member.move': { nothing: 'the place is the caller’s own: moving.test.ts' },
  'member.rename': { nothing: 'the name is the caller’s own: moving.test.ts' },
  'member.settleAsked': { nothing: 'what waits is the caller’s own: asked.test.ts' },
  'member.verify': { names: ({ pendingId }) => ({ memberId: pendingId, accept: true }) },
  'member.grant': whole,
  'member.revoke': whole,
  'member.roles': whole,
  'member.addDependent': { nothing: 'it makes a new one of the caller’s' },
  'member.dependents': ownLists,
  'member.editDependent': { names: ({ dependentId }) => ({ dependentId, needs: '看一看' }), adminToo: true },
  'member.removeDependent': { names: ({ dependentId }) => ({ dependentId }), adminToo: true },
  'member.appointProxy': {
    leaves: ({ proxyId }) => ({ memberId: proxyId }),
    alone: async ({ owner }) => (await owner.ask('member.me', {})).member?.proxies,
    adminToo: true,
  },
  'member.dismissProxy': {
    leaves: ({ proxyId }) => ({ memberId: proxyId }),
    alone: async ({ owner }) => (await owner.ask('member.me', {})).member?.proxies,
    adminToo: true,
  },
  'member.acceptProxy': { names: ({ applicantId }) => ({ memberId: applicantId }), adminToo: true },
  'member.declineProxy': { names: ({ applicantId }) => ({ memberId: applicantId }), adminToo: true },
  'member.consent': {
    leaves: () => ({ kind: 'sensitive', version: '2026-12', given: true }),
    alone: async ({ owner }) => (await owner.ask('member.me', {})).consents,
    adminToo: true,
  },
  'member.pending': { lists: () => ({ limit: 50 }), hides: ({ pendingId }) => [pendingId] },
  'member.enrol': {
    names: () => ({
      ...{ name: '罗婆婆', consentNote: '纸面同意' },
      ...{ gridId: 'grid1', estateId: 'huochai', building: '1栋', unit: '1-1' },
    }),
  },
  'member.adoptCode': { names: ({ owner }) => ({ memberId: owner.memberId }) },
  'member.adopt': { nothing: 'the code names the member, and its holder alone has it: adopt.test.ts' },
  'member.import': whole,
  'member.removeDwelling': whole,
  'member.search': {
    lists: ({ owner }) => ({ q: owner.memberId }),
    hides: ({ owner }) => [owner.memberId],
  },
  'member.reveal': {
    names: ({ owner }) => ({ memberId: owner.memberId, fields: ['phone'], reason: '看一看' }),
  },
  'member.accessLog': ownLists,
  'member.export': ownLists,
  'member.unfinished': ownLists,
  'member.close': { nothing: 'it names nobody: the caller’s own account closes' },
  'member.keep': {
    leaves: () => ({}),
    alone: async ({ owner }) => (await owner.ask('member.me', {})).member?.closesAt,
    adminToo: true,
  },
  'guardian.ask': { nothing: 'the word it asks for is about the caller: guardian.test.ts' },
  'guardian.answer': {
    names: ({ owner }) => ({ memberId: owner.memberId, given: true, version: '1' }),
    adminToo: true,
  },
  'guardian.record': {
    names: ({ owner }) => ({
      memberId: owner.memberId,
      guardianName: '别人',
      relation: '母亲',
      note: '纸质同意书',
    }),
  },
  'guardian.endRecord': { names: ({ owner }) => ({ memberId: owner.memberId, reason: '打电话说的' }) },
  'guardian.list': ownLists,
  'team.list': everyone,
  'team.get': everyone,
  'poster.code': everyone,
  'team.apply': { nothing: 'anybody may apply to any team, for themselves' },
  'team.decide': {
    names: ({ applicantId }) => ({ memberId: applicantId, teamId: 'repair', accept: true }),
  },
  'team.mine': ownLists,
  'team.showLicence': { nothing: 'the licence is the caller’s own: licences.test.ts' },
  'team.decideLicence': {
    names: ({ applicantId }) => ({
      memberId: applicantId,
      teamId: 'repair',
      licence: '电工证',
      accept: true,
    }),
  },
  'team.revokeLicence': {
    names: ({ applicantId }) => ({
      memberId: applicantId,
      teamId: 'repair',
      licence: '电工证',
      reason: '看错了',
    }),
  },
  'team.endProbation': { names: ({ applicantId }) => ({ memberId: applicantId, teamId: 'repair' }) },
  'team.leave': {
    leaves: () => ({ teamId: 'repair' }),
    alone: async ({ owner }) =>
      (await owner.ask('team.list', {})).items.map(({ memberCount, mine }) => [memberCount, mine]),
    adminToo: true,
  },
  'team.roster': { names: () => ({ teamId: 'repair' }) },
  'booking.request': {
    names: ({ dependentId, now }) => ({
      service: 'repair',
      kind: 'lamp',
      description: '灯不亮',
      risks: '无',
      place: 'home',
      window: { from: now + 3_600_000, to: now + 7_200_000 },
      forDependentId: dependentId,
    }),
    adminToo: true,
  },
  'booking.weeks': { nothing: "The calendar is everybody's." },
  'booking.list': {
    lists: () => ({ scope: 'team', limit: 50 }),
    hides: ({ bookingId, openId }) => [bookingId, openId],
    adminToo: true,
  },
  'booking.get': { names: ofTheBooking },
  'booking.claim': { names: ({ openId }) => ({ bookingId: openId }), codes: ['not_in_team'] },
  'booking.release': { names: (theirs) => ({ ...ofTheBooking(theirs), reason: '不去了' }), adminToo: true },
  'booking.cancel': { names: (theirs) => ({ ...ofTheBooking(theirs), reason: '不要了' }), adminToo: true },
  'booking.change': { names: (theirs) => ({ ...ofTheBooking(theirs), risks: '有狗' }), adminToo: true },
  'booking.code': { names: ofTheBooking, adminToo: true },
  'booking.slip': { names: ofTheBooking },
  'booking.checkIn': { names: (theirs) => ({ ...ofTheBooking(theirs), code: '000000' }), adminToo: true },
  'booking.checkOut': { names: (theirs) => ({ ...ofTheBooking(theirs), code: '000000' }), adminToo: true },
  'booking.confirm': { names: (theirs) => ({ ...ofTheBooking(theirs), stars: 5 }), adminToo: true },
  'booking.object': { names: ({ bookingId }) => ({ bookingId, note: '没有来过' }) },
  'booking.noShow': { names: (theirs) => ({ ...ofTheBooking(theirs), note: '没来' }), adminToo: true },
  'booking.appeal': { names: (theirs) => ({ ...ofTheBooking(theirs), note: '我来了' }), adminToo: true },
  'booking.decideNoShow': {
    names: (theirs) => ({ ...ofTheBooking(theirs), claim: 1, stands: true, reason: '问过了' }),
  },
  'booking.noShows': { names: () => ({ teamId: 'repair' }) },
  'booking.atRisk': { lists: () => ({}), hides: ({ bookingId, openId }) => [bookingId, openId] },
  'booking.candidates': { names: ({ openId }) => ({ bookingId: openId }) },
  'booking.dispatch': { names: ({ openId, owner }) => ({ bookingId: openId, memberId: owner.memberId }) },
  'booking.invite': { names: ({ openId, owner }) => ({ bookingId: openId, memberIds: [owner.memberId] }) },
  'booking.forgotten': { lists: () => ({}), hides: ({ bookingId, openId }) => [bookingId, openId] },
  'booking.settle': { names: (theirs) => ({ ...ofTheBooking(theirs), minutes: 1, reason: '问过了' }) },
  'request.file': { nothing: 'it makes a new one of the caller’s' },
  'pact.assent': { nothing: 'the assent is the caller’s own, one for each edition' },
  'pact.paperAssents': writtenTogether,
  'pact.papers': writtenTogether,
  'pact.propose': { nothing: 'it makes a new request of the caller’s' },
  'pact.proposals': everyone,
  'pact.vote': { nothing: 'the ballot is the caller’s own, one for each vote' },
  'pact.proof': everyone,
  'guide.apply': { nothing: 'it makes a new request of the caller’s' },
  'request.similar': {
    lists: () => ({ category: 'other', gridId: 'grid1', estateId: 'huochai' }),
    hides: (t) => [t.owner.memberId, t.requestId],
  },
  'request.support': { names: ofTheRequest, adminToo: true },
  'request.list': {
    lists: () => ({ scope: 'queue' }),
    hides: ({ requestId }) => [requestId],
    adminToo: true,
  },
  'request.get': { names: ofTheRequest, adminToo: true },
  'request.accept': { names: ofTheRequest },
  'request.assign': { names: (t) => ({ ...ofTheRequest(t), memberId: t.owner.memberId }) },
  'request.progress': { names: (t) => ({ ...ofTheRequest(t), note: '去看过了' }) },
  'request.ask': { names: (t) => ({ ...ofTheRequest(t), question: '在哪里' }) },
  'request.extend': { names: (t) => ({ ...ofTheRequest(t), days: 2, reason: '等材料' }) },
  'request.escalate': { names: (t) => ({ ...ofTheRequest(t), reason: '要经费' }) },
  'request.takeOver': { names: ofTheRequest },
  'request.return': { names: (t) => ({ ...ofTheRequest(t), reason: '退回去' }) },
  'request.approve': { names: ofTheRequest },
  'request.resolve': { names: (t) => ({ ...ofTheRequest(t), resolution: '办好了' }) },
  'request.decline': { names: (t) => ({ ...ofTheRequest(t), reason: '办不了' }) },
  'request.publish': { names: (t) => ({ ...ofTheRequest(t), title: '标题', text: '正文' }) },
  'request.answer': { names: (t) => ({ ...ofTheRequest(t), answer: '在三栋' }), adminToo: true },
  'request.rate': { names: (t) => ({ ...ofTheRequest(t), satisfied: true }), adminToo: true },
  'request.reopen': { names: (t) => ({ ...ofTheRequest(t), reason: '没修好' }), adminToo: true },
  'request.correct': { names: (t) => ({ ...ofTheRequest(t), description: '别的事' }), adminToo: true },
  'request.supplement': { names: (t) => ({ ...ofTheRequest(t), words: '还有一处' }), adminToo: true },
  'request.withdraw': { names: (t) => ({ ...ofTheRequest(t), reason: '不用办了' }), adminToo: true },
  'request.hands': { names: ofTheRequest },
  'request.rates': { nothing: 'counts only; a grid worker’s are those of their grids: requests.test.ts' },
  'file.begin': { nothing: 'it makes a new one of the caller’s' },
  'file.part': { nothing: 'a picture takes parts from its owner only: files.test.ts' },
  'file.url': {
    nothing: 'a picture is its owner’s until it is attached, then by its purpose: files.test.ts',
  },
  'session.code': ranByTeam,
  'session.checkIn': { nothing: 'the party is the caller’s own' },
  'session.mark': ranByTeam,
  'session.walkIn': ranByTeam,
  'session.undoWalkIn': ranByTeam,
  'session.roster': ranByTeam,
  'notice.unreached': {
    lists: () => ({}),
    hides: ({ owner, bookingId, openId, requestId }) => [owner.memberId, bookingId, openId, requestId],
  },
  'notice.toldByPhone': { names: ({ noticeId }) => ({ noticeId }), adminToo: true },
  'session.tell': ranByTeam,
  'session.tellings': ranByTeam,
  'session.export': ranByTeam,
  'session.feedback': { nothing: 'the word is the caller’s own: feedback.test.ts' },
  'session.feedbacks': ranByTeam,
  'session.appeal': { nothing: 'what was missed is the caller’s own' },
  'shift.signUp': { nothing: 'the place is the caller’s own' },
  'shift.withdraw': { nothing: 'the place is the caller’s own' },
  'shift.checkIn': { nothing: 'the place is the caller’s own' },
  'shift.checkOut': { nothing: 'the place is the caller’s own' },
  'shift.confirm': { nothing: 'a leader of another team is refused: shift.test.ts' },
  'shift.add': { nothing: 'who runs the shift adds to it: teamActivity.test.ts' },
  'shift.candidates': { nothing: 'who runs the shift sees them: teamActivity.test.ts' },
  'shift.list': everyone,
  'shift.mine': { ...ownLists, lists: () => ({ when: 'past' }) },
  'shift.roster': { nothing: 'a leader of another team sees none: shift.test.ts' },
  'training.stock': whole,
  'training.handOut': whole,
  'training.takeBack': whole,
  'training.stocks': whole,
  'subsidy.claim': { nothing: 'the claim is the caller’s own' },
  'subsidy.withdrawClaim': { nothing: 'the claim is the caller’s own' },
  'subsidy.draw': whole,
  'subsidy.approve': whole,
  'subsidy.pay': whole,
  'subsidy.receive': { nothing: 'a line is found by its person and by whoever may note it: subsidy.test.ts' },
  'subsidy.reverse': whole,
  'subsidy.sheet': whole,
  'subsidy.lines': whole,
  'subsidy.mine': ownLists,
  'session.signUp': { nothing: 'whoever signs up signs up for themselves; dependents: sessions.test.ts' },
  'session.withdraw': ownParty,
  'session.acceptOffer': ownParty,
  'session.declineOffer': ownParty,
  'session.changeParty': ownParty,
  'session.mine': { ...ownLists, lists: () => ({ when: 'upcoming' }) },
  'session.drawProof': everyone,
  'activity.saveDraft': ranByTeam,
  'activity.publish': ranByTeam,
  'activity.edit': ranByTeam,
  'activity.copy': ranByTeam,
  'activity.cancel': ranByTeam,
  'activity.list': everyone,
  'activity.get': everyone,
  'activity.templates': everyone,
  'activity.birthdays': whole,
  'activity.invite': whole,
  'activity.addPhotos': ranByTeam,
  'activity.removePhoto': ranByTeam,
  'hours.statement': { names: ({ owner }) => ({ memberId: owner.memberId }) },
  'hours.honour': {
    names: ({ owner }) => ({ memberId: owner.memberId, teamId: 'repair', minutes: 30, reason: '帮忙搬家' }),
  },
  'hours.word': {
    names: ({ owner, bookingId }) => ({
      bookingId,
      memberId: owner.memberId,
      minutes: 30,
      reason: '手机没电',
    }),
  },
  'hours.words': whole,
  'hours.approveHonour': { names: ({ honourId }) => ({ entryId: honourId }) },
  'hours.honours': { names: () => ({ teamId: 'repair' }) },
  'hours.reverse': { names: ({ lineId }) => ({ entryId: lineId, reason: '记错了' }) },
  'hours.months': { names: ({ owner }) => ({ memberId: owner.memberId, year: 2026 }) },
  'hours.leaderboard': { nothing: 'only who agreed is named: hours.test.ts' },
  'hours.digest': everyone,
  'hours.verify': whole,
  'hours.certificate': { nothing: 'it is made of the caller’s own ledger' },
  'hours.certificates': ownLists,
  'certificate.get': { names: ({ certificateNo }) => ({ certificateNo }) },
  'certificate.revoke': whole,
  'training.board': ranByTeam,
  'training.complete': whole,
  'training.certificate': { nothing: 'it finds the caller’s own certificates alone: completion.test.ts' },
  'training.admit': ranByTeam,
  'certificate.verify': { nothing: 'only who holds the paper knows its code: hours.test.ts' },
  'report.overview': { nothing: 'counts only' },
  'inbox.list': ownLists,
  'inbox.read': {
    leaves: ({ noticeId }) => ({ noticeIds: [noticeId] }),
    alone: async ({ owner }) => (await owner.ask('inbox.list', {})).unread,
    adminToo: true,
  },
  'notice.allow': { nothing: 'the count belongs to the caller' },
  'vacancy.publish': forWork,
  'vacancy.edit': forWork,
  'vacancy.close': forWork,
  'vacancy.list': everyone,
  'vacancy.get': everyone,
  'publication.saveDraft': writtenTogether,
  'publication.publish': writtenTogether,
  'publication.approve': writtenTogether,
  'publication.return': writtenTogether,
  'publication.edit': writtenTogether,
  'publication.retire': writtenTogether,
  'publication.list': everyone,
  'publication.get': everyone,
  'publication.editions': everyone,
  'station.say': { nothing: 'a station is everybody’s: who passes it says how it is there' },
  'standard.figures': everyone,
  'campaign.gather': writtenTogether,
  'campaign.stage': writtenTogether,
  'campaign.resolve': writtenTogether,
  'campaign.get': everyone,
  'campaign.requests': writtenTogether,
  'campaign.proposed': writtenTogether,
  'placement.interest': { nothing: 'the way is the caller’s own, one for each vacancy' },
  'placement.withdraw': { names: ({ placementId }) => ({ placementId }), adminToo: true },
  'placement.pass': forWork,
  'placement.invite': forWork,
  'placement.place': forWork,
  'placement.decline': forWork,
  'placement.leave': forWork,
  'placement.followUp': forWork,
  'placement.list': forWork,
  'placement.mine': ownLists,
  'placement.due': forWork,
  'placement.figures': forWork,
}
