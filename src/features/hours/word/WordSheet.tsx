import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useRead } from '#cloud/call/useRead'
import { useDraft } from '#cloud/kept/useDraft'
import type { Instant } from '#contract/shared/scalars'
import { wordText as words } from '#text/hours/word'
import { Choice } from '#ui/choice/Choice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { draftOfWindow, readWindow } from '#ui/field/windowDraft'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { oneLine } from '../oneLine'

export interface WordSheetProps {
  about: { shiftId: string } | { bookingId: string }
  /** Whose minutes they are; with several one is chosen. */
  people: readonly { memberId: string; name: string }[]
  planned: { from: Instant; to: Instant }
  onSent: (name: string) => void
  onClose: () => void
}

/** A time as it is typed, as `HH:mm`; empty where it is none. */
const clockTyped = (text: string): string =>
  /^\d{1,2}[:：]\d{2}$/.test(text.trim()) ? text.trim().replace('：', ':').padStart(5, '0') : ''

/** Proposes to credit a service that no code could prove. It counts when a second person has approved. */
export function WordSheet({ about, people, planned, onSent, onClose }: WordSheetProps) {
  const [left] = useRead('hours.honours', { limit: 1 })
  const first = people.length === 1 ? people[0]?.memberId : undefined
  const expected = draftOfWindow(planned)
  const form = useForm(useDraft({ memberId: first, begins: expected.from, ends: expected.to, reason: '' }), {
    check: ({ memberId, begins, ends, reason: typed }) => {
      const times = readWindow({ day: expected.day, from: clockTyped(begins), to: clockTyped(ends) })
      const reason = oneLine(typed)
      const told = reason.length >= 2 && reason.length <= 60
      if (times && told && memberId) return { input: { ...about, memberId, ...times, reason } }
      return {
        faults: {
          ...(!memberId && { who: words.whoMissing }),
          ...(!times && { begins: words.timesWrong }),
          ...(!told && { reason: words.reasonWrong }),
        },
      }
    },
    atFault: showFirstFault,
    by: useCommand('hours.word'),
    onDone: () => onSent(nameOf(form.written().memberId)),
  })
  const nameOf = (id: string | undefined) => people.find(({ memberId }) => memberId === id)?.name ?? ''
  const { draft, faults, choose, write } = form
  const wordsLeft = left.state === 'ready' ? left.data.wordsLeft : undefined
  const name = nameOf(draft.memberId)
  return (
    <Sheet title={name ? words.title(name) : words.open} onClose={onClose}>
      <Box>{words.lead}</Box>
      <Maybe>{wordsLeft !== undefined && <Box className='soft small'>{words.left(wordsLeft)}</Box>}</Maybe>
      <Maybe>
        {people.length > 1 && (
          <Choice
            label={words.who}
            options={people.map(({ memberId, name }) => ({ value: memberId, title: name }))}
            chosen={draft.memberId}
            error={faults.who}
            onChoose={(memberId) => choose({ memberId })}
          />
        )}
      </Maybe>
      <TextField
        label={words.begins}
        hint={words.beginHint}
        initial={draft.begins}
        maxLength={5}
        error={faults.begins}
        onText={(begins) => write({ begins })}
      />
      <TextField label={words.ends} initial={draft.ends} maxLength={5} onText={(ends) => write({ ends })} />
      <ParagraphField
        label={words.reason}
        hint={words.reasonHint}
        maxLength={60}
        error={faults.reason}
        onText={(reason) => write({ reason })}
      />
      <FormFoot form={form} action={words.send} look='pine' />
    </Sheet>
  )
}
