import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import { useFileUrls } from '#cloud/picture/useFileUrls'
import type { RequestDetail } from '#contract/request'
import { type RequestCourse, useRequestStep } from '#features/request/detail/requestCourse'
import { officeStepText } from '#text/request/requestOffice'
import { pictureText } from '#text/shared/picture'
import { Button } from '#ui/button/Button'
import { Tick } from '#ui/choice/Tick'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Banner } from '#ui/page/Banner'
import { PictureStrip } from '#ui/picture/PictureStrip'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'

const words = officeStepText.publish

export interface PublishSheetProps {
  request: RequestDetail
  course: RequestCourse
  onClose: () => void
}

/** Writes the text for the board. It begins with the resident's text, which the worker must check before it is sent. */
export function PublishSheet({ request, course, onClose }: PublishSheetProps) {
  const { requestId, published, description = '', title } = request
  const publish = useRequestStep('request.publish', course)
  const draft = useDraft({
    title: published?.title ?? title,
    text: published?.text ?? description,
    fileIds: published?.fileIds ?? [],
    cleared: false,
  })
  const form = useForm(draft, {
    check: ({ fileIds, cleared, ...typed }) => {
      const said = { title: typed.title.trim(), text: typed.text.trim() }
      if (said.title.length < 2 || said.text.length < 2) return { faults: { whole: words.missing } }
      if (!cleared) return { faults: { whole: words.clearedMissing } }
      return { input: { requestId, ...said, fileIds } }
    },
    atFault: showFirstFault,
    by: publish.saying(() => officeStepText.done.publish),
    onDone: onClose,
  })
  const { choose, write, written } = form
  const { fileIds, cleared } = form.draft
  const pictures = useFileUrls(request.fileIds)

  async function takeDown() {
    const outcome = await publish.take({ requestId, shown: false }, () => officeStepText.done.unpublish)
    if (outcome?.ok) onClose()
  }

  return (
    <Sheet title={officeStepText.open.publish} onClose={onClose}>
      <Banner tone='plain'>{words.text}</Banner>
      <TextField
        label={words.title}
        initial={written().title}
        maxLength={40}
        onText={(text) => write({ title: text })}
      />
      <ParagraphField
        label={words.words}
        initial={written().text}
        maxLength={500}
        onText={(text) => write({ text })}
      />
      {pictures.map((picture, at) => (
        <Box key={picture.key} className='stack-tight'>
          <PictureStrip pictures={[picture]} label={pictureText.nth(at + 1)} />
          <Tick
            label={words.picture(at + 1)}
            ticked={fileIds.includes(picture.key)}
            onTick={(on) =>
              choose((now) => ({
                ...now,
                fileIds: on
                  ? [...now.fileIds, picture.key]
                  : now.fileIds.filter((each) => each !== picture.key),
              }))
            }
          />
        </Box>
      ))}
      <Tick label={words.cleared} ticked={cleared} onTick={(on) => choose({ cleared: on })} />
      <FormFoot form={form} action={words.action}>
        {published && (
          <Button look='quiet' onPress={takeDown}>
            {words.takeDown}
          </Button>
        )}
      </FormFoot>
    </Sheet>
  )
}
