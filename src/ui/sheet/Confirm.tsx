import { Button, type ButtonLook } from '#ui/button/Button'
import { FormFoot } from '#ui/form/FormFoot'
import { Box } from '#ui/show/Box'
import { Sheet } from './Sheet'

export interface ConfirmProps {
  title: string
  /** What will happen, and whether it can be taken back. */
  text: string
  /** The verb itself, not "OK". */
  action: string
  look?: ButtonLook
  busy: boolean
  /** Why it did not work. */
  failure?: string | undefined
  onConfirm: () => void
  /** The words of the way out. */
  keep: string
  onClose: () => void
}

/** Asks before something is done that is hard to take back. */
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
      <FormFoot form={{ busy, failure, submit: onConfirm }} action={action} look={look}>
        <Button look='quiet' onPress={onClose}>
          {keep}
        </Button>
      </FormFoot>
    </Sheet>
  )
}
