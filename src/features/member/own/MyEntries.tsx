import { useRead } from '#cloud/call/useRead'
import type { Me } from '#contract/member'
import { routes } from '#routes'
import { activityListText } from '#text/activity/activity'
import { leadText } from '#text/booking/dispatch'
import { meText } from '#text/member/member'
import { shiftText } from '#text/shift/shift'
import { Row, Rows } from '#ui/show/Row'
import { arranges, holdsRole, isKnown, isOffice, isResidentStaff, serves } from './rolesHeld'

export interface MyEntriesProps {
  me: Me & { member: NonNullable<Me['member']> }
}

/** The ways to everything that is mine; a volunteer's work stands where a volunteer is. */
export function MyEntries({ me }: MyEntriesProps) {
  return (
    <>
      <MineRows me={me} />
      <DutyRows me={me} />
      <StaffRows me={me} />
      <OwnRows me={me} />
    </>
  )
}

/** What I have asked for, signed up for and do for others. */
function MineRows({ me }: MyEntriesProps) {
  const [inbox] = useRead('inbox.list', { limit: 1 })
  const unread = inbox.state === 'ready' ? inbox.data.unread : 0
  const known = isKnown(me)
  return (
    <Rows>
      {known && (
        <Row icon='home' title={meText.myBookings} detail={meText.myBookingsDetail} to={routes.myBookings} />
      )}
      <Row
        icon='activities'
        title={meText.mySignups}
        detail={activityListText.mineDetail}
        to={routes.mySignups}
      />
      {known && (
        <Row icon='stamp' title={meText.myRequests} detail={meText.myRequestsDetail} to={routes.myRequests} />
      )}
      {serves(me) && <Row icon='hands' title={meText.myClaims} to={routes.myClaims} />}
      {serves(me) && (
        <Row icon='team' title={shiftText.mine} detail={shiftText.mineDetail} to={routes.myShifts} />
      )}
      {serves(me) && (
        <Row icon='ledger' title={meText.statement} detail={meText.statementDetail} to={routes.statement} />
      )}
      <Row
        icon='bell'
        title={meText.notices}
        end={unread > 0 ? meText.unread(unread) : undefined}
        to={routes.inbox}
      />
    </Rows>
  )
}

/** What a team, an activity or a tier of the community has given me to do. */
function DutyRows({ me }: MyEntriesProps) {
  return (
    <>
      {arranges(me) && (
        <Rows>
          <Row icon='hands' title={leadText.entry} detail={leadText.entryDetail} to={routes.lead} />
        </Rows>
      )}
      {(holdsRole(me, 'team_leader') || holdsRole(me, 'admin')) && (
        <Rows>
          <Row icon='ledger' title={meText.teamHours} detail={meText.teamHoursDetail} to={routes.teamHours} />
        </Rows>
      )}
      {holdsRole(me, 'coordinator') && (
        <Rows>
          <Row
            icon='knot'
            title={meText.coordinator}
            detail={meText.coordinatorDetail}
            to={routes.coordinator}
          />
        </Rows>
      )}
      {(isOffice(me) || holdsRole(me, 'admin')) && (
        <Rows>
          {isOffice(me) && (
            <Row
              icon='hall'
              title={meText.requestQueue}
              detail={meText.requestQueueDetail}
              to={routes.requestQueue}
            />
          )}
          <Row icon='ledger' title={meText.rates} detail={meText.ratesDetail} to={routes.rates} />
        </Rows>
      )}
    </>
  )
}

/** The register of residents and the community itself, for who keeps them. */
function StaffRows({ me }: MyEntriesProps) {
  if (!isResidentStaff(me)) return null
  return (
    <Rows>
      <Row icon='stamp' title={meText.residents} detail={meText.residentsDetail} to={routes.residents} />
      {holdsRole(me, 'admin') && (
        <Row
          icon='home'
          title={meText.communityEdit}
          detail={meText.communityEditDetail}
          to={routes.communityEdit}
        />
      )}
      {holdsRole(me, 'admin') && (
        <Row
          icon='ledger'
          title={meText.registerImport}
          detail={meText.registerImportDetail}
          to={routes.registerImport}
        />
      )}
    </Rows>
  )
}

/** Who belongs to me, who may see and do what, and my account. */
function OwnRows({ me }: MyEntriesProps) {
  const { length: dependents } = me.member.dependents
  const verified = me.member.state === 'verified'
  return (
    <Rows>
      {verified && (
        <Row
          icon='family'
          title={meText.dependents}
          detail={meText.dependentsDetail}
          end={dependents > 0 ? meText.dependentsCount(dependents) : undefined}
          to={routes.dependents}
        />
      )}
      {me.member.minor && (
        <Row icon='stamp' title={meText.guardian} detail={meText.guardianDetail} to={routes.guardian} />
      )}
      {verified && (
        <Row icon='key' title={meText.proxies} detail={meText.proxiesDetail} to={routes.proxies} />
      )}
      <Row icon='eye' title={meText.access} detail={meText.accessDetail} to={routes.access} />
      <Row icon='team' title={meText.teams} detail={meText.teamsDetail} to={routes.teams} />
      <Row
        icon='key'
        title={meText.account}
        detail={me.member.closesAt === undefined ? meText.accountDetail : meText.accountClosing}
        to={routes.account}
      />
    </Rows>
  )
}
