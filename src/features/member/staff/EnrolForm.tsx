import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { Community } from '#contract/community'
import { DwellingFields } from '#features/member/registration/DwellingFields'
import { enrolText as words } from '#text/member/paper'
import { registrationText } from '#text/member/registration'
import { Choice } from '#ui/choice/Choice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { ReasonField } from '#ui/form/ReasonField'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { checkEnrolment, newEnrolment } from './enrolDraft'

const calendars = (['solar', 'lunar'] as const).map((value) => ({
  value,
  title: registrationText.calendars[value],
}))

const sensitiveAnswers = (['yes', 'no'] as const).map((value) => ({
  value,
  ...words.sensitiveAnswers[value],
}))

export interface EnrolFormProps {
  community: Community
  onEnrolled: (memberId: string, name: string) => void
}

/** A worker enrols somebody without WeChat: who, where, and what they have agreed to on paper. */
export function EnrolForm({ community, onEnrolled }: EnrolFormProps) {
  const enrol = useCommand('member.enrol')
  const form = useForm(useDraft(newEnrolment), {
    check: checkEnrolment,
    by: enrol,
    atFault: showFirstFault,
    onDone: ({ memberId }) => onEnrolled(memberId, form.written().name.trim()),
  })
  const { draft, faults, choose, write } = form
  return (
    <Box className='stack'>
      <Card title={words.who}>
        <TextField label={words.name} maxLength={20} error={faults.name} onText={(name) => write({ name })} />
        <TextField
          label={words.phone}
          hint={words.phoneHint}
          keyboard='phone'
          optional
          maxLength={24}
          error={faults.phone}
          onText={(phone) => write({ phone })}
        />
        <TextField
          label={words.birthday}
          hint={words.birthdayHint}
          optional
          maxLength={12}
          error={faults.birthday}
          onText={(birthday) => write({ birthday })}
        />
        <Choice
          label={registrationText.calendar}
          options={calendars}
          chosen={draft.calendar}
          onChoose={(calendar) => choose({ calendar })}
        />
      </Card>
      <DwellingFields
        community={community}
        chosen={draft}
        unit=''
        words={words.where}
        faults={faults}
        onChoose={choose}
        onUnit={(unit) => write({ unit })}
      />
      <Card title={words.paper}>
        <Box>{words.paperLead}</Box>
        <ReasonField
          label={words.note}
          reasons={words.noteReady}
          own={words.noteOwn}
          error={faults.note}
          onReason={(note) => write({ note })}
        />
        <TextField
          label={words.signedBy}
          optional
          maxLength={20}
          error={faults.signedBy}
          onText={(signedBy) => write({ signedBy })}
        />
        <TextField
          label={words.signedOn}
          hint={words.signedOnHint}
          optional
          maxLength={12}
          error={faults.signedOn}
          onText={(signedOn) => write({ signedOn })}
        />
        <TextField
          label={words.keptAt}
          hint={words.keptAtHint}
          optional
          maxLength={60}
          onText={(keptAt) => write({ keptAt })}
        />
        <Choice
          label={words.sensitive}
          hint={words.sensitiveHint}
          options={sensitiveAnswers}
          chosen={draft.sensitive === undefined ? undefined : draft.sensitive ? 'yes' : 'no'}
          onChoose={(answer) => choose({ sensitive: answer === 'yes' })}
          error={faults.sensitive}
        />
      </Card>
      <FormFoot form={form} action={words.submit} look='pine' />
    </Box>
  )
}
