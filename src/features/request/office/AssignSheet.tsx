import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import { type RequestCourse, useRequestStep } from '#features/request/detail/requestCourse'
import { officeStepText } from '#text/request/requestOffice'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Banner } from '#ui/page/Banner'
import { StateView } from '#ui/page/StateView'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

const words = officeStepText.assign

/** Asks who of the tier is to do it. */
export function AssignSheet({ course, onClose }: { course: RequestCourse; onClose: () => void }) {
  const { requestId } = course
  const [hands, retry] = useRead('request.hands', { requestId })
  const assign = useRequestStep('request.assign', course)
  const [memberId, setMemberId] = useState<string>()
  const [missing, setMissing] = useState(false)

  async function submit() {
    setMissing(memberId === undefined)
    if (memberId === undefined) return
    const outcome = await assign.take({ requestId, memberId }, () => officeStepText.done.assign)
    if (outcome?.ok) onClose()
  }

  return (
    <Sheet title={officeStepText.open.assign} onClose={onClose}>
      <StateView of={hands} onRetry={retry} empty={<Box>{officeStepText.failedHands}</Box>}>
        {({ items }) => (
          <Box className='stack'>
            <Box>{words.text}</Box>
            <Choice
              label={words.label}
              options={items.map(({ memberId: value, name }) => ({ value, title: name }))}
              chosen={memberId}
              onChoose={setMemberId}
              error={missing ? words.missing : undefined}
            />
            <Maybe>{assign.failure && <Banner tone='bad'>{assign.failure}</Banner>}</Maybe>
            <Button busy={assign.busy} onPress={submit}>
              {words.action}
            </Button>
          </Box>
        )}
      </StateView>
    </Sheet>
  )
}
