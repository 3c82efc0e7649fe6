import type { WholeCommunity } from '#contract/community'
import { communityPart } from '#routes'
import { partText } from '#text/community/communityEdit'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { EntryList } from './EntryList'
import { PartFoot } from './PartFoot'
import type { PartEntry, PartName, PartSpec } from './partSpec'

export interface ListPartProps {
  part: PartName
  spec: PartSpec
  base: WholeCommunity
  of: string
  entries: readonly PartEntry[]
  changes: number
  onPut: (entry: PartEntry) => void
  onRemove: (id: string) => void
  onLook: () => void
  onDrop: () => void
}

/** Shows a community part that is a list. Each entry is changed in a sheet of its own. */
export function ListPart({ changes, onLook, onDrop, ...list }: ListPartProps) {
  const { part, spec, base } = list
  return (
    <>
      <Box className='stack'>
        <Heading>{partText[part].title}</Heading>
        <EntryList
          {...list}
          insideOf={({ id }) =>
            spec.inside && {
              count: spec.inside.count(base, id),
              to: changes === 0 ? communityPart(spec.inside.part, id) : undefined,
            }
          }
        />
      </Box>
      <PartFoot changes={changes} onLook={changes > 0 ? onLook : undefined} onDrop={onDrop} />
    </>
  )
}
