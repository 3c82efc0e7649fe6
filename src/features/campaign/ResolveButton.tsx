import { useState } from 'react'
import { useForm } from '#cloud/call/useForm'
import { type StepCourse, useStep } from '#cloud/call/useStep'
import { useDraft } from '#cloud/kept/useDraft'
import { campaignRunText as words } from '#text/campaign/campaign'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { campaignOvertaken } from './campaignOvertaken'

export interface ResolveButtonProps {
  publicationId: string
  /** Gathered requests that are not resolved. */
  open: number
  course: StepCourse
}

/** Resolves what a campaign has gathered, with one word for all. */
export function ResolveButton(props: ResolveButtonProps) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button onPress={() => setAsking(true)}>{words.resolve}</Button>
      <Maybe>{asking && <ResolveSheet {...props} onClose={() => setAsking(false)} />}</Maybe>
    </>
  )
}

function ResolveSheet({
  publicationId,
  open,
  course,
  onClose,
}: ResolveButtonProps & { onClose: () => void }) {
  const step = useStep('campaign.resolve', course, campaignOvertaken)
  const form = useForm(useDraft({ said: '' }), {
    check: ({ said }) => {
      const written = said.trim()
      return written.length < 2
        ? { faults: { said: words.resolveMissing } }
        : { input: { publicationId, words: written } }
    },
    mends: true,
    atFault: showFirstFault,
    by: step.saying((left) => words.resolved(left.open)),
    onDone: onClose,
  })
  return (
    <Sheet title={words.resolveTitle} onClose={onClose}>
      <Box>{words.resolveText(open)}</Box>
      <ParagraphField
        label={words.resolveWords}
        hint={words.resolveHint}
        maxLength={500}
        onText={(said) => form.write({ said })}
        error={form.faults.said}
      />
      <FormFoot form={form} action={words.resolveAction} />
    </Sheet>
  )
}
