import { type RefObject, useLayoutEffect, useRef } from 'react'

const focusable = 'a[href], button, input, textarea, select, [tabindex="0"]'
/** What one writes into; the others are chosen or pressed. */
const written = 'input[type="text"], input[type="tel"], input:not([type]), textarea'
const asked = `input:not([disabled]), select, textarea`

/**
 * While `on`, the focus moves into the element, stays there, and returns to where it was. It begins in the first field
 * where that is one to write into, otherwise on the element itself. Escape leaves.
 */
export function useFocusInside(inside: RefObject<HTMLElement>, onLeave: () => void, on = true): void {
  const leave = useRef(onLeave)
  leave.current = onLeave
  useLayoutEffect(() => {
    const element = inside.current
    if (!on || !element) return
    const before = document.activeElement
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave.current()
      if (event.key === 'Tab') keepInside(element, event)
    }
    const first = element.querySelector<HTMLElement>(asked)
    const begin = first?.matches(written) ? first : element
    begin.focus()
    // The listener is on the document, since a tap beside it gives the focus to the body.
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [inside, on])
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
