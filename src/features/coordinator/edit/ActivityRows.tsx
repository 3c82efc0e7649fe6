import { useNow } from '#clock'
import type { ActivityCard, ActivityState } from '#contract/activity'
import { coordinatorActivity } from '#routes'
import { coordinatorText as words } from '#text/activity/coordinator'
import { windowWords } from '#text/shared/time'
import { ListRow, ListRows } from '#ui/show/Row'
import { SealChip, type SealChipProps } from '#ui/show/SealChip'

export const toneOf: Record<ActivityState, SealChipProps['tone']> = {
  draft: 'waits',
  published: 'going',
  closed: 'waits',
  finished: 'done',
  cancelled: 'over',
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
          detail={`${windowWords(card, now)} · ${words.seats(card.capacity - card.free, card.capacity, card.waiting)}`}
          end={<SealChip tone={toneOf[card.state]}>{words.state[card.state]}</SealChip>}
          to={coordinatorActivity(card.activityId)}
        />
      ))}
    </ListRows>
  )
}
