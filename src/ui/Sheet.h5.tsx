import { type KeyboardEvent, useEffect, useRef } from 'react'
import { uiText } from '../text/ui'
import { Heading } from './Heading'
import { Icon } from './Icon'
import { Pressable } from './Pressable'
import type { SheetProps } from './Sheet'
import './Sheet.scss'

const focusable = 'a[href], button, input, textarea, select, [tabindex="0"]'

/**
 * A sheet over the page that asks one thing. Mount it to open it.
 * The focus moves in, stays in, and returns to where it was; Escape closes. Not `<dialog>`: iOS 12 has none.
 */
export function Sheet({ title, onClose, children }: SheetProps) {
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    sheet.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    if (event.key !== 'Tab' || !sheet.current) return
    const stops = [...sheet.current.querySelectorAll<HTMLElement>(focusable)]
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1]
    const wrapsTo = event.shiftKey ? stops[stops.length - 1] : stops[0]
    const outside = event.shiftKey && document.activeElement === sheet.current
    if (document.activeElement === edge || outside) {
      event.preventDefault()
      wrapsTo?.focus()
    }
  }

  return (
    <div className='sheet-veil'>
      <div
        ref={sheet}
        className='sheet'
        role='dialog'
        aria-modal='true'
        aria-label={title}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <div className='sheet-head'>
          <Heading>{title}</Heading>
          <Pressable className='sheet-close' onPress={onClose} label={uiText.close}>
            <Icon name='close' />
          </Pressable>
        </div>
        {children}
      </div>
    </div>
  )
}
