import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import type { HoursEntry, Statement } from '#contract/hours'
import type { MemberId } from '#contract/shared/scalars'
import { EntryRow } from '#features/hours/EntryRow'
import { HonourSheet } from '#features/hours/HonourSheet'
import { HoursTotal } from '#features/hours/HoursTotal'
import { MonthsPicture } from '#features/hours/MonthsPicture'
import { oneLine } from '#features/hours/oneLine'
import { StarsHeld } from '#features/hours/StarsHeld'
import { type ShownSum, SumsCard } from '#features/hours/SumsCard'
import { mayReverse, teamsLed } from '#features/hours/teamsLed'
import { ForWhom } from '#features/member/proxy/ForWhom'
import { behalfAt, routes } from '#routes'
import { hoursText as words } from '#text/hours/hours'
import { durationWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { ReasonSheet } from '#ui/sheet/ReasonSheet'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

/**
 * The statement of the viewer, of a member for whom they act at the counter, or of one of a team that the viewer leads:
 * totals, stars, months and lines.
 */
export default function StatementPage() {
  return (
    <Screen title={titles.statement}>
      <ForWhom>{(principal) => <OpenStatement actingFor={principal?.memberId} />}</ForWhom>
    </Screen>
  )
}

function OpenStatement({ actingFor }: { actingFor: MemberId | undefined }) {
  const of = useRouter().params.of || undefined
  const { paging, older, newer } = usePages()
  const asked = { ...paging, ...(of && { memberId: of }) }
  const [statement, refresh] = useRead('hours.statement', asked, { actingFor })
  const [news, setNews] = useState<string>()
  return (
    <>
      <Maybe>{news && <Banner tone='good'>{news}</Banner>}</Maybe>
      <StateView of={statement} onRetry={refresh} empty={of || actingFor ? undefined : <NoHours />}>
        {(held) => (
          <>
            <HoursTotal statement={held} other={of !== undefined || actingFor !== undefined} />
            <StarsHeld stars={held.stars} recordedMinutes={held.recordedMinutes} />
            {of ? (
              <ProposeHonour statement={held} tell={setNews} />
            ) : (
              <ListRows>
                <ListRow
                  icon='stamp'
                  title={words.certificates}
                  detail={words.certificatesDetail}
                  to={behalfAt(routes.certificates, actingFor)}
                />
                {!actingFor && (
                  <ListRow
                    icon='star'
                    title={words.leaderboard}
                    detail={words.leaderboardDetail}
                    to={routes.leaderboard}
                  />
                )}
              </ListRows>
            )}
            <MonthsPicture memberId={of} actingFor={actingFor} />
            <TotalsByTeam statement={held} />
            <Entries statement={held} other={of !== undefined} refresh={refresh} tell={setNews} />
            <Pager
              onNewer={newer}
              onOlder={held.nextCursor ? () => older(held.nextCursor ?? '') : undefined}
            />
          </>
        )}
      </StateView>
    </>
  )
}

/** The total by team, and the total by project. */
function TotalsByTeam({ statement }: { statement: Statement }) {
  const [teams] = useRead('team.list', {})
  const [community] = useRead('community.get', {})
  const teamList = teams.state === 'ready' ? teams.data.items : []
  const projects = community.state === 'ready' ? community.data.projects : []
  const { byTeam, byProject, totalMinutes } = statement
  const rest = totalMinutes - byProject.reduce((sum, { minutes }) => sum + minutes, 0)
  const none: ShownSum[] = rest === 0 ? [] : [{ name: words.noProject, minutes: rest }]
  return (
    <>
      <SumsCard
        title={words.byTeam}
        sums={byTeam.map(({ teamId, minutes }) => ({
          name: teamList.find((team) => team.teamId === teamId)?.name ?? words.otherTeam,
          minutes,
        }))}
      />
      {byProject.length > 0 && (
        <SumsCard
          title={words.byProject}
          sums={[
            ...byProject.map(({ projectId, minutes }) => ({
              name: projects.find((project) => project.projectId === projectId)?.name ?? words.otherProject,
              minutes,
            })),
            ...none,
          ]}
        />
      )}
    </>
  )
}

interface EntriesProps {
  statement: Statement
  other: boolean
  refresh: () => Promise<void>
  tell: (news: string | undefined) => void
}

/** The lines of the ledger. A leader can reverse a line of another member. */
function Entries({ statement, other, refresh, tell }: EntriesProps) {
  const now = useNow()
  const [teams] = useRead('team.list', {})
  const [me] = useRead('member.me', {}, { wait: !other })
  const [asked, setAsked] = useState<HoursEntry>()
  const reverse = useCommand('hours.reverse')
  const mine = other && me.state === 'ready' ? me.data : undefined
  const nameOf = (teamId: string) =>
    teams.state === 'ready' ? teams.data.items.find((team) => team.teamId === teamId)?.name : undefined

  async function take(entryId: string, reason: string) {
    if (!(await reverse.run({ entryId, reason: oneLine(reason) }))) return
    setAsked(undefined)
    tell(words.reverseDone)
    await refresh()
  }
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.entries}</Heading>
      {statement.items.length === 0 && <Box className='soft'>{words.none}</Box>}
      {statement.items.length > 0 && (
        <ListRows>
          {statement.items.map((entry) => (
            <EntryRow
              key={entry.entryId}
              entry={entry}
              team={entry.teamName ?? nameOf(entry.teamId)}
              now={now}
              onReverse={
                mine && mayReverse(mine, statement.memberId, entry)
                  ? () => {
                      tell(undefined)
                      reverse.clear()
                      setAsked(entry)
                    }
                  : undefined
              }
            />
          ))}
        </ListRows>
      )}
      <Maybe>
        {asked && (
          <ReasonSheet
            title={words.reverseTitle}
            text={words.reverseText(asked.title, durationWords(asked.minutes), statement.name)}
            label={words.reverseLabel}
            reasons={words.reverseReasons}
            action={words.reverse}
            busy={reverse.busy}
            failure={reverse.failure}
            onReason={(reason) => take(asked.entryId, reason)}
            onClose={() => setAsked(undefined)}
          />
        )}
      </Maybe>
    </Box>
  )
}

/** The button with which a leader proposes honour minutes. */
function ProposeHonour({
  statement,
  tell,
}: {
  statement: Statement
  tell: (news: string | undefined) => void
}) {
  const [me] = useRead('member.me', {})
  const [teams] = useRead('team.list', {})
  const [open, setOpen] = useState(false)
  const { memberId, name } = statement
  const led =
    me.state === 'ready' && teams.state === 'ready' && me.data.member?.memberId !== memberId
      ? teamsLed(me.data, teams.data.items)
      : []
  return (
    <>
      <Maybe>
        {led.length > 0 && (
          <Button
            look='pine'
            onPress={() => {
              tell(undefined)
              setOpen(true)
            }}
          >
            {words.honour}
          </Button>
        )}
      </Maybe>
      <Maybe>
        {open && (
          <HonourSheet
            memberId={memberId}
            name={name}
            teams={led}
            onProposed={() => {
              setOpen(false)
              tell(words.honourDone(name))
            }}
            onClose={() => setOpen(false)}
          />
        )}
      </Maybe>
    </>
  )
}

function NoHours() {
  const { title, text, action } = words.empty
  return (
    <Empty title={title} text={text} drawing='ledger'>
      <Button look='pine' to={routes.hall}>
        {action}
      </Button>
    </Empty>
  )
}
