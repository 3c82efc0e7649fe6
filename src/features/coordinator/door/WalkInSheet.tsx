import { useRef, useState } from 'react'
import { coordinatorText as words } from '#text/activity/coordinator'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'

const most = 10

/** Notes somebody who came without a sign-up. */
export function WalkInSheet({
  onWalkIn,
  onClose,
}: {
  onWalkIn: (name: string, size: number) => void
  onClose: () => void
}) {
  const written = useRef({ name: '', size: '1' })
  const [faults, setFaults] = useState<{ name?: string; size?: string }>({})

  const submit = () => {
    const name = written.current.name.trim()
    const size = Number(written.current.size)
    const wrong = !Number.isInteger(size) || size < 1 || size > most
    const next = {
      ...(!name && { name: words.walkInMissing }),
      ...(wrong && { size: words.walkInSizeWrong }),
    }
    setFaults(next)
    if (Object.keys(next).length > 0) return showFirstFault()
    onWalkIn(name, size)
  }

  return (
    <Sheet title={words.walkIn} onClose={onClose}>
      <Box>{words.walkInText}</Box>
      <TextField
        label={words.walkInName}
        maxLength={20}
        error={faults.name}
        onText={(name) => {
          written.current.name = name
        }}
      />
      <TextField
        label={words.walkInSize}
        initial='1'
        keyboard='digits'
        maxLength={2}
        error={faults.size}
        onText={(size) => {
          written.current.size = size
        }}
      />
      <Button onPress={submit}>{words.walkInAdd}</Button>
    </Sheet>
  )
}
