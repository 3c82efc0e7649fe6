import { useRef, useState } from 'react'
import type { Team } from '#contract/team'
import { useCommand } from '../../cloud/useCommand'
import { teamText } from '../../text/team'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Place } from '../../ui/Place'
import { Sheet } from '../../ui/Sheet'
import { TextField } from '../../ui/TextField'
import { birthDayOf } from './birthDayOf'
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
  const apply = useCommand('team.apply')

  async function submit() {
    const skills = skillsOf(words.current)
    setTooMany(skills === undefined)
    const birthDay = birthDayOf(birthday.current)
    const wrong = birthday.current.trim() !== '' && birthDay === undefined
    setBirthWrong(wrong)
    if (!skills || wrong) return
    const reply = await apply.run({
      teamId: team.teamId,
      skills,
      ...(birthDay && { birthDay, birthCalendar: calendar }),
    })
    if (reply) onApplied(reply.guardianNeeded === true)
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
      <Place>{apply.failure && <Banner tone='bad'>{apply.failure.message}</Banner>}</Place>
      <Button look='pine' busy={apply.busy} onPress={submit}>
        {teamText.applySubmit}
      </Button>
    </Sheet>
  )
}
