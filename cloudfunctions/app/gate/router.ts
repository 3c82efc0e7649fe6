import * as closing from '#app/account/closing'
import { exportOwn } from '#app/account/exportOwn'
import * as birthdays from '#app/activity/celebrants'
import * as activities from '#app/activity/edit'
import * as activityPages from '#app/activity/pages'
import * as photos from '#app/activity/photos'
import * as bookings from '#app/booking/booking'
import { claim } from '#app/booking/claim'
import * as dispatching from '#app/booking/dispatch'
import * as noShows from '#app/booking/noShow'
import { slip } from '#app/booking/slip'
import type { Context, MemberContext } from '#app/call/context'
import * as certificates from '#app/certificate/certificates'
import * as communityOps from '#app/community/communityOps'
import * as dependents from '#app/dependent/dependents'
import * as desks from '#app/desk/desks'
import * as files from '#app/file/files'
import * as guardians from '#app/guardian/guardians'
import * as digests from '#app/hours/digests'
import * as honours from '#app/hours/honours'
import * as hours from '#app/hours/hours'
import * as members from '#app/member/member'
import { move, rename } from '#app/member/moves'
import * as people from '#app/member/people'
import { changePhone } from '#app/member/phones'
import * as roles from '#app/member/roles'
import * as inbox from '#app/notice/inbox'
import * as proxies from '#app/proxy/proxies'
import { importRegister } from '#app/register/register'
import * as sums from '#app/report/sums'
import { rates } from '#app/request/rates'
import * as requests from '#app/request/request'
import * as requestSteps from '#app/request/steps'
import * as attendance from '#app/session/attendance'
import * as door from '#app/session/door'
import * as feedback from '#app/session/feedback'
import * as mySignups from '#app/session/mySignups'
import { exportRoster } from '#app/session/rosterSheet'
import * as sessions from '#app/session/signUp'
import * as shifts from '#app/shift/shift'
import * as shiftDesk from '#app/shift/shiftDesk'
import * as licences from '#app/team/licences'
import * as teams from '#app/team/team'
import { type InputOf, inputs, type Operation, type ReplyOf } from '#contract/operations'
import type { PaceName } from '#contract/shared/pace'
import type { Answer } from '#contract/shared/refusal'
import type { Who } from './policy'

/** One operation: who may call it, and what runs. A handler that needs a member is only allowed behind a policy that sees to it. */
export type Row<Op extends Operation> = {
  /** How often one person may; where nothing is said, as its kind: `read` or `write`. */
  pace?: PaceName
} & (
  | { who: 'anyone' | 'known'; run: (context: Context, input: InputOf<Op>) => Promise<Answer<ReplyOf<Op>>> }
  | {
      who: Exclude<Who, 'anyone' | 'known'>
      run: (context: MemberContext, input: InputOf<Op>) => Promise<Answer<ReplyOf<Op>>>
    }
)

/** Every operation. A missing row does not compile. */
export const table: { readonly [Op in Operation]: Row<Op> } = {
  'community.get': { who: 'anyone', run: communityOps.get },
  'community.whole': { who: ['admin'], run: communityOps.whole },
  'community.edit': { who: ['admin'], run: communityOps.edit },
  'desk.begin': { who: 'anyone', pace: 'pairing', run: desks.begin },
  'desk.poll': { who: 'anyone', run: desks.poll },
  'desk.approve': { who: 'member', pace: 'guess', run: desks.approve },
  'desk.list': { who: 'member', run: desks.list },
  'desk.logout': { who: 'member', run: desks.logout },
  'member.me': { who: 'anyone', run: members.me },
  'member.register': { who: 'known', run: members.register },
  'member.changePhone': { who: ['resident'], run: changePhone },
  'member.move': { who: ['resident'], pace: 'guess', run: move },
  'member.rename': { who: ['resident'], pace: 'guess', run: rename },
  'member.verify': { who: ['admin', 'grid_worker'], run: members.verify },
  'member.grant': { who: ['admin'], run: roles.grant },
  'member.revoke': { who: ['admin'], run: roles.revoke },
  'member.roles': { who: ['admin'], run: roles.roles },
  'member.dependents': { who: ['resident'], run: dependents.list },
  'member.addDependent': { who: ['resident'], run: dependents.add },
  'member.editDependent': { who: ['resident'], run: dependents.edit },
  'member.removeDependent': { who: ['resident'], run: dependents.remove },
  'member.appointProxy': { who: ['resident'], run: proxies.appoint },
  'member.dismissProxy': { who: ['resident'], run: proxies.dismiss },
  'member.consent': { who: 'member', run: people.consent },
  'member.pending': { who: ['admin', 'grid_worker'], run: people.pending },
  'member.import': { who: ['admin'], run: importRegister },
  'member.search': { who: ['admin', 'grid_worker'], pace: 'search', run: people.search },
  'member.reveal': { who: ['admin', 'grid_worker'], pace: 'reveal', run: people.reveal },
  'member.accessLog': { who: 'member', run: people.accessLog },
  'member.export': { who: 'member', run: exportOwn },
  'member.unfinished': { who: 'member', run: closing.unfinished },
  'member.close': { who: 'member', run: closing.close },
  'member.keep': { who: 'member', run: closing.keep },
  'guardian.ask': { who: ['resident'], run: guardians.ask },
  'guardian.answer': { who: ['resident'], run: guardians.answer },
  'guardian.record': { who: ['admin', 'grid_worker'], run: guardians.recordWord },
  'guardian.endRecord': { who: ['admin', 'grid_worker'], run: guardians.endRecord },
  'guardian.list': { who: ['resident'], run: guardians.list },
  'team.list': { who: 'anyone', run: teams.list },
  'team.apply': { who: ['resident'], run: teams.apply },
  'team.decide': { who: ['team_leader', 'admin'], run: teams.decide },
  'team.mine': { who: 'member', run: licences.mine },
  'team.showLicence': { who: ['volunteer'], run: licences.show },
  'team.decideLicence': { who: ['team_leader', 'admin'], run: licences.decide },
  'team.endProbation': { who: ['team_leader', 'admin'], run: licences.endProbation },
  'team.leave': { who: 'member', run: teams.leave },
  'team.roster': { who: ['team_leader', 'admin'], run: teams.roster },
  'booking.request': { who: ['resident'], run: bookings.request },
  'booking.list': { who: 'member', run: bookings.list },
  'booking.get': { who: 'member', run: bookings.get },
  'booking.claim': { who: ['volunteer'], run: claim },
  'booking.release': { who: ['volunteer'], run: bookings.release },
  'booking.cancel': { who: ['resident'], run: bookings.cancel },
  'booking.code': { who: ['resident'], run: bookings.code },
  'booking.slip': { who: ['resident'], run: slip },
  'booking.checkIn': { who: ['volunteer'], run: bookings.checkIn },
  'booking.checkOut': { who: ['volunteer'], run: bookings.checkOut },
  'booking.confirm': { who: ['resident'], run: bookings.confirm },
  'booking.noShow': { who: ['resident'], run: noShows.say },
  'booking.appeal': { who: ['resident'], run: noShows.appeal },
  'booking.decideNoShow': { who: ['team_leader', 'admin'], run: noShows.decide },
  'booking.noShows': { who: ['team_leader', 'admin'], run: noShows.list },
  'booking.atRisk': { who: ['team_leader', 'grid_worker', 'admin'], run: dispatching.atRisk },
  'booking.candidates': { who: ['team_leader', 'admin'], run: dispatching.candidates },
  'booking.dispatch': { who: ['team_leader', 'admin'], run: dispatching.dispatch },
  'booking.invite': { who: ['team_leader', 'admin'], run: dispatching.invite },
  'booking.forgotten': { who: ['team_leader', 'admin'], run: dispatching.forgotten },
  'booking.settle': { who: ['team_leader', 'admin'], run: dispatching.settle },
  'request.file': { who: ['resident', 'grid_worker'], run: requests.file },
  'request.similar': { who: ['resident', 'grid_worker'], run: requests.similar },
  'request.support': { who: ['resident'], run: requests.support },
  'request.list': { who: 'member', run: requests.list },
  'request.get': { who: 'member', run: requests.get },
  'request.accept': { who: ['grid_worker', 'officer'], run: requestSteps.accept },
  'request.assign': { who: ['grid_worker', 'officer'], run: requestSteps.assign },
  'request.progress': { who: ['grid_worker', 'officer'], run: requestSteps.progress },
  'request.ask': { who: ['grid_worker', 'officer'], run: requestSteps.ask },
  'request.extend': { who: ['grid_worker', 'officer'], run: requestSteps.extend },
  'request.escalate': { who: ['grid_worker', 'officer'], run: requestSteps.escalate },
  'request.takeOver': { who: ['grid_worker', 'officer'], run: requestSteps.takeOver },
  'request.return': { who: ['grid_worker', 'officer'], run: requestSteps.giveBack },
  'request.approve': { who: ['grid_worker', 'officer'], run: requestSteps.approve },
  'request.resolve': { who: ['grid_worker', 'officer'], run: requestSteps.resolve },
  'request.decline': { who: ['grid_worker', 'officer'], run: requestSteps.decline },
  'request.publish': { who: ['grid_worker', 'officer'], run: requestSteps.publish },
  'request.answer': { who: ['resident'], run: requestSteps.answer },
  'request.rate': { who: ['resident'], run: requestSteps.rate },
  'request.reopen': { who: ['resident'], run: requestSteps.reopen },
  'request.hands': { who: ['grid_worker', 'officer'], run: requests.hands },
  'request.rates': { who: ['grid_worker', 'officer', 'admin'], run: rates },
  'file.begin': { who: 'member', run: files.begin },
  'file.part': { who: 'member', run: files.part },
  'file.url': { who: 'member', run: files.url },
  'session.code': { who: ['coordinator'], run: attendance.code },
  'session.checkIn': { who: ['resident'], pace: 'guess', run: attendance.checkIn },
  'session.mark': { who: ['coordinator'], run: door.mark },
  'session.walkIn': { who: ['coordinator'], run: door.walkIn },
  'session.undoWalkIn': { who: ['coordinator'], run: door.undoWalkIn },
  'session.roster': { who: ['coordinator'], run: door.roster },
  'session.export': { who: ['coordinator'], pace: 'reveal', run: exportRoster },
  'session.appeal': { who: ['resident'], run: attendance.appeal },
  'session.feedback': { who: ['resident'], run: feedback.give },
  'session.feedbacks': { who: ['coordinator'], run: feedback.read },
  'shift.signUp': { who: ['volunteer'], run: shifts.signUp },
  'shift.withdraw': { who: ['volunteer'], run: shifts.withdraw },
  'shift.checkIn': { who: ['volunteer'], run: shifts.checkIn },
  'shift.checkOut': { who: ['volunteer'], run: shifts.checkOut },
  'shift.confirm': { who: ['coordinator', 'team_leader'], run: shiftDesk.confirm },
  'shift.mine': { who: 'member', run: shifts.mine },
  'shift.roster': { who: ['coordinator', 'team_leader'], run: shiftDesk.roster },
  'session.signUp': { who: ['resident'], run: sessions.signUp },
  'session.withdraw': { who: ['resident'], run: sessions.withdraw },
  'session.acceptOffer': { who: ['resident'], run: sessions.acceptOffer },
  'session.declineOffer': { who: ['resident'], run: sessions.declineOffer },
  'session.mine': { who: 'member', run: mySignups.mine },
  'session.drawProof': { who: 'anyone', run: sessions.drawProof },
  'activity.saveDraft': { who: ['coordinator'], run: activities.saveDraft },
  'activity.publish': { who: ['coordinator'], run: activities.publish },
  'activity.edit': { who: ['coordinator'], run: activities.edit },
  'activity.copy': { who: ['coordinator'], run: activities.copy },
  'activity.cancel': { who: ['coordinator'], run: activities.cancel },
  'activity.list': { who: 'anyone', run: activityPages.list },
  'activity.get': { who: 'anyone', run: activityPages.get },
  'activity.templates': { who: ['coordinator'], run: activityPages.templates },
  'activity.birthdays': { who: ['coordinator'], pace: 'reveal', run: birthdays.birthdays },
  'activity.invite': { who: ['coordinator'], run: birthdays.invite },
  'activity.addPhotos': { who: ['coordinator'], run: photos.addPhotos },
  'activity.removePhoto': { who: ['coordinator'], run: photos.removePhoto },
  'hours.statement': { who: 'member', run: hours.statement },
  'hours.honour': { who: ['team_leader'], run: honours.propose },
  'hours.approveHonour': { who: ['team_leader', 'admin'], run: honours.decide },
  'hours.honours': { who: ['team_leader', 'admin'], run: honours.list },
  'hours.reverse': { who: ['team_leader', 'admin'], run: honours.reverse },
  'hours.months': { who: 'member', run: hours.months },
  'hours.leaderboard': { who: 'anyone', run: sums.leaderboard },
  'hours.digest': { who: 'anyone', run: digests.digest },
  'hours.verify': { who: ['admin'], run: digests.verify },
  'hours.certificate': { who: ['resident'], run: certificates.issue },
  'hours.certificates': { who: 'member', run: certificates.list },
  'certificate.get': { who: 'member', run: certificates.get },
  'certificate.revoke': { who: ['admin'], run: certificates.revoke },
  'certificate.verify': { who: 'anyone', pace: 'guess', run: certificates.verify },
  'report.overview': {
    who: ['grid_worker', 'officer', 'team_leader', 'coordinator', 'admin'],
    run: sums.overview,
  },
  'inbox.list': { who: 'member', run: inbox.list },
  'inbox.read': { who: 'member', run: inbox.read },
  'notice.allow': { who: 'member', run: inbox.allow },
}

export const isOperation = (op: string): op is Operation => Object.hasOwn(inputs, op)
