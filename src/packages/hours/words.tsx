import { useState } from 'react'
import { cloudNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import { hasRole } from '#contract/shared/grants'
import { dayMs } from '#contract/shared/time'
import { dayOf, instantOf } from '#contract/shared/wallClock'
import { HonourRows } from '#features/hours/HonourRows'
import { wordText as words } from '#text/hours/word'
import { durationWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { Choice } from '#ui/choice/Choice'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ListRow, ListRows } from '#ui/show/Row'

/** What waits for the viewer's second word; for an admin also who approves whose words. */
export default function WordsPage() {
  const [me, refresh] = useRead('member.me', {})
  return (
    <Screen title={titles.words}>
      <Box>{words.waitingLead}</Box>
      <HonourRows />
      <StateView of={me} onRetry={refresh}>
        {({ roles }) => (hasRole(roles, 'admin') ? <Pairs /> : null)}
      </StateView>
    </Screen>
  )
}

function Pairs() {
  const now = cloudNow()
  const thisMonth = dayOf(now).slice(0, 7)
  const lastMonth = dayOf((instantOf(`${thisMonth}-01`, '00:00') ?? now) - dayMs).slice(0, 7)
  const [which, setWhich] = useState<'this' | 'last'>('this')
  const month = which === 'this' ? thisMonth : lastMonth
  const [read, refresh] = useRead('hours.words', { month })
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.months}</Heading>
      <Box className='soft small'>{words.monthsLead}</Box>
      <Choice
        label={words.month}
        options={[
          { value: 'this' as const, title: words.thisMonth },
          { value: 'last' as const, title: words.lastMonth },
        ]}
        chosen={which}
        onChoose={setWhich}
      />
      <StateView of={read} onRetry={refresh}>
        {({ pairs }) =>
          pairs.length === 0 ? (
            <Box className='soft'>{words.noPairs}</Box>
          ) : (
            <ListRows>
              {pairs.map((pair) => (
                <ListRow
                  key={`${pair.proposedBy} ${pair.approvedBy}`}
                  title={words.pair(pair.proposedBy, pair.approvedBy)}
                  detail={words.pairDetail(pair.words, durationWords(pair.minutes), pair.members)}
                />
              ))}
            </ListRows>
          )
        }
      </StateView>
    </Box>
  )
}
