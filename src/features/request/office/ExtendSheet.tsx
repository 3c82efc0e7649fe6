import { useRef, useState } from 'react'
import { type RequestCourse, useRequestStep } from '#features/request/detail/requestCourse'
import { officeStepText } from '#text/request/requestOffice'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { ParagraphField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

const words = officeStepText.extend
const offered = [1, 2, 3, 5, 10, 20]

/** Asks for how many working days more, and why; the resident reads the reason. */
export function ExtendSheet({ course, onClose }: { course: RequestCourse; onClose: () => void }) {
  const extend = useRequestStep('request.extend', course)
  const [chosen, setChosen] = useState<string>()
  const [missing, setMissing] = useState(false)
  const said = useRef('')

  async function submit() {
    const reason = said.current.trim()
    const lacking = chosen === undefined || reason.length < 2
    setMissing(lacking)
    if (lacking) return
    const asked = { requestId: course.requestId, days: Number(chosen), reason }
    const outcome = await extend.take(asked, () => officeStepText.done.extend)
    if (outcome?.ok) onClose()
  }

  return (
    <Sheet title={officeStepText.open.extend} onClose={onClose}>
      <Box>{words.text}</Box>
      <Choice
        label={words.days}
        options={offered.map((count) => ({ value: String(count), title: words.dayOf(count) }))}
        chosen={chosen}
        onChoose={setChosen}
      />
      <ParagraphField
        label={words.label}
        maxLength={200}
        error={missing ? words.missing : undefined}
        onText={(text) => {
          said.current = text
        }}
      />
      <Maybe>{extend.failure && <Banner tone='bad'>{extend.failure}</Banner>}</Maybe>
      <Button busy={extend.busy} onPress={submit}>
        {words.action}
      </Button>
    </Sheet>
  )
}
