import type { HomeCounts, HomePerson } from '#contract/home'
import { hasRole, runsActivities, runsEveryActivity, writesPublications } from '#contract/shared/grants'
import { routes } from '#routes'
import { workText as words } from '#text/home/work'
import { Pressable } from '#ui/button/Pressable'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ListRow, ListRows } from '#ui/show/Row'
import './WorkBlock.scss'

const leadsTo: Record<keyof HomeCounts, string> = {
  dueToday: routes.requestQueue,
  toAccept: routes.requestQueue,
  applications: routes.teams,
  unclaimed: routes.lead,
  honours: routes.words,
  interested: routes.vacancyBoard,
  followUps: routes.vacancyBoard,
}
const order = [
  'dueToday',
  'toAccept',
  'unclaimed',
  'applications',
  'honours',
  'interested',
  'followUps',
] as const

export interface WorkBlockProps {
  counts: HomeCounts | undefined
  roles: HomePerson['roles']
}

/** What somebody's office has to do, as counts that lead to it. It shows nothing to who has none. */
export function WorkBlock({ counts, roles }: WorkBlockProps) {
  const runs = runsActivities(roles)
  const verifies = hasRole(roles, 'grid_worker') || hasRole(roles, 'admin')
  const writes = writesPublications(roles)
  if (!counts && !runs && !verifies && !writes) return null
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.title}</Heading>
      {counts && (
        <Box className='counts'>
          {order.map((name) => {
            const count = counts[name]
            return count === undefined ? null : (
              <Pressable key={name} className={`count ${count > 0 ? 'count-some' : ''}`} to={leadsTo[name]}>
                <Box className='count-number'>{count}</Box>
                <Box className='count-words'>{words.counts[name]}</Box>
              </Pressable>
            )
          })}
        </Box>
      )}
      {(runs || verifies || writes) && (
        <ListRows>
          {runs && (
            <ListRow
              icon='knot'
              title={runsEveryActivity(roles) ? words.activities : words.teamActivities}
              to={routes.coordinator}
            />
          )}
          {writes && <ListRow icon='ledger' title={words.write} to={routes.publicationBoard} />}
          {verifies && <ListRow icon='family' title={words.residents} to={routes.residents} />}
        </ListRows>
      )}
    </Box>
  )
}
