import { cloudNow } from '#clock'
import { type Sender, useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { ActivityCard } from '#contract/activity'
import { vacancyFormText as words } from '#text/vacancy/vacancy'
import { Choice } from '#ui/choice/Choice'
import { DayField } from '#ui/field/DayField'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Box } from '#ui/show/Box'
import { checkVacancy, type VacancyDraft } from './vacancyDraft'

type Written = NonNullable<ReturnType<typeof checkVacancy>['input']>

export interface VacancyFormProps {
  begin: VacancyDraft
  /** The courses that it may follow. */
  courses: readonly Pick<ActivityCard, 'activityId' | 'title'>[]
  action: string
  by: Sender<Written, { vacancyId: string }>
  onDone: (vacancyId: string) => void
}

const lines = [
  { part: 'title', hint: words.titleHint, most: 40 },
  { part: 'payText', hint: words.payHint, most: 60 },
  { part: 'hoursText', hint: words.hoursHint, most: 60 },
  { part: 'place', hint: words.placeHint, most: 60 },
  { part: 'firm', hint: words.firmHint, most: 60 },
] as const

/** Writes a vacancy, a new one or one that stands. */
export function VacancyForm({ begin, courses, action, by, onDone }: VacancyFormProps) {
  const form = useForm(useDraft(begin), {
    check: (draft) => checkVacancy(draft, cloudNow()),
    mends: true,
    atFault: showFirstFault,
    by,
    onDone: ({ vacancyId }) => onDone(vacancyId),
  })
  const { draft, faults, choose, write } = form
  return (
    <Box className='stack'>
      <Box>{words.lead}</Box>
      {lines.map(({ part, hint, most }) => (
        <TextField
          key={part}
          label={words[part]}
          hint={hint}
          initial={begin[part]}
          maxLength={most}
          error={faults[part]}
          onText={(text) => write({ [part]: text })}
        />
      ))}
      <TextField
        label={words.count}
        hint={words.countHint}
        optional
        initial={begin.count}
        keyboard='digits'
        maxLength={3}
        error={faults.count}
        onText={(text) => write({ count: text })}
      />
      <DayField
        label={words.validTo}
        day={draft.validTo}
        error={faults.validTo}
        onDay={(validTo) => choose({ validTo })}
      />
      <ParagraphField
        label={words.words}
        hint={words.wordsHint}
        optional
        initial={begin.words}
        maxLength={1000}
        onText={(text) => write({ words: text })}
      />
      {courses.length > 0 && (
        <Choice
          label={words.course}
          hint={words.courseHint}
          options={[
            { value: '', title: words.noCourse },
            ...courses.map(({ activityId, title }) => ({ value: activityId, title })),
          ]}
          chosen={draft.activityId}
          onChoose={(activityId) => choose({ activityId })}
          tall
        />
      )}
      <FormFoot pinned form={form} action={action} />
    </Box>
  )
}
