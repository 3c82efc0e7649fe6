import Taro from '@tarojs/taro'
import { useEffect } from 'react'

/** Names the page in WeChat's bar once its name is known better than its configuration says. */
export function useBarTitle(title: string | undefined): void {
  useEffect(() => {
    if (title) void Taro.setNavigationBarTitle({ title })
  }, [title])
}
