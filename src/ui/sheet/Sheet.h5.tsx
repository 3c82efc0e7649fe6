import { useLayoutEffect, useRef } from 'react'
import { uiText } from '#text/shared/ui'
import { Pressable } from '#ui/button/Pressable'
import { Heading } from '#ui/show/Heading'
import { Icon } from '#ui/show/Icon'
import type { SheetProps } from './Sheet'
import './Sheet.scss'

const focusable = 'a[href], button, input, textarea, select, [tabindex="0"]'

/**
 * A sheet over the page that asks one thing. Mount it to open it.
 * The focus moves into the sheet, stays there, and returns to where it was. Escape closes the sheet. It is not a
 * `<dialog>`, since iOS 12 has none.
 */
export function Sheet({ title, onClose, children }: SheetProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose

  useLayoutEffect(() => {
    const before = document.activeElement
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current()
      if (event.key === 'Tab' && sheet.current) keepInside(sheet.current, event)
    }
    sheet.current?.focus()
    // The listener is on the document, since a tap beside the sheet gives the focus to the body.
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])

  return (
    <div className='sheet-veil'>
      <div ref={sheet} className='sheet' role='dialog' aria-modal='true' aria-label={title} tabIndex={-1}>
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

/** Leads Tab from the last stop to the first and back, and from anywhere outside to the first. */
function keepInside(sheet: HTMLElement, event: KeyboardEvent): void {
  const stops = [...sheet.querySelectorAll<HTMLElement>(focusable)].filter(isStop)
  const here = document.activeElement
  const inside = here !== sheet && sheet.contains(here)
  const edge = event.shiftKey ? stops[0] : stops[stops.length - 1]
  if (inside && here !== edge) return
  event.preventDefault()
  const next = event.shiftKey ? stops[stops.length - 1] : stops[0]
  next?.focus()
}

/** In a group of radios Tab stops at the chosen one. Where none is chosen, it stops at the first and at the last. */
function isStop(element: HTMLElement): boolean {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) return true
  const group = [...document.querySelectorAll<HTMLInputElement>(`input[type="radio"]`)].filter(
    ({ name }) => name === element.name,
  )
  return !group.some(({ checked }) => checked)
}
