import { View } from '@tarojs/components'
import type { CSSProperties, ReactNode } from 'react'
import { aria } from './aria'

export interface BoxProps {
  className?: string | undefined
  style?: CSSProperties | undefined
  /** The element in a browser; WeChat knows views only. */
  tag?: 'div' | 'section' | 'header' | 'footer' | 'ul' | 'ol' | 'li' | 'p' | undefined
  /** An ARIA role where the tag alone does not say it. */
  role?: string | undefined
  /** What a screen reader says instead of, or before, the content. */
  label?: string | undefined
  /** An ornament, which a screen reader passes over. */
  silent?: boolean | undefined
  /** A screen reader reads what changes inside. */
  live?: 'polite' | 'assertive' | undefined
  children?: ReactNode
}

/** A block: a view in WeChat, the element named by `tag` in a browser. */
export function Box({ className, style, role, label, silent, live, children }: BoxProps) {
  return (
    <View
      className={className ?? ''}
      {...(style && { style })}
      {...aria({ role, label, hidden: silent, live })}
    >
      {children}
    </View>
  )
}
