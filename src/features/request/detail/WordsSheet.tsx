import { useRef, useState } from 'react'
import type { Outcome } from '#cloud/call/call'
import { usePictures } from '#cloud/picture/usePictures'
import { officeStepText } from '#text/request/requestOffice'
import { pictureText } from '#text/shared/picture'
import { Button } from '#ui/button/Button'
import { PicturesField } from '#ui/field/PicturesField'
import { ParagraphField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
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
  const { held: pictures, tray } = usePictures(`request:${course.requestId}:${step}`, {
    purpose: 'request_photo',
  })
  const [sending, setSending] = useState(false)
  const [unsent, setUnsent] = useState(false)
  const said = useRef('')
  const [missing, setMissing] = useState(false)

  async function submit() {
    const text = said.current.trim()
    const tooShort = text.length < 2
    setMissing(tooShort)
    if (tooShort || sending) return
    const { requestId } = course
    const done = () => officeStepText.done[step]
    type Take = (fileIds: { fileIds?: string[] }) => Promise<Outcome<unknown> | undefined>
    const take: Record<WordsSheetProps['step'], Take> = {
      progress: (fileIds) => progress.take({ requestId, note: text, ...fileIds }, done),
      resolve: (fileIds) => resolve.take({ requestId, resolution: text, ...fileIds }, done),
      ask: () => ask.take({ requestId, question: text }, done),
    }
    setSending(true)
    setUnsent(false)
    const outcome = await tray.deliver(take[step])
    setSending(false)
    if (outcome === 'unsent' || outcome?.ok === false) setUnsent(true)
    else if (outcome) {
      tray.clear()
      onClose()
    }
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
      {step !== 'ask' && <PicturesField hint={officeStepText.picturesHint} held={pictures} />}
      <Maybe>{unsent && !taking.failure && <Banner tone='bad'>{pictureText.notSent}</Banner>}</Maybe>
      <Maybe>{taking.failure && <Banner tone='bad'>{taking.failure}</Banner>}</Maybe>
      <Button busy={taking.busy || sending} onPress={submit}>
        {words.action}
      </Button>
    </Sheet>
  )
}
