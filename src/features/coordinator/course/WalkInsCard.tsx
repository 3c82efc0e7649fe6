import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { BoardWalkIn, CourseBoard } from '#contract/training'
import { boardText as words } from '#text/training/board'
import { lessonName } from '#text/training/course'
import { LineButton } from '#ui/button/LineButton'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

/** Whoever came to a lesson without a sign-up. */
interface Came extends BoardWalkIn {
  lessonId: string
  lesson: string
}

export const walkInsOf = ({ lessons }: Pick<CourseBoard, 'lessons'>): Came[] =>
  lessons.flatMap((lesson) =>
    lesson.walkIns.map((walkIn) => ({
      ...walkIn,
      lessonId: lesson.lessonId,
      lesson: lessonName(lesson, lessons),
    })),
  )

export interface WalkInsCardProps {
  board: CourseBoard
  onAdmitted: (sentence: string) => void
}

/** Those who came without a sign-up, who may become trainees by their own number. */
export function WalkInsCard({ board, onAdmitted }: WalkInsCardProps) {
  const [admitting, setAdmitting] = useState<Came>()
  const came = walkInsOf(board)
  const some = came.some(({ mayJoin }) => mayJoin)
  return (
    <Card title={words.walkIns}>
      <Box>{some ? words.walkInsText : words.cannotAdmit}</Box>
      <ListRows>
        {came.map((one) => (
          <ListRow
            key={one.walkInId}
            title={words.walkIn(one.name, one.lesson, one.size)}
            end={
              one.mayJoin && (
                <LineButton label={words.admitOf(one.name)} onPress={() => setAdmitting(one)}>
                  {words.admit}
                </LineButton>
              )
            }
          />
        ))}
      </ListRows>
      <Maybe>
        {admitting && (
          <AdmitSheet
            sessionId={board.sessionId}
            came={admitting}
            onAdmitted={() => {
              setAdmitting(undefined)
              onAdmitted(words.admitted(admitting.name))
            }}
            onClose={() => setAdmitting(undefined)}
          />
        )}
      </Maybe>
    </Card>
  )
}

interface AdmitSheetProps {
  sessionId: string
  came: Came
  onAdmitted: () => void
  onClose: () => void
}

const mobile = /^1\d{10}$/

function AdmitSheet({ sessionId, came, onAdmitted, onClose }: AdmitSheetProps) {
  const { lessonId, walkInId, name } = came
  const form = useForm(useDraft({ phone: '' }), {
    check: (draft) => {
      const phone = draft.phone.replace(/\D/g, '')
      if (!mobile.test(phone)) return { faults: { phone: words.admitPhoneWrong } }
      return { input: { sessionId, lessonId, walkInId, phone } }
    },
    by: useCommand('training.admit'),
    atFault: showFirstFault,
    onDone: onAdmitted,
  })
  return (
    <Sheet title={words.admitTitle(name)} onClose={onClose}>
      <Box>{words.admitText}</Box>
      <TextField
        label={words.admitPhone}
        keyboard='digits'
        maxLength={20}
        error={form.faults.phone}
        onText={(phone) => form.write({ phone })}
        onEnter={form.submit}
      />
      <FormFoot form={form} action={words.admitAction} look='pine' />
    </Sheet>
  )
}
