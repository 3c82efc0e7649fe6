import { useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import { recallCloudTime } from '#cloud/call/cloudTime'
import { whenOnline } from '#cloud/call/whenOnline'
import { sendKeptReports } from '#cloud/kept/keptReports'
import { sendUnsent } from '#cloud/kept/outbox'
import { followMovedPages } from '#ui/go/followMovedPages'
import { showInStep } from '#ui/go/showInStep'
import './ofMainPackage'
import './app.scss'

recallCloudTime()
followMovedPages()
showInStep()

/** Sends what waits on the phone, check-ins first: somebody waits for them. */
const sendWaiting = () => void sendKeptReports().then(sendUnsent)

/** The root of every page on both platforms. What waits on the phone goes out while the app is open and online. */
export default function App({ children }: PropsWithChildren) {
  useEffect(() => whenOnline(sendWaiting), [])
  useDidShow(sendWaiting)
  return children
}
