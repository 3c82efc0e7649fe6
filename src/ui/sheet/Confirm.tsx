import { Button, type ButtonLook } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { Sheet } from './Sheet'

export interface ConfirmProps {
  title: string
  /** What will happen, and whether it can be taken back. */
  text: string
  /** The verb itself, not "OK". */
  action: string
  look?: ButtonLook
  busy: boolean
  /** Why the step failed. */
  failure?: string | undefined
  onConfirm: () => void
  /** The words of the button that leaves everything as it is. */
  keep: string
  onClose: () => void
}

/** Asks before a step that is hard to take back. */
export function Confirm({
  title,
  text,
  action,
  look = 'danger',
  busy,
  failure,
  onConfirm,
  keep,
  onClose,
}: ConfirmProps) {
  return (
    <Sheet title={title} onClose={onClose}>
      <Box>{text}</Box>
      <Maybe>{failure && <Banner tone='bad'>{failure}</Banner>}</Maybe>
      <Box className='stack-tight'>
        <Button look={look} busy={busy} onPress={onConfirm}>
          {action}
        </Button>
        <Button look='quiet' onPress={onClose}>
          {keep}
        </Button>
      </Box>
    </Sheet>
  )
}
