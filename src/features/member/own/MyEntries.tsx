import { useRead } from '#cloud/call/useRead'
import type { Me } from '#contract/member'
import { runsActivities, runsEveryActivity } from '#contract/shared/grants'
import { routes } from '#routes'
import { activityListText } from '#text/activity/activity'
import { leadText } from '#text/booking/dispatch'
import { workText } from '#text/home/work'
import { meText } from '#text/member/member'
import { shiftText } from '#text/shift/shift'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ListRow, ListRows } from '#ui/show/Row'
import {
  everVolunteered,
  handlesRequests,
  holdsRole,
  isResidentOrMoving,
  isResidentStaff,
  seesUnclaimed,
} from './rolesHeld'

export interface MyEntriesProps {
  me: Me & { member: NonNullable<Me['member']> }
}

/** The links on the person's own page. Which of them stand there depends on the person's roles. */
export function MyEntries({ me }: MyEntriesProps) {
  return (
    <>
      <MineRows me={me} />
      <WorkRows me={me} />
      <Box tag='section' className='stack-tight'>
        <Heading>{meText.own}</Heading>
        <OwnRows me={me} />
      </Box>
    </>
  )
}

/** Links to the person's own bookings, sign-ups, requests and volunteer work. */
function MineRows({ me }: MyEntriesProps) {
  const [inbox] = useRead('inbox.list', { limit: 1 })
  const unread = inbox.state === 'ready' ? inbox.data.unread : 0
  const known = isResidentOrMoving(me)
  return (
    <ListRows>
      {known && (
        <ListRow
          icon='home'
          title={meText.myBookings}
          detail={meText.myBookingsDetail}
          to={routes.myBookings}
        />
      )}
      <ListRow
        icon='activities'
        title={meText.mySignups}
        detail={activityListText.mineDetail}
        to={routes.mySignups}
      />
      {known && (
        <ListRow
          icon='stamp'
          title={meText.myRequests}
          detail={meText.myRequestsDetail}
          to={routes.myRequests}
        />
      )}
      {everVolunteered(me) && <ListRow icon='hands' title={meText.myClaims} to={routes.myClaims} />}
      {everVolunteered(me) && (
        <ListRow icon='team' title={shiftText.mine} detail={shiftText.mineDetail} to={routes.myShifts} />
      )}
      {everVolunteered(me) && (
        <ListRow
          icon='ledger'
          title={meText.statement}
          detail={meText.statementDetail}
          to={routes.statement}
        />
      )}
      <ListRow
        icon='bell'
        title={meText.notices}
        end={unread > 0 ? meText.unread(unread) : undefined}
        to={routes.inbox}
      />
    </ListRows>
  )
}

/** Links to the work of the person's offices, in one block. */
function WorkRows({ me }: MyEntriesProps) {
  const leads = holdsRole(me, 'team_leader')
  const runsAll = runsEveryActivity(me.roles)
  const administers = holdsRole(me, 'admin')
  const verifies = isResidentStaff(me)
  const handles = handlesRequests(me)
  if (!leads && !runsAll && !verifies && !handles) return null
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{workText.title}</Heading>
      <ListRows>
        {seesUnclaimed(me) && (
          <ListRow icon='hands' title={leadText.entry} detail={leadText.entryDetail} to={routes.lead} />
        )}
        {runsActivities(me.roles) && (
          <ListRow
            icon='knot'
            title={runsAll ? meText.coordinator : meText.teamActivities}
            detail={runsAll ? meText.coordinatorDetail : meText.teamActivitiesDetail}
            to={routes.coordinator}
          />
        )}
        {handles && (
          <ListRow
            icon='hall'
            title={meText.requestQueue}
            detail={meText.requestQueueDetail}
            to={routes.requestQueue}
          />
        )}
        {verifies && (
          <ListRow icon='me' title={meText.residents} detail={meText.residentsDetail} to={routes.residents} />
        )}
        {(leads || administers) && (
          <ListRow
            icon='ledger'
            title={meText.teamHours}
            detail={meText.teamHoursDetail}
            to={routes.teamHours}
          />
        )}
        {(handles || administers) && (
          <ListRow icon='eye' title={meText.rates} detail={meText.ratesDetail} to={routes.rates} />
        )}
        {administers && (
          <ListRow
            icon='home'
            title={meText.communityEdit}
            detail={meText.communityEditDetail}
            to={routes.communityEdit}
          />
        )}
        {administers && (
          <ListRow
            icon='ledger'
            title={meText.registerImport}
            detail={meText.registerImportDetail}
            to={routes.registerImport}
          />
        )}
      </ListRows>
    </Box>
  )
}

/** Links to relatives, proxies, guardians and the account. */
function OwnRows({ me }: MyEntriesProps) {
  const { length: dependents } = me.member.dependents
  const verified = me.member.state === 'verified'
  return (
    <ListRows>
      {verified && (
        <ListRow
          icon='family'
          title={meText.dependents}
          detail={meText.dependentsDetail}
          end={dependents > 0 ? meText.dependentsCount(dependents) : undefined}
          to={routes.dependents}
        />
      )}
      {me.member.minor && (
        <ListRow icon='family' title={meText.guardian} detail={meText.guardianDetail} to={routes.guardian} />
      )}
      {verified && (
        <ListRow
          icon='team'
          title={meText.proxies}
          detail={meText.proxiesDetail}
          end={me.member.askedToAct && meText.proxiesAsked}
          to={routes.proxies}
        />
      )}
      {!me.member.onPaper && !me.member.office && (
        <ListRow icon='key' title={meText.adopt} detail={meText.adoptDetail} to={routes.adopt} />
      )}
      <ListRow icon='eye' title={meText.access} detail={meText.accessDetail} to={routes.access} />
      <ListRow icon='team' title={meText.teams} detail={meText.teamsDetail} to={routes.teams} />
      <ListRow
        icon='key'
        title={meText.account}
        detail={me.member.closesAt === undefined ? meText.accountDetail : meText.accountClosing}
        to={routes.account}
      />
    </ListRows>
  )
}
