import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { WholeCommunity } from '#contract/community'
import { partText, communityEditText as words } from '#text/community/communityEdit'
import { Banner } from '#ui/page/Banner'
import { Maybe } from '#ui/show/Maybe'
import { ListPart } from './ListPart'
import { afterEdit, changesOf, editOf, faultPlaceOf } from './partDraft'
import type { PartEntry, PartName } from './partSpec'
import { nameOf, parts } from './parts'
import { SaveSheet } from './SaveSheet'
import { SinglePart } from './SinglePart'

export interface PartEditorProps {
  part: PartName
  /** The id of the service or category to which the entries belong. Empty for the other parts. */
  of: string
  whole: WholeCommunity
  /** Reads the community again. The promise settles when the reply is there. */
  refresh: () => Promise<void>
  /** Drops the draft and begins again from the community as it is now. */
  onReload: () => void
}

/** Edits one community part: a draft beside the saved state, the list of changes, and the step that saves them. */
export function PartEditor({ part, of, whole, refresh, onReload }: PartEditorProps) {
  const spec = parts[part]
  const { title } = partText[part]
  // The edition on which the draft began. Saving is refused when somebody else has saved another one since.
  const [base, setBase] = useState(whole)
  const before = spec.entries(base, of)
  const [entries, setEntries] = useState<readonly PartEntry[]>(before)
  /** How often the draft was begun again. It is the form's key, so each draft gets a new form. */
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
          title={title}
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
            faultPlaceOf={(path) => faultPlaceOf(spec, entries, path)}
            onSave={save}
            onReload={onReload}
            onClose={() => setSaving(false)}
          />
        )}
      </Maybe>
    </>
  )
}
