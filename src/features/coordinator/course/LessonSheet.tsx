import { handOver, useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import { momentWords } from '#text/shared/time'
import { lessonsText as words } from '#text/training/lessons'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { WindowField } from '#ui/field/WindowField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Maybe } from '#ui/show/Maybe'
import type { CalledOff, SessionForm } from '../edit/activityFields'
import { lessonFault } from '../edit/activityForm'

export interface LessonSheetProps {
  lesson: SessionForm
  /** The lessons that a new one may make up for. */
  calledOff: readonly CalledOff[]
  now: number
  onKeep: (lesson: SessionForm) => void
  onRemove: (() => void) | undefined
  removeWords: string
  onClose: () => void
}

const none = ''

/** One lesson: when, where if elsewhere, who gives it, and for which one it makes up. */
export function LessonSheet(props: LessonSheetProps) {
  const { lesson, calledOff, now, onKeep, onRemove, removeWords, onClose } = props
  // whoever adds a lesson after one was called off mostly makes up for it
  const makesUp = lesson.makesUp ?? calledOff[0]?.lessonId ?? none
  const form = useForm(useDraft({ ...lesson, makesUp }), {
    check: ({ makesUp: made, ...draft }) => {
      const whole = lessonFault(draft)
      return whole ? { faults: { whole } } : { input: { ...draft, ...(made && { makesUp: made }) } }
    },
    atFault: showFirstFault,
    by: handOver(onKeep),
  })
  const { draft, choose, write } = form
  const options = [
    ...calledOff.map(({ lessonId, from }) => ({
      value: lessonId,
      title: words.makesUpFor(momentWords(from, now)),
    })),
    { value: none, title: words.makesUpNone },
  ]
  return (
    <Sheet title={words.sheet} onClose={onClose}>
      <WindowField
        label={words.when}
        now={now}
        draft={draft.window}
        onDraft={(window) => choose({ window })}
      />
      <Maybe>
        {calledOff.length > 0 && (
          <Choice
            label={words.makesUp}
            options={options}
            chosen={draft.makesUp}
            onChoose={(chosen) => choose({ makesUp: chosen })}
            tall
          />
        )}
      </Maybe>
      <TextField
        label={words.trainer}
        initial={lesson.trainer ?? ''}
        optional
        maxLength={20}
        onText={(trainer) => write({ trainer })}
      />
      <TextField
        label={words.place}
        hint={words.placeHint}
        initial={lesson.place ?? ''}
        optional
        maxLength={60}
        onText={(place) => write({ place })}
      />
      <FormFoot form={form} action={words.keep}>
        {onRemove && (
          <Button look='quiet' onPress={onRemove}>
            {removeWords}
          </Button>
        )}
      </FormFoot>
    </Sheet>
  )
}
