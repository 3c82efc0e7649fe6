import type { Community } from '#contract/community'
import { registrationText } from '#text/member/registration'
import { Choice } from '#ui/choice/Choice'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { DoorFields } from './DoorFields'
import type { RegistrationDraft, RegistrationFaults } from './registration'

type Dwelling = Pick<RegistrationDraft, 'estateId' | 'building' | 'gridId'>

export interface DwellingFieldsProps {
  community: Community
  chosen: Dwelling
  /** The first text of the field. */
  unit: string
  faults: RegistrationFaults
  onChoose: (part: Dwelling) => void
  onUnit: (unit: string) => void
}

/** Asks for estate, building, door and grid. Another estate clears the building. */
export function DwellingFields({ community, chosen, unit, faults, onChoose, onUnit }: DwellingFieldsProps) {
  return (
    <Card title={registrationText.where}>
      <Box>{registrationText.whereLead}</Box>
      <DoorFields
        community={community}
        chosen={chosen}
        unit={unit}
        faults={faults}
        onChoose={onChoose}
        onUnit={onUnit}
      />
      <Choice
        label={registrationText.grid}
        hint={registrationText.gridHint}
        options={community.grids.map(({ gridId, name }) => ({ value: gridId, title: name }))}
        chosen={chosen.gridId}
        onChoose={(gridId) => onChoose({ gridId })}
        error={faults.gridId}
      />
    </Card>
  )
}
