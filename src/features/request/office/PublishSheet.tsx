import { useRef, useState } from 'react'
import { useFileUrls } from '#cloud/picture/useFileUrls'
import type { RequestDetail } from '#contract/request'
import { type RequestCourse, useRequestStep } from '#features/request/detail/requestCourse'
import { officeStepText } from '#text/request/requestOffice'
import { pictureText } from '#text/shared/picture'
import { Button } from '#ui/button/Button'
import { Tick } from '#ui/choice/Tick'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { PictureStrip } from '#ui/picture/PictureStrip'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

const words = officeStepText.publish

export interface PublishSheetProps {
  request: RequestDetail
  course: RequestCourse
  onClose: () => void
}

/** Clears the words that go on the board; begins with what the resident wrote, and wants a look before it is sent. */
export function PublishSheet({ request, course, onClose }: PublishSheetProps) {
  const { requestId, published, description = '', title } = request
  const publish = useRequestStep('request.publish', course)
  const written = useRef({
    title: published?.title ?? title,
    text: published?.text ?? description,
  })
  const [chosen, setChosen] = useState<readonly string[]>(published?.fileIds ?? [])
  const pictures = useFileUrls(request.fileIds)
  const [cleared, setCleared] = useState(false)
  const [fault, setFault] = useState<string>()

  async function submit() {
    const said = { title: written.current.title.trim(), text: written.current.text.trim() }
    const short = said.title.length < 2 || said.text.length < 2
    const wrong = short ? words.missing : cleared ? undefined : words.clearedMissing
    setFault(wrong)
    if (wrong) return
    const outcome = await publish.take(
      { requestId, ...said, fileIds: [...chosen] },
      () => officeStepText.done.publish,
    )
    if (outcome?.ok) onClose()
  }
  async function takeDown() {
    const outcome = await publish.take({ requestId, shown: false }, () => officeStepText.done.unpublish)
    if (outcome?.ok) onClose()
  }

  return (
    <Sheet title={officeStepText.open.publish} onClose={onClose}>
      <Banner tone='plain'>{words.text}</Banner>
      <TextField
        label={words.title}
        initial={written.current.title}
        maxLength={40}
        onText={(text) => {
          written.current.title = text
        }}
      />
      <ParagraphField
        label={words.words}
        initial={written.current.text}
        maxLength={500}
        onText={(text) => {
          written.current.text = text
        }}
      />
      {pictures.map((picture, at) => (
        <Box key={picture.key} className='stack-tight'>
          <PictureStrip pictures={[picture]} label={pictureText.nth(at + 1)} />
          <Tick
            label={words.picture(at + 1)}
            ticked={chosen.includes(picture.key)}
            onTick={(on) =>
              setChosen((before) =>
                on ? [...before, picture.key] : before.filter((each) => each !== picture.key),
              )
            }
          />
        </Box>
      ))}
      <Tick label={words.cleared} ticked={cleared} onTick={setCleared} />
      <Maybe>{(fault ?? publish.failure) && <Banner tone='bad'>{fault ?? publish.failure}</Banner>}</Maybe>
      <Box className='stack-tight'>
        <Button busy={publish.busy} onPress={submit}>
          {words.action}
        </Button>
        {published && (
          <Button look='quiet' onPress={takeDown}>
            {words.takeDown}
          </Button>
        )}
      </Box>
    </Sheet>
  )
}
