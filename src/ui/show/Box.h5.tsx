import { createElement } from 'react'
import { aria } from './aria'
import type { BoxProps } from './Box'

/** A block: the element named by `tag`. */
export function Box({ className, style, tag = 'div', role, label, silent, live, children }: BoxProps) {
  return createElement(tag, { className, style, ...aria({ role, label, hidden: silent, live }) }, children)
}
