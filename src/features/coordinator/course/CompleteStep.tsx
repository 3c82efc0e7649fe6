import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { CourseBoard } from '#contract/training'
import { boardText as words } from '#text/training/board'
import { Button } from '#ui/button/Button'
import { Confirm } from '#ui/sheet/Confirm'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'

export interface CompleteStepProps {
  activityId: string
  board: CourseBoard
  onCompleted: (completed: number) => void
}

/** Gives out the certificates of a course, once it may; until then it says why not. */
export function CompleteStep({ activityId, board, onCompleted }: CompleteStepProps) {
  const complete = useCommand('training.complete')
  const [asking, setAsking] = useState(false)
  const { cannotComplete, completedAt, totals, untaken, least, rows } = board
  const anyway = cannotComplete === 'lesson_untaken'
  const may = completedAt === undefined && (cannotComplete === undefined || anyway)
  const rest = rows.length - totals.enough

  async function confirm() {
    const done = await complete.run({ activityId, ...(anyway && { anyway }) })
    if (!done) return
    setAsking(false)
    onCompleted(done.completed)
  }
  return (
    <Card edge={may ? 'cinnabar' : 'pine'}>
      {completedAt !== undefined && <Box>{words.completedAt(completedAt)}</Box>}
      {cannotComplete && <Box>{words.cannot[cannotComplete]}</Box>}
      <Maybe>
        {may && (
          <Button look={anyway ? 'quiet' : 'primary'} onPress={() => setAsking(true)}>
            {words.complete}
          </Button>
        )}
      </Maybe>
      <Maybe>
        {asking && (
          <Confirm
            title={words.completeTitle(totals.enough)}
            text={[
              ...(anyway ? [words.anyway(untaken.length)] : []),
              totals.enough > 0 ? words.completeText(least, rest) : words.completeNone,
            ].join('')}
            action={anyway ? words.completeAnyway : words.completeAction}
            look={anyway ? 'danger' : 'primary'}
            busy={complete.busy}
            failure={complete.failure}
            onConfirm={confirm}
            keep={words.completeKeep}
            onClose={() => {
              setAsking(false)
              complete.clear()
            }}
          />
        )}
      </Maybe>
    </Card>
  )
}
