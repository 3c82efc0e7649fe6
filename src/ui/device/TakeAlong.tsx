import { Button } from '#ui/button/Button'
import { Box } from '#ui/show/Box'
import { canPrint } from './print'

export interface TakeAlongProps {
  words: { export: string; print: string; printOnComputer: string }
  busy?: boolean
  onExport: () => void
  onPrint: () => void
}

/** The two ways to take a list along: as a workbook, and on paper; where nothing prints, who can. */
export const TakeAlong = ({ words, busy = false, onExport, onPrint }: TakeAlongProps) => (
  <Box className='pair'>
    <Button look='quiet' busy={busy} onPress={onExport}>
      {words.export}
    </Button>
    {canPrint ? (
      <Button look='quiet' busy={busy} onPress={onPrint}>
        {words.print}
      </Button>
    ) : (
      <Box className='soft small'>{words.printOnComputer}</Box>
    )}
  </Box>
)
