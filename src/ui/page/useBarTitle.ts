import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/**
 * Names the page in WeChat's bar once its name is known better than its configuration says. WeChat names the page in
 * front, whoever asks: a page behind it waits until it is shown.
 */
export function useBarTitle(title: string | undefined): void {
  const inFront = useRef(true)
  const name = () => {
    if (title && inFront.current) void Taro.setNavigationBarTitle({ title })
  }
  useEffect(name, [title])
  useDidHide(() => {
    inFront.current = false
  })
  useDidShow(() => {
    inFront.current = true
    name()
  })
}
