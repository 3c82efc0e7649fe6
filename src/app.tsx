import { useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import { sendKeptReports } from './cloud/keptReports'
import { sendUnsent } from './cloud/outbox'
import { whenOnline } from './cloud/whenOnline'
import './app.scss'

/** Check-ins first: somebody waits for them. */
const sendWaiting = () => void sendKeptReports().then(sendUnsent)

/** The root of every page on both platforms. What waits on the phone goes out while the app is open and online. */
export default function App({ children }: PropsWithChildren) {
  useEffect(() => whenOnline(sendWaiting), [])
  useDidShow(sendWaiting)
  return children
}
