import { useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import { sendUnsent } from './cloud/outbox'
import { whenOnline } from './cloud/whenOnline'
import './app.scss'

/** The root of every page on both platforms. What waits on the phone goes out while the app is open and online. */
export default function App({ children }: PropsWithChildren) {
  useEffect(() => whenOnline(() => void sendUnsent()), [])
  useDidShow(() => void sendUnsent())
  return children
}
