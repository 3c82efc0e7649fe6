import { useState } from 'react'
import type { Community } from '#contract/community'
import { gridOf } from '#contract/shared/gridOf'
import { filingText as words } from '#text/request/requestFiling'
import { Choice } from '#ui/choice/Choice'
import { TextField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'
import type { FilingDraft, FilingFaults, FilingWords } from './filingDraft'

export interface FilingPlaceProps {
  community: Community
  draft: FilingDraft
  faults: FilingFaults
  /** Whether the place chosen at first is where the person lives. */
  fromHome: boolean
  onChoose: (part: Partial<FilingDraft>) => void
  onWrite: (words: Partial<FilingWords>) => void
}

const outside = ''
const anyBuilding = ''

/** Asks where the problem is: the estate and perhaps its building, or words; and the grid. */
export function FilingPlace({ community, draft, faults, fromHome, onChoose, onWrite }: FilingPlaceProps) {
  const [naming, setNaming] = useState(draft.building !== undefined)
  const [moving, setMoving] = useState(false)
  const { estates, grids } = community
  const estate = estates.find(({ estateId }) => estateId === draft.estateId)
  const grid = grids.find(({ gridId }) => gridId === draft.gridId)
  /** Sets the place, with the grid that it belongs to where the community's data says so. */
  const place = (part: Pick<FilingDraft, 'estateId' | 'building'>) => {
    const gridId = gridOf(community, part)
    onChoose({ ...part, ...(gridId !== undefined && { gridId }) })
  }
  return (
    <Box className='stack'>
      <Choice
        label={words.where}
        hint={fromHome ? words.estateHint : undefined}
        options={[
          ...estates.map(({ estateId, name }) => ({ value: estateId, title: name })),
          { value: outside, title: words.outside },
        ]}
        chosen={draft.estateId ?? outside}
        onChoose={(chosen) => {
          place({ estateId: chosen === outside ? undefined : chosen, building: undefined })
        }}
      />
      <Maybe>
        {estate && naming && (
          <Choice
            label={words.building}
            plan={estate.perRow}
            options={[
              ...estate.buildings.map((building) => ({ value: building, title: building })),
              { value: anyBuilding, title: words.anyBuilding },
            ]}
            chosen={draft.building ?? anyBuilding}
            onChoose={(chosen) =>
              place({ estateId: draft.estateId, building: chosen === anyBuilding ? undefined : chosen })
            }
          />
        )}
        {!estate && (
          <TextField
            label={words.place}
            hint={words.placeHint}
            initial={draft.place}
            maxLength={100}
            error={faults.place}
            onText={(place) => onWrite({ place })}
          />
        )}
      </Maybe>
      <Maybe>
        {moving && (
          <Choice
            label={words.grid}
            hint={words.gridHint}
            options={grids.map(({ gridId, name }) => ({ value: gridId, title: name }))}
            chosen={grid?.gridId}
            onChoose={(gridId) => onChoose({ gridId })}
            error={faults.gridId}
          />
        )}
      </Maybe>
      <Maybe>
        {((estate && !naming) || !moving) && (
          <ListRows>
            {estate && !naming && <ListRow title={words.pickBuilding} onPress={() => setNaming(true)} />}
            {!moving && (
              <ListRow
                title={words.changeGrid}
                {...(grid && { detail: `${words.grid}：${grid.name}` })}
                onPress={() => setMoving(true)}
              />
            )}
          </ListRows>
        )}
      </Maybe>
    </Box>
  )
}
