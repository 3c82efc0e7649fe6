import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import { deskApprove } from '#contract/desk'
import { idInScene } from '#contract/scene'
import { routes } from '#routes'
import { deskText as words } from '#text/desk/desk'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'

const isDigits = v.is.bind(undefined, deskApprove.entries.digits)

/** Lets a computer in as me, once its digits are those I read on its screen. Opened by scanning its code. */
export default function Approve() {
  const pairId = idInScene('desk', useRouter().params.scene)
  const [approved, setApproved] = useState(false)
  return (
    <Screen title={titles.approve}>
      {pairId && !approved ? (
        <Approving pairId={pairId} onApproved={() => setApproved(true)} />
      ) : (
        <Empty
          title={approved ? words.approvedTitle : words.noPairTitle}
          text={approved ? words.approvedText : words.noPairText}
        >
          <Button to={routes.home}>{words.approvedHome}</Button>
        </Empty>
      )}
    </Screen>
  )
}

function Approving({ pairId, onApproved }: { pairId: string; onApproved: () => void }) {
  const form = useForm(useDraft({ digits: '' }), {
    check: ({ digits }) =>
      isDigits(digits) ? { input: { pairId, digits } } : { faults: { digits: words.approveDigitsMissing } },
    by: useCommand('desk.approve'),
    atFault: showFirstFault,
    onDone: onApproved,
  })
  return (
    <>
      <Box>{words.approveLead}</Box>
      <TextField
        label={words.approveDigits}
        keyboard='digits'
        maxLength={7}
        error={form.faults.digits}
        onText={(digits) => form.write({ digits })}
      />
      <Banner tone='plain'>{words.approveWarning}</Banner>
      <FormFoot form={form} action={words.approve}>
        <Button look='quiet' to={routes.home}>
          {words.approveRefuse}
        </Button>
      </FormFoot>
    </>
  )
}
