import { handOver, useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import {
  type GuideQuestion,
  type Measure,
  measures,
  type OpenHours,
  type StandardPromise,
} from '#contract/publication'
import { measureNames, publicationText } from '#text/publication/publication'
import { publicationFormText as words } from '#text/publication/writing'
import { LineButton } from '#ui/button/LineButton'
import { Choice } from '#ui/choice/Choice'
import { ManyChoice } from '#ui/choice/ManyChoice'
import { Tick } from '#ui/choice/Tick'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'

interface PartSheetProps<Part> {
  part: Part | undefined
  onKeep: (part: Part) => void
  onRemove: (() => void) | undefined
  onClose: () => void
}

const promiseLines = [
  { part: 'duty', most: 60 },
  { part: 'who', most: 40 },
  { part: 'standard', most: 80 },
  { part: 'limit', most: 40 },
] as const
type PromiseLine = (typeof promiseLines)[number]['part']

/** Writes one promise, and the figure by which it is looked at. */
export function PromiseSheet({ part, onKeep, onRemove, onClose }: PartSheetProps<StandardPromise>) {
  const { promise: said } = words
  const begin: Record<PromiseLine, string> & { measure: Measure | '' } = {
    ...{ duty: '', who: '', standard: '', limit: '' },
    ...part,
    measure: part?.measure ?? '',
  }
  const form = useForm(useDraft(begin), {
    check: ({ measure, ...draft }) => {
      const lines = Object.fromEntries(
        promiseLines.map(({ part: name }) => [name, draft[name].trim()]),
      ) as Record<PromiseLine, string>
      const lacking = promiseLines.filter(({ part: name }) => lines[name] === '')
      if (lacking.length > 0)
        return {
          faults: Object.fromEntries(lacking.map(({ part: name }) => [name, said.missing])) as Record<
            PromiseLine,
            string
          >,
        }
      return { input: { ...lines, ...(measure !== '' && { measure }) } }
    },
    mends: true,
    atFault: showFirstFault,
    by: handOver(onKeep),
  })
  return (
    <Sheet title={part ? said.edit : said.add} onClose={onClose}>
      {promiseLines.map(({ part: name, most }) => (
        <TextField
          key={name}
          label={said[name]}
          initial={begin[name]}
          maxLength={most}
          error={form.faults[name]}
          onText={(text) => form.write({ [name]: text })}
        />
      ))}
      <Choice
        label={said.measure}
        options={[
          { value: '', title: said.noMeasure },
          ...measures.map((value) => ({ value, title: measureNames[value] })),
        ]}
        chosen={form.draft.measure}
        onChoose={(measure) => form.choose({ measure })}
        tall
      />
      <FormFoot form={form} action={said.keep}>
        {onRemove && <LineButton onPress={onRemove}>{said.remove}</LineButton>}
      </FormFoot>
    </Sheet>
  )
}

const answerKinds = ['text', 'number', 'choice', 'day'] as const
const mostOptions = 12

/** Writes one question of a guide. `field` names its answers for good, so one that stands keeps it. */
export function QuestionSheet({
  part,
  field,
  onKeep,
  onRemove,
  onClose,
}: PartSheetProps<GuideQuestion> & { field: string }) {
  const { question: said } = words
  const begin = {
    title: part?.title ?? '',
    why: part?.why ?? '',
    kind: part?.kind ?? 'text',
    options: part?.options?.join('\n') ?? '',
    optional: part?.optional ?? false,
  }
  const form = useForm(useDraft(begin), {
    check: (draft) => {
      const title = draft.title.trim()
      const why = draft.why.trim()
      const options = draft.options
        .split('\n')
        .map((option) => option.trim())
        .filter(Boolean)
      const wrong =
        draft.kind === 'choice' &&
        (options.length < 2 || options.length > mostOptions || options.some((option) => option.length > 20))
      if (title === '' || wrong)
        return {
          faults: {
            ...(title === '' && { title: said.missing }),
            ...(wrong && { options: said.optionsWrong }),
          },
        }
      const input: GuideQuestion = {
        ...{ field: part?.field ?? field, title, kind: draft.kind },
        ...(why !== '' && { why }),
        ...(draft.kind === 'choice' && { options }),
        ...(draft.optional && { optional: true as const }),
      }
      return { input }
    },
    mends: true,
    atFault: showFirstFault,
    by: handOver(onKeep),
  })
  return (
    <Sheet title={part ? said.edit : said.add} onClose={onClose}>
      <TextField
        label={said.title}
        initial={begin.title}
        maxLength={40}
        error={form.faults.title}
        onText={(title) => form.write({ title })}
      />
      <TextField
        label={said.why}
        optional
        initial={begin.why}
        maxLength={100}
        onText={(why) => form.write({ why })}
      />
      <Choice
        label={said.kind}
        options={answerKinds.map((value) => ({ value, title: said.kinds[value] }))}
        chosen={form.draft.kind}
        onChoose={(kind) => form.choose({ kind })}
      />
      {form.draft.kind === 'choice' && (
        <ParagraphField
          label={said.options}
          hint={said.optionsHint}
          initial={begin.options}
          maxLength={300}
          error={form.faults.options}
          onText={(options) => form.write({ options })}
        />
      )}
      <Box className='field'>
        <Tick
          label={said.optional}
          ticked={form.draft.optional}
          onTick={(optional) => form.choose({ optional })}
        />
      </Box>
      <FormFoot form={form} action={said.keep}>
        {onRemove && <LineButton onPress={onRemove}>{said.remove}</LineButton>}
      </FormFoot>
    </Sheet>
  )
}

const week = ['1', '2', '3', '4', '5', '6', '7'] as const
const clockOf = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
/** The minute of the day that is typed: 8, 8:30, 8：30. */
const minuteOf = (typed: string): number | undefined => {
  const [, hour = '', minute = '0'] = /^(\d{1,2})(?:[:：](\d{2}))?$/.exec(typed.trim()) ?? []
  const asked = Number(hour) * 60 + Number(minute)
  return hour === '' || Number(minute) > 59 || asked > 24 * 60 ? undefined : asked
}

/** Writes on which days and from when to when a station is open. */
export function HoursSheet({ part, onKeep, onRemove, onClose }: PartSheetProps<OpenHours>) {
  const begin = {
    days: (part?.days ?? [1, 2, 3, 4, 5]).map(String),
    from: part ? clockOf(part.fromMinute) : '8:00',
    to: part ? clockOf(part.toMinute) : '18:00',
  }
  const form = useForm(useDraft(begin), {
    check: ({ days, from, to }) => {
      const fromMinute = minuteOf(from)
      const toMinute = minuteOf(to)
      const wrong = fromMinute === undefined || toMinute === undefined || toMinute <= fromMinute
      if (days.length === 0 || wrong)
        return {
          faults: {
            ...(days.length === 0 && { days: words.openDaysMissing }),
            ...(wrong && { to: words.openHoursWrong }),
          },
        }
      return { input: { days: days.map(Number).sort((a, b) => a - b), fromMinute, toMinute } }
    },
    mends: true,
    atFault: showFirstFault,
    by: handOver(onKeep),
  })
  const { draft, faults, choose, write } = form
  return (
    <Sheet title={publicationText.hours} onClose={onClose}>
      <ManyChoice
        label={words.days}
        error={faults.days}
        options={week.map((value) => ({ value, title: publicationText.openDays([Number(value)]) }))}
        chosen={draft.days}
        onToggle={(day) =>
          choose((now) => ({
            ...now,
            days: now.days.includes(day) ? now.days.filter((each) => each !== day) : [...now.days, day],
          }))
        }
      />
      <TextField
        label={words.from}
        hint={words.clockHint}
        initial={begin.from}
        maxLength={5}
        onText={(from) => write({ from })}
      />
      <TextField
        label={words.to}
        initial={begin.to}
        maxLength={5}
        error={faults.to}
        onText={(to) => write({ to })}
      />
      <FormFoot form={form} action={words.promise.keep}>
        {onRemove && <LineButton onPress={onRemove}>{words.hoursRemove}</LineButton>}
      </FormFoot>
    </Sheet>
  )
}
