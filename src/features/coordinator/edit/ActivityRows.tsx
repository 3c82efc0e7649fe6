import { useNow } from '#clock'
import type { ActivityCard, ActivityState } from '#contract/activity'
import { coordinatorActivity } from '#routes'
import { seatsWords, coordinatorText as words } from '#text/activity/coordinator'
import { windowWords } from '#text/shared/time'
import { ListRow, ListRows } from '#ui/show/Row'
import { SealChip, type StateTone } from '#ui/show/SealChip'

export const toneOf: Record<ActivityState, StateTone> = {
  draft: 'waits',
  published: 'going',
  closed: 'waits',
  finished: 'done',
  cancelled: 'off',
}

/** A list of activities. Each leads to its own page. */
export function ActivityRows({ cards }: { cards: readonly ActivityCard[] }) {
  const now = useNow()
  return (
    <ListRows>
      {cards.map((card) => (
        <ListRow
          key={card.activityId}
          title={card.title}
          detail={[windowWords(card, now), seatsWords(card)].filter(Boolean).join(' · ')}
          end={<SealChip tone={toneOf[card.state]}>{words.state[card.state]}</SealChip>}
          to={coordinatorActivity(card.activityId)}
        />
      ))}
    </ListRows>
  )
}
