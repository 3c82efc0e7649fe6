import { useState } from 'react'
import type { WholeCommunity } from '#contract/community'
import { partText, communityEditText as words } from '#text/community/communityEdit'
import { Button } from '#ui/button/Button'
import { Pager } from '#ui/page/Pager'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'
import { EntrySheet, type EntrySheetProps } from './EntrySheet'
import { newEntryId } from './partDraft'
import type { PartEntry, PartName, PartSpec } from './partSpec'
import { nameOf } from './parts'

export interface EntryListProps {
  part: PartName
  spec: PartSpec
  base: WholeCommunity
  of: string
  entries: readonly PartEntry[]
  insideOf?: (entry: PartEntry) => EntrySheetProps['inside']
  onPut: (entry: PartEntry) => void
  onRemove: (id: string) => void
}

/** A longer list has pages. */
const rowsShown = 15

/** The entries of a part, each changed in a sheet of its own, and a button for one more. */
export function EntryList({ part, spec, base, of, entries, insideOf, onPut, onRemove }: EntryListProps) {
  const [from, setFrom] = useState(0)
  const [open, setOpen] = useState<{ entry: PartEntry; isNew: boolean }>()
  const close = () => setOpen(undefined)
  return (
    <>
      {entries.length === 0 ? (
        <Box>{words.empty}</Box>
      ) : (
        <ListRows>
          {entries.slice(from, from + rowsShown).map((entry) => (
            <ListRow
              key={entry.id}
              title={nameOf(entry)}
              detail={detailOf(entry)}
              onPress={() => setOpen({ entry, isNew: false })}
            />
          ))}
        </ListRows>
      )}
      <Pager
        onNewer={from > 0 ? () => setFrom(from - rowsShown) : undefined}
        onOlder={from + rowsShown < entries.length ? () => setFrom(from + rowsShown) : undefined}
      />
      <Button look='quiet' onPress={() => setOpen({ entry: { id: newEntryId(), values: {} }, isNew: true })}>
        {partText[part].add}
      </Button>
      <Maybe>
        {open && (
          <EntrySheet
            key={open.entry.id}
            spec={spec}
            whole={base}
            of={of}
            entry={open.entry}
            isNew={open.isNew}
            inside={open.isNew ? undefined : insideOf?.(open.entry)}
            onDone={(entry) => {
              onPut(entry)
              close()
            }}
            onRemove={() => {
              onRemove(open.entry.id)
              close()
            }}
            onClose={close}
          />
        )}
      </Maybe>
    </>
  )
}

/** The second line of a row: what it says beside the name. */
function detailOf({ values }: PartEntry): string | undefined {
  return (
    values.buildings ||
    values.covers ||
    values.purpose ||
    [values.needsLicence, values.riskHints].filter(Boolean).join(' · ') ||
    undefined
  )
}
