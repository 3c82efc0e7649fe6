import type { Community } from '#contract/community'
import { gridOf } from '#contract/shared/gridOf'
import { registrationText } from '#text/member/registration'
import { Choice } from '#ui/choice/Choice'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
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
  /** What stands over the fields; otherwise what somebody reads who registers. */
  words?: { title: string; lead: string; unitHint: string }
}

const own = {
  title: registrationText.where,
  lead: registrationText.whereLead,
  unitHint: registrationText.unitHint,
}

/**
 * Asks for estate, building and door; and for the grid, where the community's data does not say which one the building
 * belongs to. Another estate clears the building.
 */
export function DwellingFields({
  community,
  chosen,
  unit,
  faults,
  onChoose,
  onUnit,
  words = own,
}: DwellingFieldsProps) {
  const known = gridOf(community, chosen)
  const belongs = community.grids.find(({ gridId }) => gridId === (chosen.gridId ?? known))
  const chooseDoor = (part: Pick<Dwelling, 'estateId' | 'building'>) => {
    const before = chosen.building !== undefined ? known : undefined
    const gridId = gridOf(community, { ...chosen, ...part })
    const other = gridId !== undefined || before !== undefined
    onChoose({ ...part, ...(other && { gridId }) })
  }
  return (
    <Card title={words.title}>
      <Box>{words.lead}</Box>
      <DoorFields
        community={community}
        chosen={chosen}
        unit={unit}
        unitHint={words.unitHint}
        faults={faults}
        onChoose={chooseDoor}
        onUnit={onUnit}
      />
      <Maybe>
        {chosen.building !== undefined && known === undefined && (
          <Choice
            label={registrationText.grid}
            hint={registrationText.gridHint}
            options={community.grids.map(({ gridId, name }) => ({ value: gridId, title: name }))}
            chosen={chosen.gridId}
            onChoose={(gridId) => onChoose({ gridId })}
            error={faults.gridId}
          />
        )}
        {chosen.building !== undefined && known !== undefined && belongs && (
          <Box className='soft'>{registrationText.gridKnown(belongs.name)}</Box>
        )}
      </Maybe>
    </Card>
  )
}
