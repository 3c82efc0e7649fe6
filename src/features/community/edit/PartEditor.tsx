import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { WholeCommunity } from '#contract/community'
import { communityPart } from '#routes'
import { partText, communityEditText as words } from '#text/community/communityEdit'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { Banner } from '#ui/page/Banner'
import { Pager } from '#ui/page/Pager'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { Row, Rows } from '#ui/show/Row'
import { EntrySheet } from './EntrySheet'
import { PartFields } from './PartFields'
import { changesOf, editOf, type Faults, faultsOf, newEntryId } from './partDraft'
import type { Entry, PartName } from './partSpec'
import { nameOf, parts } from './parts'
import { SaveSheet } from './SaveSheet'

export interface PartEditorProps {
  part: PartName
  /** The service or category whose lines these are; empty otherwise. */
  of: string
  whole: WholeCommunity
  /** Reads what stands now; settles when it is there. */
  refresh: () => Promise<void>
  /** Begins anew on what stands now. */
  onReload: () => void
}

/** More rows than this are leafed through. */
const rowsShown = 15

/** One part of the community: a draft beside what stands, what would change, and saving it. */
export function PartEditor({ part, of, whole, refresh, onReload }: PartEditorProps) {
  const spec = parts[part]
  const { title, add } = partText[part]
  // The edition the draft was begun on: whoever saves it later than somebody else is told.
  const [base, setBase] = useState(whole)
  const before = spec.entries(base, of)
  const [entries, setEntries] = useState<readonly Entry[]>(before)
  const [form, setForm] = useState(0)
  const [from, setFrom] = useState(0)
  const [open, setOpen] = useState<{ entry: Entry; isNew: boolean }>()
  const [saving, setSaving] = useState(false)
  const [faults, setFaults] = useState<Faults>({})
  const [news, setNews] = useState<string>()
  const edit = useCommand('community.edit')
  const written = useRef<Record<string, string>>({ ...before[0]?.values })
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(before[0]?.values ?? {})
  const changes = changesOf(spec, base, before, entries, title)

  const begin = (now: WholeCommunity) => {
    const fresh = spec.entries(now, of)
    written.current = { ...fresh[0]?.values }
    setChosen(fresh[0]?.values ?? {})
    setBase(now)
    setEntries(fresh)
    setForm((count) => count + 1)
    setSaving(false)
    setFaults({})
    edit.clear()
  }
  const put = (entry: Entry) => {
    setNews(undefined)
    setEntries((now) =>
      now.some(({ id }) => id === entry.id)
        ? now.map((each) => (each.id === entry.id ? entry : each))
        : [...now, entry],
    )
    setOpen(undefined)
  }
  /** A single form is checked as a whole; a list's entries were when they were put there. */
  const look = () => {
    setNews(undefined)
    if (spec.single) {
      const draft = { id: part, values: { ...written.current } }
      const wrong = faultsOf(spec, base, draft, of)
      setFaults(wrong)
      if (Object.keys(wrong).length > 0) return showFirstFault()
      setEntries([draft])
      if (changesOf(spec, base, before, [draft], title).length === 0) return setNews(words.nothing)
    }
    edit.clear()
    setSaving(true)
  }
  async function save() {
    const saved = await edit.run(editOf(spec, base, entries, of))
    if (!saved) return
    const { rev: _rev, ...given } = editOf(spec, base, entries, of)
    begin({ ...base, ...(given as Partial<WholeCommunity>), rev: saved.rev })
    setNews(words.saved)
    await refresh()
  }

  return (
    <>
      <Maybe>{news && <Banner tone={news === words.saved ? 'good' : 'plain'}>{news}</Banner>}</Maybe>
      {spec.single ? (
        <PartFields
          key={form}
          fields={spec.fields}
          initial={before[0]?.values ?? {}}
          chosen={chosen}
          lists={base}
          faults={faults}
          onText={(field, text) => {
            written.current[field] = text
          }}
          onChoose={(field, value) => {
            written.current[field] = value
            setChosen((now) => ({ ...now, [field]: value }))
          }}
        />
      ) : (
        <Box className='stack'>
          <Heading>{title}</Heading>
          {entries.length === 0 && <Box>{words.empty}</Box>}
          <Rows>
            {entries.slice(from, from + rowsShown).map((entry) => (
              <Row
                key={entry.id}
                title={nameOf(entry)}
                detail={detailOf(entry)}
                onPress={() => setOpen({ entry, isNew: false })}
              />
            ))}
          </Rows>
          <Pager
            onNewer={from > 0 ? () => setFrom(from - rowsShown) : undefined}
            onOlder={from + rowsShown < entries.length ? () => setFrom(from + rowsShown) : undefined}
          />
          <Button
            look='quiet'
            onPress={() => setOpen({ entry: { id: newEntryId(), values: {} }, isNew: true })}
          >
            {add}
          </Button>
        </Box>
      )}
      <Box className='stack-tight'>
        <Box live='polite'>{changes.length > 0 ? words.changed(changes.length) : ''}</Box>
        {(spec.single || changes.length > 0) && <Button onPress={look}>{words.look}</Button>}
        {changes.length > 0 && (
          <Button look='quiet' onPress={() => begin(base)}>
            {words.drop}
          </Button>
        )}
      </Box>
      <Maybe>
        {open && (
          <EntrySheet
            key={open.entry.id}
            spec={spec}
            whole={base}
            of={of}
            entry={open.entry}
            isNew={open.isNew}
            inside={
              spec.inside && !open.isNew
                ? {
                    count: spec.inside.count(base, open.entry.id),
                    to: changes.length === 0 ? communityPart(spec.inside.part, open.entry.id) : undefined,
                  }
                : undefined
            }
            onDone={put}
            onRemove={() => {
              setEntries((now) => now.filter(({ id }) => id !== open.entry.id))
              setOpen(undefined)
            }}
            onClose={() => setOpen(undefined)}
          />
        )}
        {saving && (
          <SaveSheet
            changes={changes}
            busy={edit.busy}
            failure={edit.failure}
            nameOfId={(id) => nameOf(before.find((entry) => entry.id === id) ?? { id, values: { name: id } })}
            onSave={save}
            onReload={onReload}
            onClose={() => setSaving(false)}
          />
        )}
      </Maybe>
    </>
  )
}

/** The second line of a row: what the name does not say. */
function detailOf({ values }: Entry): string | undefined {
  return (
    values.buildings ||
    values.purpose ||
    [values.needsLicence, values.riskHints].filter(Boolean).join(' · ') ||
    undefined
  )
}
