import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { usePictures } from '#cloud/picture/usePictures'
import type { Team } from '#contract/team'
import { birthDayOf } from '#text/member/birthDayOf'
import { pictureText } from '#text/shared/picture'
import { licenceText } from '#text/team/licence'
import { teamText } from '#text/team/team'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { TextField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { LicenceFields } from './LicenceFields'
import { emptyLicence, type LicenceFault, licenceOf, withPhoto } from './licenceDraft'
import { skillsOf } from './skillsOf'

type Calendar = keyof typeof teamText.calendars
const calendars = (['solar', 'lunar'] as const).map((value) => ({ value, title: teamText.calendars[value] }))

export interface ApplySheetProps {
  team: Team
  /** A minor needs a guardian's word before anybody can accept them. */
  onApplied: (guardianNeeded: boolean) => void
  onClose: () => void
}

/** Applies for a team, with what one can do. */
export function ApplySheet({ team, onApplied, onClose }: ApplySheetProps) {
  const words = useRef('')
  const birthday = useRef('')
  const [calendar, setCalendar] = useState<Calendar>('solar')
  const [tooMany, setTooMany] = useState(false)
  const [birthWrong, setBirthWrong] = useState(false)
  const licence = useRef(emptyLicence())
  const [withLicence, setWithLicence] = useState(false)
  const { held: photo, tray } = usePictures(`apply:${team.teamId}`, { purpose: 'licence_photo', most: 1 })
  const [unsent, setUnsent] = useState(false)
  const [fault, setFault] = useState<LicenceFault>()
  const apply = useCommand('team.apply')

  async function submit() {
    const skills = skillsOf(words.current)
    setTooMany(skills === undefined)
    const birthDay = birthDayOf(birthday.current)
    const wrong = birthday.current.trim() !== '' && birthDay === undefined
    setBirthWrong(wrong)
    const made = withLicence ? licenceOf(licence.current) : undefined
    const missing = made && 'fault' in made ? made.fault : undefined
    setFault(missing)
    if (!skills || wrong || missing) return
    setUnsent(false)
    const outcome = await tray.deliver((fileIds) =>
      apply.attempt({
        teamId: team.teamId,
        skills,
        ...(made && !('fault' in made) && { licences: [{ ...made, ...withPhoto(fileIds) }] }),
        ...(birthDay && { birthDay, birthCalendar: calendar }),
      }),
    )
    setUnsent(outcome === 'unsent')
    if (outcome === 'unsent' || !outcome?.ok) return
    tray.clear()
    onApplied(outcome.data.guardianNeeded === true)
  }

  return (
    <Sheet title={teamText.applyOf(team.name)} onClose={onClose}>
      <Box>{teamText.applyText}</Box>
      <TextField
        label={teamText.skills}
        hint={teamText.skillsHint}
        optional
        maxLength={200}
        error={tooMany ? teamText.skillsTooMany : undefined}
        onText={(text) => {
          words.current = text
        }}
      />
      <TextField
        label={teamText.birthday}
        hint={teamText.birthdayHint}
        optional
        maxLength={12}
        error={
          birthWrong || apply.failure?.issues?.some(({ path }) => path === 'birthDay')
            ? teamText.birthdayWrong
            : undefined
        }
        onText={(text) => {
          birthday.current = text
        }}
      />
      <Choice label={teamText.calendar} options={calendars} chosen={calendar} onChoose={setCalendar} />
      <Button look='quiet' onPress={() => setWithLicence(!withLicence)}>
        {withLicence ? licenceText.withoutLicence : licenceText.withApplication}
      </Button>
      <Maybe>{withLicence && <LicenceFields draft={licence} fault={fault} photo={photo} />}</Maybe>
      <Maybe>{unsent && <Banner tone='bad'>{pictureText.notSent}</Banner>}</Maybe>
      <Maybe>{apply.failure && <Banner tone='bad'>{apply.failure.message}</Banner>}</Maybe>
      <Button look='pine' busy={apply.busy} onPress={submit}>
        {teamText.applySubmit}
      </Button>
    </Sheet>
  )
}
