import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { openAlone } from '#ui/device/alone'

/** What shows one of several pictures over the whole page, and how it is opened. */
export interface Viewer {
  show: (address: string) => void
  /** Stands beside the pictures. */
  viewer: ReactNode
}

/** WeChat's own viewer. A swipe leads to the other pictures. */
export function useViewer(addresses: readonly string[]): Viewer {
  const show = (current: string) => {
    openAlone(() => Taro.previewImage({ urls: [...addresses], current }))?.catch(() => {})
  }
  return { show, viewer: undefined }
}
