import type { ActivityCard } from '#contract/activity'
import type { SignupState } from '#contract/session'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { SignupSeal } from '#features/activity/session/SignupSeal'
import { activityDetail } from '#routes'
import { activityListText, cardWords, festivalWords, gainWords, whenWords } from '#text/activity/activity'
import { Pressable } from '#ui/button/Pressable'
import { Band } from '#ui/drawing/Band'
import { Box } from '#ui/show/Box'
import { SealChip } from '#ui/show/SealChip'
import { bandOf } from './bandOf'
import './ActivityRow.scss'

export interface ActivityRowProps {
  card: ActivityCard
  now: Instant
  /** How the viewer's own sign-up stands; absent where there is none. */
  mine?: SignupState | undefined
  /** The member on whose behalf it is opened. */
  actingFor?: MemberId | undefined
}

/**
 * One activity of the list: its festival, title, time and place, and whether places are left. The seal says that
 * it was called off, or how the viewer's own sign-up stands; without either the kind stands there in plain words.
 */
export function ActivityRow({ card, now, mine, actingFor }: ActivityRowProps) {
  const festival = festivalWords(card)
  const over = card.state === 'cancelled' || card.to <= now
  return (
    <Pressable
      className={`activity-row ${over ? 'activity-row-over' : ''}`}
      to={activityDetail(card.activityId, actingFor)}
    >
      {!over && <Band name={bandOf(card)} />}
      <Box className='activity-row-head'>
        <Box className='activity-row-title'>{card.title}</Box>
        {card.state === 'cancelled' ? (
          <SealChip tone='off'>{activityListText.cancelled}</SealChip>
        ) : mine && !over ? (
          <SignupSeal of={{ state: mine }} />
        ) : (
          <Box className='soft small'>{activityListText.kinds[card.kind]}</Box>
        )}
      </Box>
      {card.gain && !over && <Box className='activity-row-festival'>{gainWords(card.gain)}</Box>}
      {festival && <Box className='activity-row-festival'>{festival}</Box>}
      <Box className='activity-row-when'>{whenWords(card, now)}</Box>
      <Box>{[card.place, card.teamName].filter(Boolean).join(' · ')}</Box>
      <Box className='activity-row-signup'>{cardWords(card, now)}</Box>
    </Pressable>
  )
}
