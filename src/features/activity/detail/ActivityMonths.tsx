import { useState } from 'react'
import { useNow } from '#clock'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import type { ActivityCard, ActivityKind } from '#contract/activity'
import type { MemberId, Page } from '#contract/shared/scalars'
import { activityListText as words } from '#text/activity/activity'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { useElder } from '#ui/elder/elder'
import { Folded } from '#ui/page/Folded'
import { Pager } from '#ui/page/Pager'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ActivityRow } from './ActivityRow'
import { monthsOf } from './monthsOf'
import { useMySignups } from './useMySignups'

interface Sought {
  when: 'upcoming' | 'past'
  kind: ActivityKind | 'all'
}

/** The last filter. It is kept so that it still stands after Back and after a visit to another tab. */
let soughtLast: Sought = { when: 'upcoming', kind: 'all' }

const kinds = Object.entries(words.kinds).map(([value, title]) => ({
  value: value as Sought['kind'],
  title,
}))
/** Fewer than in other lists, since an activity's card is large. */
const cardsAtOnce = 10

/** Lists the activities month by month: those to come, or those that are over. */
export function ActivityMonths({ actingFor }: { actingFor?: MemberId | undefined }) {
  const [sought, setSought] = useState(soughtLast)
  // in large print the choice alone would fill the screen
  const elder = useElder()
  const seek = (next: Partial<Sought>) => {
    soughtLast = { ...sought, ...next }
    setSought(soughtLast)
  }
  const past = sought.when === 'past'
  const filter = (
    <Choice label={words.kind} options={kinds} chosen={sought.kind} onChoose={(kind) => seek({ kind })} />
  )
  return (
    <Box className='stack'>
      {elder ? <Folded title={words.sift(words.kinds[sought.kind])}>{filter}</Folded> : filter}
      <ActivityPages
        key={`${sought.when} ${sought.kind}`}
        sought={sought}
        onSeek={seek}
        actingFor={actingFor}
      />
      <Button look='quiet' onPress={() => seek({ when: past ? 'upcoming' : 'past' })}>
        {past ? words.toUpcoming : words.toPast}
      </Button>
    </Box>
  )
}

interface ActivityPagesProps {
  sought: Sought
  onSeek: (next: Partial<Sought>) => void
  actingFor: MemberId | undefined
}

function ActivityPages({ sought: { when, kind }, onSeek, actingFor }: ActivityPagesProps) {
  const now = useNow()
  const { paging, older, newer } = usePages(cardsAtOnce)
  const input = { when, ...(kind !== 'all' && { kind }), ...paging }
  const [read, refresh] = useRead('activity.list', input, { visitor: true })
  const mine = useMySignups(when, actingFor)
  const { title, text } = when === 'past' ? words.emptyPast : words.empty
  const empty =
    kind === 'all' ? (
      <Empty title={title} text={text} drawing='lantern' />
    ) : (
      <Empty drawing='lantern' title={words.emptyKind.title} text={words.emptyKind.text}>
        <Button look='quiet' onPress={() => onSeek({ kind: 'all' })}>
          {words.emptyKind.action}
        </Button>
      </Empty>
    )
  return (
    <StateView of={read} onRetry={refresh} empty={empty}>
      {({ items, nextCursor }: Page<ActivityCard>) => (
        <Box className='stack'>
          {when === 'past' && <Box>{words.pastLead}</Box>}
          {monthsOf(items).map(({ month, from, cards }) => (
            <Box key={month} tag='section' className='stack-tight'>
              <Heading>{words.month(from, now)}</Heading>
              {cards.map((card) => (
                <ActivityRow
                  key={card.activityId}
                  card={card}
                  now={now}
                  mine={mine.get(card.activityId)}
                  actingFor={actingFor}
                />
              ))}
            </Box>
          ))}
          <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
        </Box>
      )}
    </StateView>
  )
}
