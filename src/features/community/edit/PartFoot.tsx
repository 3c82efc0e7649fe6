import { communityEditText as words } from '#text/community/communityEdit'
import { Button } from '#ui/button/Button'
import { Box } from '#ui/show/Box'

export interface PartFootProps {
  /** How many changes the draft holds. */
  changes: number
  /** Looks at what saving would change; absent where there is nothing to look at. */
  onLook: (() => void) | undefined
  onDrop: () => void
}

/** How much the draft changes, and the ways to look at that and to drop it. */
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
