import { useState } from 'react'
import { cloudNow } from '#clock'
import type { Community } from '#contract/community'
import { hallFilterText as words } from '#text/booking/hall'
import { Button } from '#ui/button/Button'
import { Choice, type Option } from '#ui/choice/Choice'
import { Sheet } from '#ui/sheet/Sheet'
import { SheetFoot } from '#ui/sheet/SheetFoot'
import { daysFrom, estatesOf, type HallFilter, hallKindsOf, hallTeamsOf } from './hallFilter'

export interface HallFilterSheetProps {
  community: Community
  /** The teams in which the viewer is a volunteer. */
  teamIds: readonly string[]
  filter: HallFilter
  onFilter: (filter: HallFilter) => void
  onClose: () => void
}

/** Asks which bookings of the hall to show. */
export function HallFilterSheet({ community, teamIds, filter, onFilter, onClose }: HallFilterSheetProps) {
  const [chosen, setChosen] = useState(filter)
  const teams = hallTeamsOf(community, teamIds)
  const choose = (field: keyof HallFilter) => (value: string | undefined) =>
    setChosen(({ [field]: _before, ...rest }) => (value === undefined ? rest : { ...rest, [field]: value }))
  return (
    <Sheet title={words.title} onClose={onClose}>
      <OneOf
        label={words.day}
        any={words.anyDay}
        options={daysFrom(cloudNow())}
        chosen={chosen.day}
        onChoose={choose('day')}
      />
      <OneOf
        label={words.estate}
        any={words.anyEstate}
        options={estatesOf(community)}
        chosen={chosen.estateId}
        onChoose={choose('estateId')}
      />
      {teams.length > 1 && (
        <OneOf
          label={words.team}
          any={words.anyTeam}
          options={teams}
          chosen={chosen.teamId}
          onChoose={choose('teamId')}
        />
      )}
      <OneOf
        label={words.kind}
        any={words.anyKind}
        options={hallKindsOf(community, teamIds)}
        chosen={chosen.kind}
        onChoose={choose('kind')}
      />
      <SheetFoot>
        <Button look='pine' onPress={() => onFilter(chosen)}>
          {words.show}
        </Button>
      </SheetFoot>
    </Sheet>
  )
}

const all = ''

interface OneOfProps {
  label: string
  any: string
  options: readonly Option<string>[]
  chosen: string | undefined
  onChoose: (value: string | undefined) => void
}

function OneOf({ label, any, options, chosen = all, onChoose }: OneOfProps) {
  return (
    <Choice
      label={label}
      options={[{ value: all, title: any }, ...options]}
      chosen={chosen}
      onChoose={(value) => onChoose(value === all ? undefined : value)}
    />
  )
}
