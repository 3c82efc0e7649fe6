import type { Checked } from '#cloud/call/checked'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import { usePictures } from '#cloud/picture/usePictures'
import type { RawInputOf } from '#contract/operations'
import type { MemberId } from '#contract/shared/scalars'
import type { Team } from '#contract/team'
import { birthDayOf } from '#text/member/birthDayOf'
import { licenceText } from '#text/team/licence'
import { teamText } from '#text/team/team'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { LicenceFields } from './LicenceFields'
import { checkLicence, emptyLicence, type LicenceDraft, type LicenceFault, withPhoto } from './licenceDraft'
import { skillsOf } from './skillsOf'

type Calendar = keyof typeof teamText.calendars
const calendars = (['solar', 'lunar'] as const).map((value) => ({ value, title: teamText.calendars[value] }))

interface ApplyDraft extends LicenceDraft {
  skills: string
  /** A day as people write it. */
  birthday: string
  calendar: Calendar
  /** Whether the application shows a licence. */
  withLicence: boolean
}
type Application = Omit<RawInputOf<'team.apply'>, 'teamId'>

export interface ApplySheetProps {
  team: Team
  /** The member who applies, when the person acts for somebody. */
  actingFor?: MemberId | undefined
  /** Called with true for a minor, who needs a guardian's agreement before being accepted. */
  onApplied: (guardianNeeded: boolean) => void
  onClose: () => void
}

/** Applies to a team with skills and perhaps a licence. */
export function ApplySheet({ team, actingFor, onApplied, onClose }: ApplySheetProps) {
  const { teamId } = team
  const { held: photo, tray } = usePictures(`apply:${teamId}${actingFor ?? ''}`, {
    purpose: 'licence_photo',
    most: 1,
    actingFor,
  })
  const draft = useDraft<ApplyDraft>({
    ...emptyLicence(),
    skills: '',
    birthday: '',
    calendar: 'solar',
    withLicence: false,
  })
  const form = useForm(draft, {
    check: (written) => {
      const { input, faults } = checkApplication(written)
      return { input: input && { teamId, ...input }, faults }
    },
    atFault: showFirstFault,
    by: useCommand('team.apply', { actingFor }),
    pictures: {
      tray,
      into: ({ licences, ...input }, sent) => ({
        ...input,
        ...(licences && { licences: licences.map((licence) => ({ ...licence, ...withPhoto(sent) })) }),
      }),
    },
    onDone: ({ guardianNeeded }) => onApplied(guardianNeeded === true),
    onRefused: ({ issues = [] }) =>
      issues.some(({ path }) => path === 'birthDay') ? { birthday: teamText.birthdayWrong } : {},
  })
  const { faults, choose, write } = form
  const { calendar, withLicence } = form.draft

  return (
    <Sheet title={teamText.applyOf(team.name)} onClose={onClose}>
      <Box>{teamText.applyText}</Box>
      <TextField
        label={teamText.skills}
        hint={teamText.skillsHint}
        optional
        maxLength={200}
        error={faults.skills}
        onText={(skills) => write({ skills })}
      />
      <TextField
        label={teamText.birthday}
        hint={teamText.birthdayHint}
        optional
        maxLength={12}
        error={faults.birthday}
        onText={(birthday) => write({ birthday })}
      />
      <Choice
        label={teamText.calendar}
        options={calendars}
        chosen={calendar}
        onChoose={(chosen) => choose({ calendar: chosen })}
      />
      <Button look='quiet' onPress={() => choose({ withLicence: !withLicence })}>
        {withLicence ? licenceText.withoutLicence : licenceText.withApplication}
      </Button>
      <Maybe>{withLicence && <LicenceFields form={form} photo={photo} />}</Maybe>
      <FormFoot form={form} action={teamText.applySubmit} look='pine' />
    </Sheet>
  )
}

function checkApplication(draft: ApplyDraft): Checked<Application, 'skills' | 'birthday' | LicenceFault> {
  const skills = skillsOf(draft.skills)
  const birthDay = birthDayOf(draft.birthday)
  const birthWrong = draft.birthday.trim() !== '' && birthDay === undefined
  const licence = draft.withLicence ? checkLicence(draft) : {}
  if (!skills || birthWrong || licence.faults)
    return {
      faults: {
        ...(!skills && { skills: teamText.skillsTooMany }),
        ...(birthWrong && { birthday: teamText.birthdayWrong }),
        ...licence.faults,
      },
    }
  return {
    input: {
      skills,
      ...(licence.input && { licences: [licence.input] }),
      ...(birthDay && { birthDay, birthCalendar: draft.calendar }),
    },
  }
}
