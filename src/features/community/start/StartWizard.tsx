import type { ReactNode } from 'react'
import type { WholeCommunity } from '#contract/community'
import { startText as words } from '#text/community/start'
import { formStepText } from '#text/shared/formSteps'
import { Button } from '#ui/button/Button'
import { StepBar } from '#ui/field/StepBar'
import { FormFoot } from '#ui/form/FormFoot'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { AboutStep, PrivacyStep } from './FormSteps'
import { GridsStep, HomesStep } from './ListSteps'
import { OffersStep } from './OffersStep'
import { type Start, type StartStep, startSteps, useStart } from './useStart'

export interface StartWizardProps {
  whole: WholeCommunity
  /** Reads the community again, and begins anew from what stands there. */
  onReload: () => void
  /** What comes after the last step, of the community as it was saved. */
  done: (saved: WholeCommunity) => ReactNode
}

const bodies: Record<Exclude<StartStep, 'done'>, (props: { start: Start }) => ReactNode> = {
  about: AboutStep,
  homes: HomesStep,
  grids: GridsStep,
  offers: OffersStep,
  privacy: PrivacyStep,
}

/** Sets a community up in six steps. Each is saved when it is left; whoever comes back goes on at the first that is not done. */
export function StartWizard({ whole, onReload, done }: StartWizardProps) {
  const start = useStart(whole)
  const { step, at } = start
  const { title, lead, seen } = words.steps[step]
  const Body = step === 'done' ? undefined : bodies[step]
  const last = step === 'privacy'
  return (
    <Box className='stack'>
      <StepBar at={at} of={startSteps.length} title={title} />
      <Box>{lead}</Box>
      {seen && <Box className='soft'>{seen}</Box>}
      {Body ? <Body start={start} /> : done(start.whole)}
      {Body && (
        <FormFoot
          form={{ ...start, submit: start.overtaken ? reload : start.next }}
          action={start.overtaken ? words.reload : last ? words.open : formStepText.next}
        >
          <Maybe>
            {at > 0 && !start.overtaken && (
              <Button look='quiet' onPress={start.back}>
                {formStepText.back}
              </Button>
            )}
          </Maybe>
        </FormFoot>
      )}
      {!Body && (
        <Button look='quiet' onPress={start.back}>
          {formStepText.back}
        </Button>
      )}
    </Box>
  )

  function reload() {
    start.drop()
    onReload()
  }
}
