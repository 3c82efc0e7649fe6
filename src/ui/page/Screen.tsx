import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type CSSProperties, type ReactNode, useEffect } from 'react'
import { uiText } from '#text/shared/ui'
import { useBookingsTab } from '#ui/elder/bookingsTab'
import { useElder } from '#ui/elder/elder'
import { textScale } from '#ui/elder/textScale'
import './Screen.scss'

export interface ScreenProps {
  /** The page's name: the first heading in a browser; in WeChat its bar shows the same words. */
  title: string
  /** Which page of the tab bar this is. It is absent for every other page. */
  tab?: 'home' | 'activities' | 'hall' | 'me' | undefined
  /** Replaces the plain title above the content, over the window-lattice. It brings its own words. */
  masthead?: ReactNode
  children: ReactNode
}

const hallAt = 2
let shownTab = false

/** The words of the hall's tab; WeChat keeps its place and its picture. */
function showTab(bookingsTab: boolean) {
  if (bookingsTab === shownTab) return
  shownTab = bookingsTab
  void Taro.setTabBarItem({ index: hallAt, text: bookingsTab ? uiText.bookingsTab : uiText.tabs.hall })
}

/**
 * The frame of a page. WeChat draws bar, Back and tabs; here are the ground, the lattice and the margins. Without a
 * masthead they are one view: the way to everything that changes on a page leads through its frame.
 */
export function Screen({ tab, masthead, children }: ScreenProps) {
  const elder = useElder()
  const bookingsTab = useBookingsTab()
  useEffect(() => {
    if (tab) showTab(bookingsTab)
  }, [tab, bookingsTab])
  const scale = textScale(elder)
  const style = scale > 1 && { style: { '--text-scale': String(scale) } as CSSProperties }
  if (!masthead)
    return (
      <View className={`screen screen-body ${elder ? 'elder' : ''}`} {...style}>
        {children}
      </View>
    )
  return (
    <View className={`screen ${elder ? 'elder' : ''}`} {...style}>
      <View className='lattice' />
      <View className='screen-masthead'>{masthead}</View>
      <View className='screen-body'>{children}</View>
    </View>
  )
}
