import { type ReactNode, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { Community } from '#contract/community'
import { registrationText } from '#text/member/registration'
import { formStepText } from '#text/shared/formSteps'
import { Button } from '#ui/button/Button'
import { StepBar } from '#ui/field/StepBar'
import { showFirstFault } from '#ui/field/showFirstFault'
import { FormFoot } from '#ui/form/FormFoot'
import { showStep } from '#ui/page/showStep'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { ConsentFields } from './ConsentFields'
import { DwellingFields } from './DwellingFields'
import { RegistrationReview } from './RegistrationReview'
import {
  checkRegistration,
  faultsIn,
  newRegistration,
  type RegisteredBefore,
  type RegistrationDraft,
  registrationSteps,
} from './registration'
import { WhoFields } from './WhoFields'

export interface RegisterFormProps {
  community: Community
  /** The answers of a registration that was rejected, as far as they may be shown. */
  before?: RegisteredBefore | undefined
  onRegistered: () => void
  /** Other ways in, for whom this form is not; they stand under its first step. */
  ways: ReactNode
}

/** Registers a person in four steps: the consents, who, where, and a review. Going back loses nothing. */
export function RegisterForm({ community, before, onRegistered, ways }: RegisterFormProps) {
  const [at, setAt] = useState(0)
  const [reached, setReached] = useState(0)
  const register = useCommand('member.register')
  const check = (draft: RegistrationDraft) => checkRegistration(draft, community.controller)
  const form = useForm(
    useDraft(() => newRegistration(before)),
    {
      check,
      by: register,
      onDone: onRegistered,
    },
  )
  const { draft, faults, choose, write, written } = form
  const step = registrationSteps[at] ?? 'review'

  const go = (to: number) => {
    register.clear()
    form.setFaults({})
    setAt(to)
    setReached(Math.max(reached, to))
    showStep()
  }
  function next() {
    if (step === 'review') return form.submit()
    const wrong = faultsIn(check(written()).faults, step)
    if (Object.keys(wrong).length === 0) return go(at + 1)
    form.setFaults(wrong)
    showFirstFault()
  }

  return (
    <Box className='stack'>
      <StepBar at={at} of={registrationSteps.length} title={registrationText.steps[step]} />
      <Kept name='consents' at={at} reached={reached}>
        <ConsentFields chosen={draft} error={faults.consents} onChoose={choose} />
      </Kept>
      <Kept name='who' at={at} reached={reached}>
        <WhoFields
          initial={written()}
          calendar={draft.calendar}
          faults={faults}
          onChoose={choose}
          onWrite={write}
        />
      </Kept>
      <Kept name='where' at={at} reached={reached}>
        <DwellingFields
          community={community}
          chosen={draft}
          unit={written().unit}
          faults={faults}
          onChoose={choose}
          onUnit={(unit) => write({ unit })}
        />
      </Kept>
      <Maybe>{step === 'review' && <RegistrationReview draft={written()} community={community} />}</Maybe>
      <FormFoot
        form={{ ...form, submit: next }}
        action={step === 'review' ? registrationText.submit : formStepText.next}
      >
        <Maybe>
          {at > 0 && (
            <Button look='quiet' onPress={() => go(at - 1)}>
              {formStepText.back}
            </Button>
          )}
        </Maybe>
      </FormFoot>
      <Maybe>{at === 0 && ways}</Maybe>
    </Box>
  )
}

interface KeptProps {
  name: (typeof registrationSteps)[number]
  at: number
  /** How many steps on the person has come. */
  reached: number
  children: ReactNode
}

/** A step that was reached stays in the page unseen: going back and forth sends WeChat nothing of it again. */
function Kept({ name, at, reached, children }: KeptProps) {
  const place = registrationSteps.indexOf(name)
  return <Maybe unseen={place <= reached && place !== at}>{place <= reached && children}</Maybe>
}
