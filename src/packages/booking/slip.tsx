import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { Slip } from '#contract/booking'
import { routes } from '#routes'
import { slipWords, slipText as words } from '#text/booking/slip'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { SlipPaper } from '#ui/code/SlipPaper'
import { canPrint, printPage } from '#ui/device/print'
import { Failure } from '#ui/form/Failure'
import { Screen } from '#ui/page/Screen'
import { Empty } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

/** Makes and prints the slip of a booking. It waits for a tap, since a new slip voids the one before. */
export default function SlipPage() {
  const { id: bookingId, for: actingFor } = useRouter().params
  const make = useCommand('booking.slip', { actingFor: actingFor || undefined })
  const [slip, setSlip] = useState<Slip>()

  async function press() {
    const made = await make.run({ bookingId: bookingId ?? '' })
    if (made) setSlip(made)
  }
  if (!bookingId) {
    return (
      <Screen title={titles.slip}>
        <Empty title={words.noId.title} text={words.noId.text}>
          <Button to={routes.myBookings}>{words.noId.action}</Button>
        </Empty>
      </Screen>
    )
  }
  return (
    <Screen title={titles.slip}>
      <Maybe>{slip && <SlipPaper {...slipWords(slip)} />}</Maybe>
      <Box className='stack not-printed'>
        <Maybe>{slip && canPrint && <Button onPress={printPage}>{words.print}</Button>}</Maybe>
        <Box>{slip ? (canPrint ? words.printHint : words.onComputer) : words.lead}</Box>
        <Maybe>{slip?.codes && <Box className='soft small'>{words.claimerOnly}</Box>}</Maybe>
        <Failure>{make.failure}</Failure>
        <Button look={slip ? 'quiet' : 'primary'} busy={make.busy} onPress={press}>
          {slip ? words.again : words.make}
        </Button>
        <Box className='soft small'>{words.voids}</Box>
      </Box>
    </Screen>
  )
}
