import { useState } from 'react'
import { partText } from '#text/community/communityEdit'
import { startText as words } from '#text/community/start'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { Tick } from '#ui/choice/Tick'
import { Folded } from '#ui/page/Folded'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { EntrySheet } from '../edit/EntrySheet'
import { newEntryId } from '../edit/partDraft'
import type { PartEntry } from '../edit/partSpec'
import { nameOf, parts } from '../edit/parts'
import { baseOf, entriesOf, type Offer, type OfferPart, offersOf, ticked, withEntry } from './startDraft'
import type { Start } from './useStart'
import './OffersStep.scss'

/** In the order in which they are looked for; a service stands below its teams. */
const shown = ['teams', 'services', 'categories', 'projects'] as const satisfies readonly OfferPart[]

/** What a community offers: the ready set, of which each thing may be taken, left or renamed. */
export function OffersStep({ start }: { start: Start }) {
  return (
    <>
      {shown.map((part) => (
        <Offers key={part} start={start} part={part} />
      ))}
    </>
  )
}

function Offers({ start: { whole, draft, change }, part }: { start: Start; part: OfferPart }) {
  const [open, setOpen] = useState<{ entry: PartEntry; isNew: boolean }>()
  const offers = offersOf(part, whole, draft)
  const close = () => setOpen(undefined)
  const tick = (id: string, taken: boolean) => change((now) => ticked(now, whole, { part, id }, taken))
  const teams = entriesOf('teams', whole, draft)
  const count = offers.filter(({ taken }) => taken).length
  return (
    <Folded title={words.taken(words.offers[part], count, offers.length)}>
      {offers.map((offer) => {
        const { entry, taken } = offer
        const name = nameOf(entry)
        return (
          <Box key={entry.id} className='offer'>
            <Tick
              label={name}
              detail={detailOf(offer, teams)}
              ticked={taken}
              onTick={(on) => tick(entry.id, on)}
            />
            <LineButton label={words.changeOf(name)} onPress={() => setOpen({ entry, isNew: false })}>
              {words.change}
            </LineButton>
          </Box>
        )
      })}
      <Button look='quiet' onPress={() => setOpen({ entry: { id: newEntryId(), values: {} }, isNew: true })}>
        {partText[part].add}
      </Button>
      <Maybe>
        {open && (
          <EntrySheet
            key={open.entry.id}
            spec={parts[part]}
            whole={{ ...baseOf(part, whole), ...listsOf(whole, draft) }}
            of=''
            entry={open.entry}
            isNew={open.isNew}
            inside={undefined}
            onDone={(entry) => {
              change((now) => withEntry(now, whole, part, entry))
              close()
            }}
            onRemove={() => {
              tick(open.entry.id, false)
              close()
            }}
            onClose={close}
          />
        )}
      </Maybe>
    </Folded>
  )
}

/** The teams and projects that may be chosen, under the names they have in the draft. */
const listsOf = (whole: Start['whole'], draft: Start['draft']) => ({
  teams: offersOf('teams', whole, draft).map(({ entry }) => ({
    teamId: entry.id,
    name: nameOf(entry),
    purpose: entry.values.purpose ?? '',
    sample: false,
  })),
  projects: offersOf('projects', whole, draft).map(({ entry }) => ({
    projectId: entry.id,
    name: nameOf(entry),
  })),
})

function detailOf({ entry, lacksTeam }: Offer, teams: readonly PartEntry[]): string | undefined {
  const team = teams.find(({ id }) => id === entry.values.teamId)
  if (team) return (lacksTeam ? words.lacksTeam : words.byTeam)(nameOf(team))
  return entry.values.purpose
}
