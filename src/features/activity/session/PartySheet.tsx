import { useState } from 'react'
import type { Dependent } from '#contract/dependent'
import { partyText as words } from '#text/session/signup'
import { Tick } from '#ui/choice/Tick'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { type Companion, chosenParty, newParty, partyFault, partySize } from './partyDraft'

export interface PartySheetProps {
  /** People in one party at most. */
  most: number
  dependents: readonly Dependent[]
  busy: boolean
  failure: string | undefined
  onSend: (party: Companion[]) => void
  onClose: () => void
}

/** Asks who comes: oneself, those one cares for, a guest by name. */
export function PartySheet({ most, dependents, busy, failure, onSend, onClose }: PartySheetProps) {
  const [draft, setDraft] = useState(newParty)
  const [fault, setFault] = useState<string>()
  const guest = draft.guests[0] ?? { name: '', under14: false }

  function submit() {
    const wrong = partyFault(draft, most)
    setFault(wrong)
    if (!wrong) onSend(chosenParty(draft, dependents))
  }

  return (
    <Sheet title={words.title} onClose={onClose}>
      <Box>{words.lead(most)}</Box>
      <Box className='stack-tight'>
        <Tick label={words.myself} ticked={draft.self} onTick={(self) => setDraft({ ...draft, self })} />
        {dependents.map(({ dependentId, name, relation }) => (
          <Tick
            key={dependentId}
            label={name}
            detail={relation}
            ticked={draft.dependentIds.includes(dependentId)}
            onTick={(ticked) =>
              setDraft(({ dependentIds, ...rest }) => ({
                ...rest,
                dependentIds: ticked
                  ? [...dependentIds, dependentId]
                  : dependentIds.filter((each) => each !== dependentId),
              }))
            }
          />
        ))}
      </Box>
      <TextField
        label={words.guestLabel}
        hint={words.guestHint}
        optional
        maxLength={20}
        onText={(name) => setDraft((before) => withGuest(before, { name }))}
      />
      <Maybe>
        {guest.name.trim() !== '' && (
          <Tick
            label={words.guestUnder14}
            ticked={guest.under14}
            onTick={(under14) => setDraft((before) => withGuest(before, { under14 }))}
          />
        )}
      </Maybe>
      <FormFoot form={{ busy, failure: fault ?? failure, submit }} action={words.submit(partySize(draft))} />
    </Sheet>
  )
}

const withGuest = (
  draft: typeof newParty,
  change: Partial<{ name: string; under14: boolean }>,
): typeof newParty => ({
  ...draft,
  guests: [{ ...(draft.guests[0] ?? { name: '', under14: false }), ...change }],
})
