import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef } from 'react'

/** Keeps the screen awake and as bright as possible while a code is shown. Afterwards it is as it was before. */
export function useBrightScreen(): void {
  const before = useRef<Promise<number | undefined>>()

  const brighten = useCallback(() => {
    if (before.current) return
    // WeChat on a computer cannot set the brightness.
    before.current = Taro.getScreenBrightness().then(
      ({ value }) => value,
      () => undefined,
    )
    void before.current.then((value) => setBrightness(value === undefined ? undefined : 1))
    void Taro.setKeepScreenOn({ keepScreenOn: true })
  }, [])
  const restore = useCallback(() => {
    void before.current?.then(setBrightness)
    before.current = undefined
    void Taro.setKeepScreenOn({ keepScreenOn: false })
  }, [])

  useEffect(() => {
    brighten()
    return restore
  }, [brighten, restore])
  useDidShow(brighten)
  useDidHide(restore)
}

function setBrightness(value: number | undefined): void {
  if (value !== undefined) void Taro.setScreenBrightness({ value })
}
