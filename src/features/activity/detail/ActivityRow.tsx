import type { ActivityCard } from '#contract/activity'
import type { Instant } from '#contract/shared/scalars'
import { activityDetail } from '#routes'
import { activityListText, festivalWords, signupWords, whenWords } from '#text/activity/activity'
import { Pressable } from '#ui/button/Pressable'
import { Band } from '#ui/drawing/Band'
import { Box } from '#ui/show/Box'
import { SealChip } from '#ui/show/SealChip'
import { bandOf } from './bandOf'
import './ActivityRow.scss'

/** One activity of the list: its festival, title, time and place, and whether places are left. */
export function ActivityRow({ card, now }: { card: ActivityCard; now: Instant }) {
  const festival = festivalWords(card)
  const over = card.state === 'cancelled' || card.to <= now
  return (
    <Pressable
      className={`activity-row ${over ? 'activity-row-over' : ''}`}
      to={activityDetail(card.activityId)}
    >
      {!over && <Band name={bandOf(card)} />}
      <Box className='activity-row-head'>
        <Box className='activity-row-title'>{card.title}</Box>
        <SealChip tone={over ? 'off' : card.kind === 'festival' ? 'needs' : 'waits'}>
          {activityListText.kinds[card.kind]}
        </SealChip>
      </Box>
      {festival && <Box className='activity-row-festival'>{festival}</Box>}
      <Box className='activity-row-when'>{whenWords(card, now)}</Box>
      <Box>{card.place}</Box>
      <Box className='activity-row-signup'>{signupWords(card, now)}</Box>
    </Pressable>
  )
}
