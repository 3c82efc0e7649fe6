import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { statementOf } from '#routes'
import { teamHoursText as words } from '#text/hours/hours'
import { Pager } from '#ui/page/Pager'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ListRow, ListRows } from '#ui/show/Row'

/** The members of a team. Each leads to the member's ledger. */
export function TeamMembers({ teamId }: { teamId: string }) {
  const { paging, older, newer } = usePages()
  const [roster, refresh] = useRead('team.roster', { teamId, ...paging })
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.members}</Heading>
      <Box className='soft small'>{words.membersDetail}</Box>
      <StateView of={roster} onRetry={refresh} empty={<Box className='soft'>{words.noMembers}</Box>}>
        {({ items, nextCursor }) => (
          <Box className='stack-tight'>
            <ListRows>
              {items
                .filter(({ state }) => state === 'accepted' || state === 'left')
                .map(({ memberId, name }) => (
                  <ListRow key={memberId} title={name} to={statementOf(memberId)} />
                ))}
            </ListRows>
            <Pager
              of={words.members}
              onNewer={newer}
              onOlder={nextCursor ? () => older(nextCursor) : undefined}
            />
          </Box>
        )}
      </StateView>
    </Box>
  )
}
