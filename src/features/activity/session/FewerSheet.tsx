import { type Sender, useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import { fewerText as words } from '#text/session/signup'
import { Tick } from '#ui/choice/Tick'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'

export interface FewerSheetProps {
  /** The names of everybody in the party; two may be alike. */
  party: readonly string[]
  by: Sender<string[], unknown>
  onDone: () => void
  onClose: () => void
}

/** Asks who of a party still comes. Nobody is added here. */
export function FewerSheet({ party, by, onDone, onClose }: FewerSheetProps) {
  const everybody = party.map((name, number) => ({ name, number, comes: true }))
  const form = useForm(useDraft({ people: everybody }), {
    check: ({ people }) => {
      const names = people.filter(({ comes }) => comes).map(({ name }) => name)
      if (names.length === 0) return { faults: { whole: words.nobody } }
      return names.length === party.length ? { faults: { whole: words.same } } : { input: names }
    },
    by,
    mends: true,
    onDone,
  })
  const { people } = form.draft
  const turn = (turned: number, comes: boolean) =>
    form.choose({ people: people.map((one) => (one.number === turned ? { ...one, comes } : one)) })
  return (
    <Sheet title={words.title} onClose={onClose}>
      <Box>{words.lead}</Box>
      <Box className='stack-tight'>
        {people.map(({ name, number, comes }) => (
          <Tick key={number} label={name} ticked={comes} onTick={(ticked) => turn(number, ticked)} />
        ))}
      </Box>
      <FormFoot form={form} action={words.submit(people.filter(({ comes }) => comes).length)} />
    </Sheet>
  )
}
