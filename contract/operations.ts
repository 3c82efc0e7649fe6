import * as v from 'valibot'
import * as activity from './activity'
import * as booking from './booking'
import * as certificate from './certificate'
import * as community from './community'
import * as desk from './desk'
import * as file from './file'
import * as guardian from './guardian'
import * as hours from './hours'
import * as member from './member'
import * as notice from './notice'
import * as request from './request'
import type { DependentId, Instant, Page } from './shared/scalars'
import * as team from './team'

/** Every operation and the schema of its input. */
export const inputs = {
  'community.get': community.communityGet,
  'community.whole': community.communityWhole,
  'community.edit': community.communityEdit,
  'desk.begin': desk.deskBegin,
  'desk.poll': desk.deskPoll,
  'desk.approve': desk.deskApprove,
  'desk.list': desk.deskList,
  'desk.logout': desk.deskLogout,
  'member.me': member.memberMe,
  'member.register': member.memberRegister,
  'member.changePhone': member.memberChangePhone,
  'member.move': member.memberMove,
  'member.rename': member.memberRename,
  'member.verify': member.memberVerify,
  'member.grant': member.memberGrant,
  'member.revoke': member.memberRevoke,
  'member.roles': member.memberRoles,
  'member.dependents': member.memberDependents,
  'member.addDependent': member.memberAddDependent,
  'member.editDependent': member.memberEditDependent,
  'member.removeDependent': member.memberRemoveDependent,
  'member.appointProxy': member.memberAppointProxy,
  'member.dismissProxy': member.memberDismissProxy,
  'member.consent': member.memberConsent,
  'member.pending': member.memberPending,
  'member.search': member.memberSearch,
  'member.import': member.memberImport,
  'member.reveal': member.memberReveal,
  'member.accessLog': member.memberAccessLog,
  'member.export': member.memberExport,
  'member.unfinished': member.memberUnfinished,
  'member.close': member.memberClose,
  'member.keep': member.memberKeep,
  'guardian.ask': guardian.guardianAsk,
  'guardian.answer': guardian.guardianAnswer,
  'guardian.record': guardian.guardianRecord,
  'guardian.endRecord': guardian.guardianEndRecord,
  'guardian.list': guardian.guardianList,
  'team.list': team.teamList,
  'team.apply': team.teamApply,
  'team.decide': team.teamDecide,
  'team.mine': team.teamMine,
  'team.showLicence': team.teamShowLicence,
  'team.decideLicence': team.teamDecideLicence,
  'team.endProbation': team.teamEndProbation,
  'team.leave': team.teamLeave,
  'team.roster': team.teamRoster,
  'booking.request': booking.bookingRequest,
  'booking.list': booking.bookingList,
  'booking.get': booking.bookingGet,
  'booking.claim': booking.bookingClaim,
  'booking.release': booking.bookingRelease,
  'booking.cancel': booking.bookingCancel,
  'booking.code': booking.bookingCode,
  'booking.slip': booking.bookingSlip,
  'booking.checkIn': booking.bookingCheckIn,
  'booking.checkOut': booking.bookingCheckOut,
  'booking.confirm': booking.bookingConfirm,
  'booking.noShow': booking.bookingNoShow,
  'booking.appeal': booking.bookingNoShow,
  'booking.decideNoShow': booking.bookingDecideNoShow,
  'booking.noShows': booking.bookingNoShows,
  'booking.atRisk': booking.bookingAtRisk,
  'booking.candidates': booking.bookingCandidates,
  'booking.dispatch': booking.bookingDispatch,
  'booking.invite': booking.bookingInvite,
  'booking.forgotten': booking.bookingForgotten,
  'booking.settle': booking.bookingSettle,
  'request.file': request.requestFile,
  'request.similar': request.requestSimilar,
  'request.support': request.requestSupport,
  'request.list': request.requestList,
  'request.get': request.requestOne,
  'request.accept': request.requestOne,
  'request.assign': request.requestAssign,
  'request.progress': request.requestProgress,
  'request.ask': request.requestAsk,
  'request.extend': request.requestExtend,
  'request.escalate': request.requestReason,
  'request.takeOver': request.requestTakeOver,
  'request.return': request.requestReason,
  'request.approve': request.requestOne,
  'request.resolve': request.requestResolve,
  'request.decline': request.requestReason,
  'request.publish': request.requestPublish,
  'request.answer': request.requestAnswer,
  'request.rate': request.requestRate,
  'request.reopen': request.requestReopen,
  'request.hands': request.requestHands,
  'request.rates': request.requestRates,
  'file.begin': file.fileBegin,
  'file.part': file.filePart,
  'file.url': file.fileUrl,
  'session.code': activity.sessionOne,
  'session.checkIn': activity.sessionCheckIn,
  'session.mark': activity.sessionMark,
  'session.walkIn': activity.sessionWalkIn,
  'session.undoWalkIn': activity.sessionUndoWalkIn,
  'session.roster': activity.sessionOne,
  'session.export': activity.sessionExport,
  'session.appeal': activity.sessionAppeal,
  'session.feedback': activity.sessionFeedback,
  'session.feedbacks': activity.sessionOne,
  'shift.signUp': activity.shiftOne,
  'shift.withdraw': activity.shiftOne,
  'shift.checkIn': activity.shiftAttend,
  'shift.checkOut': activity.shiftAttend,
  'shift.confirm': activity.shiftConfirm,
  'shift.mine': activity.shiftMine,
  'shift.roster': activity.shiftRoster,
  'session.signUp': activity.sessionSignUp,
  'session.withdraw': activity.sessionWithdraw,
  'session.acceptOffer': activity.sessionOne,
  'session.declineOffer': activity.sessionOne,
  'session.mine': activity.sessionMine,
  'session.drawProof': activity.sessionOne,
  'activity.saveDraft': activity.activitySaveDraft,
  'activity.publish': activity.activityPublish,
  'activity.edit': activity.activityEdit,
  'activity.copy': activity.activityCopy,
  'activity.cancel': activity.activityCancel,
  'activity.list': activity.activityList,
  'activity.get': activity.activityGet,
  'activity.templates': activity.activityTemplates,
  'activity.birthdays': activity.activityBirthdays,
  'activity.invite': activity.activityInvite,
  'activity.addPhotos': activity.activityAddPhotos,
  'activity.removePhoto': activity.activityRemovePhoto,
  'hours.statement': hours.hoursStatement,
  'hours.honour': hours.hoursHonour,
  'hours.approveHonour': hours.hoursApproveHonour,
  'hours.honours': hours.hoursHonours,
  'hours.reverse': hours.hoursReverse,
  'hours.months': hours.hoursMonths,
  'hours.leaderboard': hours.hoursLeaderboard,
  'hours.digest': hours.hoursDigest,
  'hours.verify': hours.hoursVerify,
  'hours.certificate': certificate.hoursCertificate,
  'hours.certificates': certificate.hoursCertificates,
  'certificate.get': certificate.certificateGet,
  'certificate.revoke': certificate.certificateRevoke,
  'certificate.verify': certificate.certificateVerify,
  'report.overview': hours.reportOverview,
  'inbox.list': notice.inboxList,
  'inbox.read': notice.inboxRead,
  'notice.allow': notice.noticeAllow,
} as const

export type Operation = keyof typeof inputs
export type InputOf<Op extends Operation> = v.InferOutput<(typeof inputs)[Op]>
/** What a client writes before the schema has trimmed and normalised it. */
export type RawInputOf<Op extends Operation> = v.InferInput<(typeof inputs)[Op]>

/** What each operation answers when it says yes. */
export interface Replies {
  'community.get': community.Community
  'community.whole': community.WholeCommunity
  'community.edit': { rev: number }
  'desk.begin': desk.PairBegun
  'desk.poll': desk.Polled
  'desk.approve': { state: desk.PairState }
  'desk.list': Page<desk.Desk>
  'desk.logout': Record<string, never>
  'member.me': member.Me
  'member.register': member.Registered
  'member.changePhone': { phoneMasked?: string }
  'member.move': { state: member.MemberState }
  'member.rename': { state: member.MemberState }
  'member.verify': { state: member.MemberState }
  'member.grant': { roles: member.Grant[] }
  'member.revoke': { roles: member.Grant[] }
  'member.roles': member.RolesOnRecord
  'member.addDependent': { dependentId: DependentId }
  'member.dependents': { items: member.OwnDependent[] }
  'member.editDependent': { dependentId: DependentId }
  'member.removeDependent': { dependentId: DependentId }
  'member.appointProxy': { proxies: member.AppointedProxy[] }
  'member.dismissProxy': { proxies: member.AppointedProxy[] }
  'member.consent': { consents: member.Me['consents'] }
  'member.pending': Page<member.FoundMember>
  'member.search': Page<member.FoundMember>
  'member.import': member.RegisterImported
  'member.reveal': member.Revealed
  'member.accessLog': Page<member.AccessLine>
  'member.export': member.Exported
  'member.unfinished': member.Unfinished
  'member.close': { closesAt: Instant }
  'member.keep': { kept: true }
  'guardian.ask': { state: guardian.GuardianState }
  'guardian.answer': { state: guardian.GuardianState }
  'guardian.record': { state: guardian.GuardianState }
  'guardian.endRecord': { state: guardian.GuardianState }
  'guardian.list': guardian.Guardians
  'team.list': Page<team.Team>
  'team.apply': team.Applied
  'team.decide': { state: team.TeamMemberState }
  'team.mine': Page<team.MyTeam>
  'team.showLicence': { shown: team.LicenceView[] }
  'team.decideLicence': { licences: team.LicenceView[] }
  'team.endProbation': { state: team.TeamMemberState }
  'team.leave': { state: team.TeamMemberState }
  'team.roster': Page<team.TeamMember>
  'booking.request': { bookingId: string; state: booking.BookingState }
  'booking.list': Page<booking.BookingCard>
  'booking.get': booking.BookingDetail
  'booking.claim': booking.BookingMoved
  'booking.release': booking.BookingMoved
  'booking.cancel': booking.BookingMoved
  'booking.code': booking.BookingCode
  'booking.slip': booking.Slip
  'booking.checkIn': booking.BookingMinutes
  'booking.checkOut': booking.BookingMinutes
  'booking.confirm': booking.BookingMinutes
  'booking.noShow': booking.BookingMoved
  'booking.appeal': { state: booking.NoShowState }
  'booking.decideNoShow': { state: booking.NoShowState }
  'booking.noShows': Page<booking.NoShowCard>
  'booking.atRisk': Page<booking.BookingAtRisk>
  'booking.candidates': booking.BookingCandidates
  'booking.dispatch': booking.BookingMoved
  'booking.invite': booking.BookingMoved
  'booking.forgotten': Page<booking.BookingForgotten>
  'booking.settle': booking.BookingMinutes
  'request.file': request.RequestFiled
  'request.similar': Page<request.RequestCard>
  'request.support': { supporters: number }
  'request.list': Page<request.RequestCard>
  'request.get': request.RequestDetail
  'request.accept': request.RequestMoved
  'request.assign': request.RequestMoved
  'request.progress': request.RequestMoved
  'request.ask': request.RequestMoved
  'request.extend': request.RequestMoved
  'request.escalate': request.RequestMoved
  'request.takeOver': request.RequestMoved
  'request.return': request.RequestMoved
  'request.approve': request.RequestMoved
  'request.resolve': request.RequestMoved
  'request.decline': request.RequestMoved
  'request.publish': request.RequestMoved
  'request.answer': request.RequestMoved
  'request.rate': request.RequestMoved
  'request.reopen': request.RequestMoved
  'request.hands': Page<request.Hand>
  'request.rates': request.Rates
  'file.begin': file.FileBegun
  'file.part': file.FileParted
  'file.url': file.FileUrl
  'session.code': booking.BookingCode
  'session.checkIn': { state: 'present' }
  'session.mark': { marked: number; unknown: string[] }
  'session.walkIn': { walkInId: string }
  'session.undoWalkIn': { walkInId: string }
  'session.roster': { parties: activity.RosterParty[]; tally: activity.AttendanceTally }
  'session.export': activity.RosterExported
  'session.appeal': { state: 'appealed' }
  'session.feedback': { stars: number }
  'session.feedbacks': activity.Feedbacks
  'shift.signUp': activity.ShiftMoved
  'shift.withdraw': activity.ShiftMoved
  'shift.checkIn': activity.ShiftMoved
  'shift.checkOut': activity.ShiftMoved
  'shift.confirm': { volunteers: activity.ShiftVolunteer[] }
  'shift.mine': Page<activity.MyShift>
  'shift.roster': { shifts: activity.ShiftLines[] }
  'session.signUp': activity.SignedUp
  'session.withdraw': activity.SignedUp
  'session.acceptOffer': activity.SignedUp
  'session.declineOffer': activity.SignedUp
  'session.mine': Page<activity.SignupCard>
  'session.drawProof': activity.DrawProof
  'activity.saveDraft': activity.Published
  'activity.publish': activity.Published
  'activity.edit': activity.Published
  'activity.copy': activity.Published
  'activity.cancel': activity.Published
  'activity.list': Page<activity.ActivityCard>
  'activity.get': activity.ActivityDetail
  'activity.templates': Page<activity.Template>
  'activity.birthdays': Page<activity.Celebrant>
  'activity.invite': { invited: number }
  'activity.addPhotos': { photos: number }
  'activity.removePhoto': { photos: number }
  'hours.statement': hours.Statement
  'hours.honour': { entryId: string }
  'hours.approveHonour': { entryId: string }
  'hours.honours': Page<hours.HonourView>
  'hours.reverse': { entryId: string }
  'hours.months': { months: hours.MonthOfHours[] }
  'hours.leaderboard': hours.Leaderboard
  'hours.digest': hours.HoursDigest
  'hours.verify': hours.HoursVerified
  'hours.certificate': certificate.CertificateIssued
  'hours.certificates': Page<certificate.CertificateCard>
  'certificate.get': certificate.Certificate
  'certificate.revoke': { state: certificate.CertificateState }
  'certificate.verify': certificate.CertificateVerified
  'report.overview': hours.Overview
  'inbox.list': Page<notice.Notice> & { unread: number }
  'inbox.read': { unread: number }
  'notice.allow': notice.NoticeBalance
}
export type ReplyOf<Op extends Operation> = Replies[Op]

/** What a client sends, whatever the transport. */
export interface Envelope {
  op: string
  input?: unknown
  /** Made once per intention: the same person, op and commandId have their effect once. */
  commandId?: string
  /** The member on whose behalf the caller acts. */
  actingFor?: string
}
export const envelope = v.object({
  op: v.string(),
  input: v.optional(v.unknown()),
  commandId: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
  actingFor: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/))),
})
