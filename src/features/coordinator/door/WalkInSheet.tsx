import { handOver, useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import { coordinatorText as words } from '#text/activity/coordinator'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'

const most = 10

/** Records a walk-in. */
export function WalkInSheet({
  onWalkIn,
  onClose,
}: {
  onWalkIn: (name: string, size: number) => void
  onClose: () => void
}) {
  const form = useForm(useDraft({ name: '', size: '1' }), {
    check: (draft) => {
      const name = draft.name.trim()
      const size = Number(draft.size)
      const wrong = !Number.isInteger(size) || size < 1 || size > most
      if (name && !wrong) return { input: { name, size } }
      return {
        faults: {
          ...(!name && { name: words.walkInMissing }),
          ...(wrong && { size: words.walkInSizeWrong }),
        },
      }
    },
    by: handOver(({ name, size }: { name: string; size: number }) => onWalkIn(name, size)),
    atFault: showFirstFault,
  })
  return (
    <Sheet title={words.walkIn} onClose={onClose}>
      <Box>{words.walkInText}</Box>
      <TextField
        label={words.walkInName}
        maxLength={20}
        error={form.faults.name}
        onText={(name) => form.write({ name })}
      />
      <TextField
        label={words.walkInSize}
        initial='1'
        keyboard='digits'
        maxLength={2}
        error={form.faults.size}
        onText={(size) => form.write({ size })}
      />
      <Button onPress={form.submit}>{words.walkInAdd}</Button>
    </Sheet>
  )
}
