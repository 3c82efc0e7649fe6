import type { MemberId } from '#contract/shared/scalars'
import type { PlacementState, VacancyCard } from '#contract/vacancy'
import { vacancyDetail } from '#routes'
import { vacancyText as words } from '#text/vacancy/vacancy'
import { Pressable } from '#ui/button/Pressable'
import { Box } from '#ui/show/Box'
import { SealChip } from '#ui/show/SealChip'
import { PlacementSeal } from './PlacementSeal'
import './VacancyRow.scss'

export interface VacancyRowProps {
  vacancy: VacancyCard
  /** How far the viewer is on the way to it; absent where they are not on it. */
  mine?: PlacementState | undefined
  /** The page that it opens, where that is not the one for everybody. */
  to?: string | undefined
  /** The member on whose behalf it is opened. */
  actingFor?: MemberId | undefined
}

/** One vacancy of a list: what one does and for how much first, then when and where. */
export function VacancyRow({ vacancy, mine, to, actingFor }: VacancyRowProps) {
  const { vacancyId, title, firm, place, payText, hoursText, validTo, count, state } = vacancy
  const over = state === 'closed'
  const wanted = [
    ...(count === undefined ? [] : [words.wantedOf(count)]),
    ...(over ? [] : [words.endsOf(validTo)]),
  ]
  const foot = [firm, wanted.join(' · ')].filter(Boolean)
  return (
    <Pressable
      className={`vacancy-row ${over ? 'vacancy-row-over' : ''}`}
      to={to ?? vacancyDetail(vacancyId, actingFor)}
    >
      <Box className='vacancy-row-head'>
        <Box className='vacancy-row-title'>{title}</Box>
        {mine && <PlacementSeal state={mine} />}
        {over && !mine && <SealChip tone='off'>{words.endedOn}</SealChip>}
      </Box>
      <Box className='vacancy-row-pay'>{payText}</Box>
      <Box>{hoursText}</Box>
      <Box>{place}</Box>
      <Box className='vacancy-row-foot'>{foot.join('\n')}</Box>
    </Pressable>
  )
}
