import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { pairIdOf } from '#features/desk/pairIdOf'
import { routes } from '#routes'
import { deskText } from '#text/desk/desk'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { TextField } from '#ui/field/TextField'
import { Failure } from '#ui/form/Failure'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'

/** Lets a computer in as me, once its digits are those I read on its screen. Opened by scanning its code. */
export default function Approve() {
  const pairId = pairIdOf(useRouter().params.scene)
  const digits = useRef('')
  const [missing, setMissing] = useState(false)
  const [approved, setApproved] = useState(false)
  const approve = useCommand('desk.approve')

  async function submit() {
    if (!pairId) return
    const complete = /^\d{4}$/.test(digits.current)
    setMissing(!complete)
    if (complete && (await approve.run({ pairId, digits: digits.current }))) setApproved(true)
  }

  if (!pairId || approved) {
    return (
      <Screen title={titles.approve}>
        <Empty
          title={approved ? deskText.approvedTitle : deskText.noPairTitle}
          text={approved ? deskText.approvedText : deskText.noPairText}
        >
          <Button to={routes.home}>{deskText.approvedHome}</Button>
        </Empty>
      </Screen>
    )
  }
  return (
    <Screen title={titles.approve}>
      <Box>{deskText.approveLead}</Box>
      <TextField
        label={deskText.approveDigits}
        keyboard='digits'
        maxLength={4}
        error={missing ? deskText.approveDigitsMissing : undefined}
        onText={(text) => {
          digits.current = text
        }}
      />
      <Banner tone='plain'>{deskText.approveWarning}</Banner>
      <Failure>{approve.failure}</Failure>
      <Box className='stack-tight'>
        <Button busy={approve.busy} onPress={submit}>
          {deskText.approve}
        </Button>
        <Button look='quiet' to={routes.home}>
          {deskText.approveRefuse}
        </Button>
      </Box>
    </Screen>
  )
}
