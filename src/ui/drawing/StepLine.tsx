import { Box } from '#ui/show/Box'
import './StepLine.scss'

export interface StepLineProps {
  /** At most four. */
  steps: readonly string[]
  /** The index of the step it has come to; `steps.length` when all of them are over. */
  here: number
}

/**
 * A way of a few steps as a line: those behind, the one it has come to, those ahead. The words beside it say the same
 * to a screen reader. Where it has come to stands in one class, so that a step forward sends WeChat little.
 */
export function StepLine({ steps, here }: StepLineProps) {
  return (
    <Box className={`step-line step-line-${here}`} silent>
      {steps.map((step) => (
        <Box key={step} className='step'>
          {step}
        </Box>
      ))}
    </Box>
  )
}
