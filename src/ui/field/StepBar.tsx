import { formStepText } from '#text/shared/formSteps'
import { Box } from '#ui/show/Box'
import './StepBar.scss'

export interface StepBarProps {
  /** From 0. */
  at: number
  of: number
  title: string
  /** What is said instead of which step of how many it is. */
  said?: string | undefined
}

/** Which step of how many, with what it is about; read aloud when it changes. */
export function StepBar({ at, of, title, said }: StepBarProps) {
  return (
    <Box className='step-bar'>
      <Box className='step-bar-marks' silent>
        {Array.from({ length: of }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a mark is its index
          <Box key={index} className={index <= at ? 'step-mark step-mark-reached' : 'step-mark'} />
        ))}
      </Box>
      <Box className='step-bar-words' live='polite'>
        {said ?? formStepText.at(at + 1, of, title)}
      </Box>
    </Box>
  )
}
