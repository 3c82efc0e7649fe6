import type { Community } from '#contract/community'
import { registrationText } from '#text/member/registration'
import { Choice } from '#ui/choice/Choice'
import { TextField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
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
  const estate = community.estates.find(({ estateId }) => estateId === chosen.estateId)
  return (
    <Card title={registrationText.where}>
      <Box>{registrationText.whereLead}</Box>
      <Choice
        label={registrationText.estate}
        options={community.estates.map(({ estateId, name }) => ({ value: estateId, title: name }))}
        chosen={chosen.estateId}
        onChoose={(estateId) => onChoose({ estateId, building: undefined })}
        error={faults.estateId}
      />
      <Maybe>
        {estate && (
          <Choice
            label={registrationText.building}
            options={estate.buildings.map((building) => ({ value: building, title: building }))}
            chosen={chosen.building}
            onChoose={(building) => onChoose({ building })}
            error={faults.building}
          />
        )}
      </Maybe>
      <TextField
        label={registrationText.unit}
        hint={registrationText.unitHint}
        initial={unit}
        maxLength={20}
        error={faults.unit}
        onText={onUnit}
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
