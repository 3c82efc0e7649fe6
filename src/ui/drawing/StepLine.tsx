import { Box } from '#ui/show/Box'
import './StepLine.scss'

export interface StepLineProps {
  /** What the line is, for a screen reader. */
  label: string
  steps: readonly string[]
  /** The index of the step it has come to; `steps.length` when all of them are over. */
  here: number
  /** Stands below the line, for example until when the present step lasts. */
  until?: string | undefined
}

/** A way of a few steps as a line: those behind, the one it has come to, those ahead. */
export function StepLine({ label, steps, here, until }: StepLineProps) {
  return (
    <Box>
      <Box className='step-line' role='img' label={label}>
        {steps.map((step, index) => (
          <Box
            key={step}
            className={`step-line-${index < here ? 'behind' : index === here ? 'here' : 'ahead'}`}
            silent
          >
            {step}
          </Box>
        ))}
      </Box>
      {until && <Box className='step-line-until'>{until}</Box>}
    </Box>
  )
}
