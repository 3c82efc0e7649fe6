import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { Community } from '#contract/community'
import { registrationText } from '#text/member/registration'
import { formStepText } from '#text/shared/formSteps'
import { Button } from '#ui/button/Button'
import { StepBar } from '#ui/field/StepBar'
import { showFirstFault } from '#ui/field/showFirstFault'
import { Banner } from '#ui/page/Banner'
import { showStep } from '#ui/page/showStep'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { ConsentFields } from './ConsentFields'
import { DwellingFields } from './DwellingFields'
import { RegistrationReview } from './RegistrationReview'
import {
  checkRegistration,
  faultsIn,
  type RegistrationChoices,
  type RegistrationFaults,
  type RegistrationWords,
  registrationSteps,
} from './registration'
import { WhoFields } from './WhoFields'

export interface RegisterFormProps {
  community: Community
  /** What was said the first time, as far as it may be shown. */
  before?: { name: string; gridId: string; estateId?: string | undefined; building?: string | undefined }
  onRegistered: () => void
}

/** Registers in four steps: the consents, who, where, and everything once more. Going back loses nothing. */
export function RegisterForm({ community, before, onRegistered }: RegisterFormProps) {
  const typed = useRef<RegistrationWords>({ name: before?.name ?? '', phone: '', unit: '', birthday: '' })
  const [chosen, setChosen] = useState<RegistrationChoices>({
    gridId: before?.gridId,
    estateId: before?.estateId,
    building: before?.building,
    calendar: 'solar',
    service: false,
    sensitive: false,
  })
  const [at, setAt] = useState(0)
  const [faults, setFaults] = useState<RegistrationFaults>({})
  const register = useCommand('member.register')
  const step = registrationSteps[at] ?? 'review'

  const choose = (part: Partial<RegistrationChoices>) => setChosen((now) => ({ ...now, ...part }))
  const write = (part: Partial<RegistrationWords>) => {
    typed.current = { ...typed.current, ...part }
  }
  const go = (to: number) => {
    register.clear()
    setFaults({})
    setAt(to)
    showStep()
  }
  async function next() {
    const checked = checkRegistration({ ...typed.current, ...chosen })
    if (step === 'review') {
      if (checked.input && (await register.run(checked.input))) onRegistered()
      return
    }
    const wrong = faultsIn(checked.faults, step)
    if (Object.keys(wrong).length === 0) return go(at + 1)
    setFaults(wrong)
    showFirstFault()
  }

  return (
    <Box className='stack'>
      <StepBar at={at} of={registrationSteps.length} title={registrationText.steps[step]} />
      <Maybe>
        {step === 'consents' && <ConsentFields chosen={chosen} error={faults.consents} onChoose={choose} />}
        {step === 'who' && (
          <WhoFields
            initial={typed.current}
            calendar={chosen.calendar}
            faults={faults}
            onChoose={choose}
            onWrite={write}
          />
        )}
        {step === 'where' && (
          <DwellingFields
            community={community}
            chosen={chosen}
            unit={typed.current.unit}
            faults={faults}
            onChoose={choose}
            onUnit={(unit) => write({ unit })}
          />
        )}
        {step === 'review' && (
          <RegistrationReview draft={{ ...typed.current, ...chosen }} community={community} />
        )}
      </Maybe>
      <Maybe>{register.failure && <Banner tone='bad'>{register.failure.message}</Banner>}</Maybe>
      <Box className='stack-tight'>
        <Button busy={register.busy} onPress={next}>
          {step === 'review' ? registrationText.submit : formStepText.next}
        </Button>
        <Maybe>
          {at > 0 && (
            <Button look='quiet' onPress={() => go(at - 1)}>
              {formStepText.back}
            </Button>
          )}
        </Maybe>
      </Box>
    </Box>
  )
}
