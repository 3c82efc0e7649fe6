import * as account from '#app/account/operations'
import * as activity from '#app/activity/operations'
import * as booking from '#app/booking/operations'
import type { OperationRow } from '#app/call/row'
import * as callList from '#app/callList/operations'
import * as campaign from '#app/campaign/operations'
import * as certificate from '#app/certificate/operations'
import * as community from '#app/community/operations'
import * as dependent from '#app/dependent/operations'
import * as desk from '#app/desk/operations'
import * as enrolment from '#app/enrolment/operations'
import * as file from '#app/file/operations'
import * as guardian from '#app/guardian/operations'
import * as guide from '#app/guide/operations'
import * as home from '#app/home/operations'
import * as hours from '#app/hours/operations'
import * as member from '#app/member/operations'
import * as notice from '#app/notice/operations'
import * as pact from '#app/pact/operations'
import * as placement from '#app/placement/operations'
import * as poster from '#app/poster/operations'
import * as proxy from '#app/proxy/operations'
import * as publication from '#app/publication/operations'
import * as register from '#app/register/operations'
import * as report from '#app/report/operations'
import * as request from '#app/request/operations'
import * as session from '#app/session/operations'
import * as shift from '#app/shift/operations'
import * as standard from '#app/standard/operations'
import * as station from '#app/station/operations'
import * as subsidy from '#app/subsidy/operations'
import * as team from '#app/team/operations'
import * as training from '#app/training/operations'
import * as vacancy from '#app/vacancy/operations'
import type { Operation } from '#contract/operations'

/** Every operation. A missing row does not compile. */
export const table: { readonly [Op in Operation]: OperationRow<Op> } = {
  ...account.rows,
  ...activity.rows,
  ...booking.rows,
  ...callList.rows,
  ...campaign.rows,
  ...certificate.rows,
  ...community.rows,
  ...dependent.rows,
  ...desk.rows,
  ...enrolment.rows,
  ...file.rows,
  ...guardian.rows,
  ...guide.rows,
  ...home.rows,
  ...hours.rows,
  ...member.rows,
  ...notice.rows,
  ...pact.rows,
  ...placement.rows,
  ...poster.rows,
  ...proxy.rows,
  ...publication.rows,
  ...register.rows,
  ...report.rows,
  ...request.rows,
  ...session.rows,
  ...shift.rows,
  ...standard.rows,
  ...station.rows,
  ...subsidy.rows,
  ...team.rows,
  ...training.rows,
  ...vacancy.rows,
}

export const isOperation = (op: string): op is Operation => Object.hasOwn(table, op)
