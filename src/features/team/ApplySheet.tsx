import { useRef, useState } from 'react'
import type { Team } from '#contract/team'
import { useCommand } from '../../cloud/useCommand'
import { teamText } from '../../text/team'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Place } from '../../ui/Place'
import { Sheet } from '../../ui/Sheet'
import { TextField } from '../../ui/TextField'
import { skillsOf } from './skillsOf'

export interface ApplySheetProps {
  team: Team
  onApplied: () => void
  onClose: () => void
}

/** Applies for a team, with what one can do. */
export function ApplySheet({ team, onApplied, onClose }: ApplySheetProps) {
  const words = useRef('')
  const [tooMany, setTooMany] = useState(false)
  const apply = useCommand('team.apply')

  async function submit() {
    const skills = skillsOf(words.current)
    setTooMany(skills === undefined)
    if (skills && (await apply.run({ teamId: team.teamId, skills }))) onApplied()
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
      <Place>{apply.failure && <Banner tone='bad'>{apply.failure.message}</Banner>}</Place>
      <Button look='pine' busy={apply.busy} onPress={submit}>
        {teamText.applySubmit}
      </Button>
    </Sheet>
  )
}
