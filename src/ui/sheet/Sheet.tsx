import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { uiText } from '#text/shared/ui'
import { Pressable } from '#ui/button/Pressable'
import { aria } from '#ui/show/aria'
import { Heading } from '#ui/show/Heading'
import './Sheet.scss'

export interface SheetProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** A sheet over the page that asks one thing. Mount it to open it. */
export function Sheet({ title, onClose, children }: SheetProps) {
  return (
    <View className='sheet-veil' catchMove>
      <View className='sheet' {...aria({ role: 'dialog', label: title, modal: true })}>
        <Heading>{title}</Heading>
        <Pressable className='sheet-cross' onPress={onClose} label={uiText.close} />
        {children}
      </View>
    </View>
  )
}
