import { type Sender, useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { Dependent } from '#contract/dependent'
import { partyText as words } from '#text/session/signup'
import { Tick } from '#ui/choice/Tick'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { type Companion, checkParty, newParty, type PartyDraft, partySize } from './partyDraft'

export interface PartySheetProps {
  /** People in one party at most. */
  most: number
  dependents: readonly Dependent[]
  by: Sender<Companion[], unknown>
  onDone: () => void
  onClose: () => void
}

/** Asks who comes: oneself, those one cares for, a guest by name. */
export function PartySheet({ most, dependents, by, onDone, onClose }: PartySheetProps) {
  const form = useForm(useDraft(newParty), {
    check: (written) => checkParty(written, dependents, most),
    atFault: showFirstFault,
    by,
    onDone,
  })
  const { draft, choose } = form
  const guest = guestOf(draft)

  const nameGuest = (name: string) => {
    const next = withGuest(form.written(), { name })
    // The page shows only whether there is a guest; the name stands in its field.
    if (partySize(next) === partySize(draft)) form.write(next)
    else choose(next)
  }

  return (
    <Sheet title={words.title} onClose={onClose}>
      <Box>{words.lead(most)}</Box>
      <Box className='stack-tight'>
        <Tick label={words.myself} ticked={draft.self} onTick={(self) => choose({ self })} />
        {dependents.map(({ dependentId, name, relation }) => (
          <Tick
            key={dependentId}
            label={name}
            detail={relation}
            ticked={draft.dependentIds.includes(dependentId)}
            onTick={(ticked) =>
              choose(({ dependentIds, ...rest }) => ({
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
        error={form.faults.guest}
        onText={nameGuest}
      />
      <Maybe>
        {guest.name.trim() !== '' && (
          <Tick
            label={words.guestUnder14}
            ticked={guest.under14}
            onTick={(under14) => choose((now) => withGuest(now, { under14 }))}
          />
        )}
      </Maybe>
      <FormFoot form={form} action={words.submit(partySize(draft))} />
    </Sheet>
  )
}

const guestOf = ({ guests }: PartyDraft) => guests[0] ?? { name: '', under14: false }

const withGuest = (draft: PartyDraft, part: { name?: string; under14?: boolean }): PartyDraft => ({
  ...draft,
  guests: [{ ...guestOf(draft), ...part }],
})
