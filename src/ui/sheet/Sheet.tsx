import { View } from '@tarojs/components'
import { type ReactNode, useRef } from 'react'
import { uiText } from '#text/shared/ui'
import { Pressable } from '#ui/button/Pressable'
import { aria } from '#ui/show/aria'
import { Heading } from '#ui/show/Heading'
import { SheetEnter } from './SheetFoot'
import './Sheet.scss'

export interface SheetProps {
  title: string
  onClose: () => void
  /** In a browser it may be as wide as the window, as for a picture. */
  wide?: boolean
  children: ReactNode
}

/** A sheet over the page that asks one thing. Mount it to open it. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const enter = useRef<() => unknown>()
  return (
    <View className='sheet-veil' catchMove>
      <View className='sheet' {...aria({ role: 'dialog', label: title, modal: true })}>
        <Heading>{title}</Heading>
        <Pressable className='sheet-cross' onPress={onClose} label={uiText.close} />
        <SheetEnter.Provider value={enter}>{children}</SheetEnter.Provider>
      </View>
    </View>
  )
}
