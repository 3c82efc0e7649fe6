import { useState } from 'react'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { type StepCourse, useStep } from '#cloud/call/useStep'
import type { FollowUpCard } from '#contract/placement'
import { vacancyRunText as words } from '#text/vacancy/vacancy'
import { LineButton } from '#ui/button/LineButton'
import { Failure } from '#ui/form/Failure'
import { Pager } from '#ui/page/Pager'
import { StateView } from '#ui/page/StateView'
import { Confirm } from '#ui/sheet/Confirm'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import type { News } from '#ui/show/news'
import { wayOvertaken } from './placementSteps'
import './PlacementRow.scss'

const followUpsAtOnce = 10

export interface FollowUpsProps {
  tell: (news: News | undefined) => void
  /** Something was answered: what else the page counts is read again. */
  onAnswered: () => Promise<void>
}

/** Of whom it is to be asked whether they still work, the longest due first. */
export function FollowUps({ tell, onAnswered }: FollowUpsProps) {
  const { paging, older, newer } = usePages(followUpsAtOnce)
  const [read, refresh] = useRead('placement.due', { ...paging })
  const course: StepCourse = {
    refresh: async () => {
      await Promise.all([refresh(), onAnswered()])
    },
    tell,
  }
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.due}</Heading>
      <StateView of={read} onRetry={refresh} empty={<Box className='soft'>{words.dueEmpty}</Box>}>
        {({ items, nextCursor }) => (
          <Box className='stack'>
            <Box tag='ul' className='stack-tight'>
              {items.map((due) => (
                <DueRow key={due.placementId} due={due} course={course} />
              ))}
            </Box>
            <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
          </Box>
        )}
      </StateView>
    </Box>
  )
}

function DueRow({ due, course }: { due: FollowUpCard; course: StepCourse }) {
  const { placementId, name, title, firm, days, placedAt } = due
  const [leaving, setLeaving] = useState(false)
  const step = useStep('placement.followUp', course, wayOvertaken)
  const answer = async (stillInWork: boolean) => {
    const outcome = await step.take({ placementId, stillInWork }, () => words.followedUp(name))
    if (outcome?.ok) setLeaving(false)
  }
  return (
    <Box tag='li' className='placement'>
      <Heading level={3}>{name}</Heading>
      <Box>{`${title} · ${firm}`}</Box>
      <Box>{words.dueOf(days, placedAt)}</Box>
      <Box className='soft'>{words.dueAsk}</Box>
      <Failure>{!leaving && step.failure}</Failure>
      <Box className='placement-ways'>
        <LineButton look='pine' label={words.stillOf(name)} onPress={() => answer(true)}>
          {words.still}
        </LineButton>
        <LineButton label={words.outOf(name)} onPress={() => setLeaving(true)}>
          {words.out}
        </LineButton>
      </Box>
      <Maybe>
        {leaving && (
          <Confirm
            title={words.outTitle(name)}
            text={words.outText}
            action={words.out}
            busy={step.busy}
            failure={step.failure}
            onConfirm={() => answer(false)}
            keep={words.keep}
            onClose={() => {
              setLeaving(false)
              step.clear()
            }}
          />
        )}
      </Maybe>
    </Box>
  )
}
