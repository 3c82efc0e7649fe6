import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { isSignedIn } from './session'

/** Whether a call can have a person behind it, looked at again whenever the page is shown. */
export function useSignedIn(): boolean {
  const [signedIn, setSignedIn] = useState(isSignedIn)
  useDidShow(() => setSignedIn(isSignedIn()))
  return signedIn
}
