import { useState } from 'react'
import { handOver, useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import { coordinatorText as words } from '#text/activity/coordinator'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'

const most = 10
const blank = { name: '', size: '1' }

export interface WalkInSheetProps {
  /** How many walk-ins there are so far. */
  count: number
  onWalkIn: (name: string, size: number) => void
  onClose: () => void
}

/** Records walk-ins, one after the other: Enter adds one, and the name is empty again for the next. */
export function WalkInSheet({ count, onWalkIn, onClose }: WalkInSheetProps) {
  const [added, setAdded] = useState({ turns: 0, sentence: '' })
  const draft = useDraft(blank)
  const form = useForm(draft, {
    check: ({ size: typed, ...draft }) => {
      const name = draft.name.trim()
      const size = Number(typed)
      const wrong = !Number.isInteger(size) || size < 1 || size > most
      if (name && !wrong) return { input: { name, size } }
      return {
        faults: {
          ...(!name && { name: words.walkInMissing }),
          ...(wrong && { size: words.walkInSizeWrong }),
        },
      }
    },
    by: handOver(({ name, size }: { name: string; size: number }) => {
      onWalkIn(name, size)
      draft.write(blank)
      setAdded(({ turns }) => ({ turns: turns + 1, sentence: words.walkInAdded(name, size, count + 1) }))
    }),
    atFault: showFirstFault,
  })
  const { turns, sentence } = added
  return (
    <Sheet title={words.walkIn} onClose={onClose}>
      <Box>{words.walkInText}</Box>
      <TextField
        key={`name${turns}`}
        label={words.walkInName}
        maxLength={20}
        focus={turns > 0}
        error={form.faults.name}
        onText={(name) => form.write({ name })}
        onEnter={form.submit}
      />
      <TextField
        key={`size${turns}`}
        label={words.walkInSize}
        initial='1'
        keyboard='digits'
        maxLength={2}
        error={form.faults.size}
        onText={(size) => form.write({ size })}
        onEnter={form.submit}
      />
      <Box className='strong' live='polite'>
        {sentence}
      </Box>
      <FormFoot form={form} action={words.walkInAdd} look='pine' />
    </Sheet>
  )
}
