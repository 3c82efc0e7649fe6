import type { Community } from '#contract/community'
import { registrationText } from '#text/member/registration'
import { Choice } from '#ui/choice/Choice'
import { TextField } from '#ui/field/TextField'
import { Maybe } from '#ui/show/Maybe'
import type { RegistrationDraft, RegistrationFaults } from './registration'

type Door = Pick<RegistrationDraft, 'estateId' | 'building'>

export interface DoorFieldsProps {
  community: Community
  chosen: Door
  /** The first text of the field. */
  unit: string
  /** What stands over the door's field; otherwise what it is for when somebody registers. */
  unitHint?: string
  faults: RegistrationFaults
  onChoose: (part: Door) => void
  onUnit: (unit: string) => void
}

/** Asks for estate, building and door. Another estate clears the building. */
export function DoorFields({
  community,
  chosen,
  unit,
  unitHint = registrationText.unitHint,
  faults,
  onChoose,
  onUnit,
}: DoorFieldsProps) {
  const estate = community.estates.find(({ estateId }) => estateId === chosen.estateId)
  return (
    <>
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
            plan={estate.perRow}
            options={estate.buildings.map((building) => ({ value: building, title: building }))}
            chosen={chosen.building}
            onChoose={(building) => onChoose({ building })}
            error={faults.building}
          />
        )}
      </Maybe>
      <TextField
        label={registrationText.unit}
        hint={unitHint}
        initial={unit}
        maxLength={20}
        error={faults.unit}
        onText={onUnit}
      />
    </>
  )
}
