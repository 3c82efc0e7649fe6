import { useRef, useState } from 'react'
import type { Outcome } from '../../cloud/call'
import { officeStepText } from '../../text/requestOffice'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Place } from '../../ui/Place'
import { Sheet } from '../../ui/Sheet'
import { ParagraphField } from '../../ui/TextField'
import { type RequestCourse, useRequestStep } from './requestCourse'

export interface WordsSheetProps {
  step: 'progress' | 'resolve' | 'ask'
  course: RequestCourse
  onClose: () => void
}

/** Asks for the words that a step of the office is made of. */
export function WordsSheet({ step, course, onClose }: WordsSheetProps) {
  const words = officeStepText.words[step]
  const progress = useRequestStep('request.progress', course)
  const resolve = useRequestStep('request.resolve', course)
  const ask = useRequestStep('request.ask', course)
  const taking = { progress, resolve, ask }[step]
  const said = useRef('')
  const [missing, setMissing] = useState(false)

  async function submit() {
    const text = said.current.trim()
    const tooShort = text.length < 2
    setMissing(tooShort)
    if (tooShort) return
    const { requestId } = course
    const done = () => officeStepText.done[step]
    const take: Record<WordsSheetProps['step'], () => Promise<Outcome<unknown> | undefined>> = {
      progress: () => progress.take({ requestId, note: text }, done),
      resolve: () => resolve.take({ requestId, resolution: text }, done),
      ask: () => ask.take({ requestId, question: text }, done),
    }
    const outcome = await take[step]()
    if (outcome?.ok) onClose()
  }

  return (
    <Sheet title={officeStepText.open[step]} onClose={onClose}>
      <Box>{words.text}</Box>
      <ParagraphField
        label={words.label}
        maxLength={step === 'resolve' ? 500 : 300}
        error={missing ? officeStepText.missing : undefined}
        onText={(text) => {
          said.current = text
        }}
      />
      <Place>{taking.failure && <Banner tone='bad'>{taking.failure}</Banner>}</Place>
      <Button busy={taking.busy} onPress={submit}>
        {words.action}
      </Button>
    </Sheet>
  )
}
