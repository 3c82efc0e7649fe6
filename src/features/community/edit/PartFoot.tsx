import { communityEditText as words } from '#text/community/communityEdit'
import { Button } from '#ui/button/Button'
import { Box } from '#ui/show/Box'

export interface PartFootProps {
  /** How many changes the draft holds. */
  changes: number
  /** Shows what saving would change. Absent without a change. */
  onLook: (() => void) | undefined
  onDrop: () => void
}

/** Says how many changes the draft holds, and offers to look at them or to drop them. */
export function PartFoot({ changes, onLook, onDrop }: PartFootProps) {
  return (
    <Box className='stack-tight'>
      <Box live='polite'>{changes > 0 ? words.changed(changes) : ''}</Box>
      {onLook && <Button onPress={onLook}>{words.look}</Button>}
      {changes > 0 && (
        <Button look='quiet' onPress={onDrop}>
          {words.drop}
        </Button>
      )}
    </Box>
  )
}
