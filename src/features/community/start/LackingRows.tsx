import type { Lacking, WholeCommunity } from '#contract/community'
import { routes } from '#routes'
import { startText } from '#text/community/start'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ListRow, ListRows } from '#ui/show/Row'

const words = startText.lacking

export interface LackingRowsProps {
  lacking: Lacking
  community: Pick<WholeCommunity, 'grids' | 'teams'>
}

/** What an administrator has not seen to yet, each with the way to it. */
export function LackingRows({ lacking, community: { grids, teams } }: LackingRowsProps) {
  const gridNames = grids.flatMap(({ gridId, name }) =>
    lacking.gridsWithoutWorker.includes(gridId) ? name : [],
  )
  const teamNames = teams.flatMap(({ teamId, name }) =>
    lacking.teamsWithoutLeader.includes(teamId) ? name : [],
  )
  const offices = [
    ...(gridNames.length > 0 ? [words.grids(gridNames)] : []),
    ...(teamNames.length > 0 ? [words.teams(teamNames)] : []),
    ...(lacking.coordinator ? [words.coordinator] : []),
    ...(lacking.officer ? [words.officer] : []),
  ]
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.title}</Heading>
      {isNothing(lacking) ? <Box>{words.none}</Box> : <Box className='soft'>{words.lead}</Box>}
      <ListRows>
        {lacking.ownRegistration && (
          <ListRow
            icon='me'
            title={words.ownRegistration}
            detail={words.ownRegistrationHow}
            to={routes.register}
          />
        )}
        {offices.map((title) => (
          <ListRow key={title} icon='team' title={title} detail={words.how} to={routes.residents} />
        ))}
        {lacking.messageTemplates && (
          <ListRow
            icon='bell'
            title={words.messageTemplates}
            detail={words.messageTemplatesHow}
            to={routes.messages}
          />
        )}
      </ListRows>
    </Box>
  )
}

/** Whether there is nothing left to see to. */
export const isNothing = ({ gridsWithoutWorker, teamsWithoutLeader, ...lacks }: Lacking): boolean =>
  gridsWithoutWorker.length + teamsWithoutLeader.length === 0 && !Object.values(lacks).some(Boolean)
