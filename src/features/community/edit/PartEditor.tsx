import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { WholeCommunity } from '#contract/community'
import { partText, communityEditText as words } from '#text/community/communityEdit'
import { Banner } from '#ui/page/Banner'
import { Maybe } from '#ui/show/Maybe'
import { ListPart } from './ListPart'
import { afterEdit, changesOf, editOf } from './partDraft'
import type { PartEntry, PartName } from './partSpec'
import { nameOf, parts } from './parts'
import { SaveSheet } from './SaveSheet'
import { SinglePart } from './SinglePart'

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

/** One part of the community: a draft beside what stands, what would change, and saving it. */
export function PartEditor({ part, of, whole, refresh, onReload }: PartEditorProps) {
  const spec = parts[part]
  const { title } = partText[part]
  // The edition the draft was begun on: whoever saves it later than somebody else is told.
  const [base, setBase] = useState(whole)
  const before = spec.entries(base, of)
  const [entries, setEntries] = useState<readonly PartEntry[]>(before)
  /** How often the draft was begun anew; each time its form is a new one. */
  const [times, setTimes] = useState(0)
  const [saving, setSaving] = useState(false)
  const [news, setNews] = useState<string>()
  const edit = useCommand('community.edit')
  const changes = changesOf(spec, base, before, entries, title)

  const begin = (now: WholeCommunity) => {
    setBase(now)
    setEntries(spec.entries(now, of))
    setTimes((count) => count + 1)
    setSaving(false)
    edit.clear()
  }
  const put = (entry: PartEntry) => {
    setNews(undefined)
    setEntries((now) =>
      now.some(({ id }) => id === entry.id)
        ? now.map((each) => (each.id === entry.id ? entry : each))
        : [...now, entry],
    )
  }
  const look = () => {
    setNews(undefined)
    edit.clear()
    setSaving(true)
  }
  const lookAt = (entry: PartEntry) => {
    setEntries([entry])
    if (changesOf(spec, base, before, [entry], title).length === 0) setNews(words.nothing)
    else look()
  }
  async function save() {
    const given = editOf(spec, base, entries, of)
    const saved = await edit.run(given)
    if (!saved) return
    begin(afterEdit(base, given, saved.rev))
    setNews(words.saved)
    await refresh()
  }
  const own = before[0] ?? { id: part, values: {} }

  return (
    <>
      <Maybe>{news && <Banner tone={news === words.saved ? 'good' : 'plain'}>{news}</Banner>}</Maybe>
      {spec.single ? (
        <SinglePart
          key={times}
          {...{ spec, base, of }}
          entry={{ ...own, id: part }}
          changes={changes.length}
          onTap={() => setNews(undefined)}
          onLook={lookAt}
          onDrop={() => begin(base)}
        />
      ) : (
        <ListPart
          {...{ part, spec, base, of, entries }}
          changes={changes.length}
          onPut={put}
          onRemove={(id) => setEntries((now) => now.filter((entry) => entry.id !== id))}
          onLook={look}
          onDrop={() => begin(base)}
        />
      )}
      <Maybe>
        {saving && (
          <SaveSheet
            changes={changes}
            busy={edit.busy}
            notDone={edit.notDone}
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
