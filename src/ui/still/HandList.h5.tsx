import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import type { HandListProps } from './HandList'
import './HandList.scss'

/**
 * A list that knows whether a hand is on it: a finger, a mouse, or the keyboard's focus. A key that is held down
 * presses once. Where the row with the focus has gone, the focus goes to the row that took its place, or to the list.
 */
export function HandList({ className, onHand, children }: HandListProps) {
  const list = useRef<HTMLUListElement>(null)
  const hands = useRef({ pointer: false, keyboard: false })
  /** The row with the focus, by its place. */
  const row = useRef(-1)

  const put = (change: Partial<{ pointer: boolean; keyboard: boolean }>) => {
    hands.current = { ...hands.current, ...change }
    onHand(hands.current.pointer || hands.current.keyboard)
  }
  const focus = ({ target }: FocusEvent) => {
    row.current = [...(list.current?.children ?? [])].findIndex((each) => each.contains(target))
    put({ keyboard: byKeyboard(target) })
  }
  const blur = ({ relatedTarget }: FocusEvent) => {
    // React tells nothing of the focus that a removed row takes along.
    if (list.current?.contains(relatedTarget)) return
    row.current = -1
    put({ keyboard: false })
  }
  useLayoutEffect(() => {
    const rows = list.current
    if (!rows || row.current < 0 || document.activeElement !== document.body) return
    const next = rows.children[Math.min(row.current, rows.children.length - 1)] ?? rows
    if (next instanceof HTMLElement) {
      next.tabIndex = -1
      next.focus({ preventScroll: true })
    }
  })

  return (
    <ul
      ref={list}
      className={`hand-list ${className}`}
      onPointerEnter={() => put({ pointer: true })}
      onPointerLeave={() => put({ pointer: false })}
      onTouchStart={() => put({ pointer: true })}
      onTouchEnd={() => put({ pointer: false })}
      onTouchCancel={() => put({ pointer: false })}
      onFocus={focus}
      onBlur={blur}
      onKeyDown={pressedOnce}
    >
      {children}
    </ul>
  )
}

function pressedOnce(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault()
}

/** Whether it was the keyboard that brought the focus. Browsers that do not say so are taken for phones. */
function byKeyboard(target: Element): boolean {
  try {
    return target.matches(':focus-visible')
  } catch {
    return false
  }
}
