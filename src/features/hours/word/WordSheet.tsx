import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useRead } from '#cloud/call/useRead'
import { useDraft } from '#cloud/kept/useDraft'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { dayOf, instantOf, wallClock } from '#contract/shared/wallClock'
import { wordText as words } from '#text/hours/word'
import { Choice } from '#ui/choice/Choice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField, TextField } from '#ui/field/TextField'
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

const clock = (at: Instant): string => wallClock(at).format('HH:mm')

/** The typed times on the planned day; an end that is not later is on the next. */
function readTimes(begins: string, ends: string, planned: { from: Instant; to: Instant }) {
  const day = dayOf(planned.from)
  const [from, to] = [begins, ends].map((text) =>
    /^\d{1,2}[:：]\d{2}$/.test(text.trim())
      ? instantOf(day, text.trim().replace('：', ':').padStart(5, '0'))
      : undefined,
  )
  if (from === undefined || to === undefined) return undefined
  return { from, to: to > from ? to : to + dayMs }
}

/** Proposes to credit a service that no code could prove. It counts when a second person has approved. */
export function WordSheet({ about, people, planned, onSent, onClose }: WordSheetProps) {
  const [left] = useRead('hours.honours', { limit: 1 })
  const first = people.length === 1 ? people[0]?.memberId : undefined
  const form = useForm(
    useDraft({ memberId: first, begins: clock(planned.from), ends: clock(planned.to), reason: '' }),
    {
      check: ({ memberId, begins, ends, reason: typed }) => {
        const times = readTimes(begins, ends, planned)
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
    },
  )
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
