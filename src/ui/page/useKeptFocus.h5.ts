import { type RefObject, useEffect } from 'react'

/** What is worth standing on when a control inside it has gone. */
const resting = 'li, [role="dialog"]'

/**
 * A control that a step takes away leaves the focus on the body, from where Tab begins at the top of the window.
 * This moves it to the line or sheet that held the control, and where that has gone too, to the page's heading.
 */
export function useKeptFocus(frame: RefObject<HTMLElement>, heading: RefObject<HTMLElement>): void {
  useEffect(() => {
    const root = frame.current
    if (!root) return
    let last: Element | undefined
    let around: HTMLElement[] = []
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      last = target
      around = ancestors(target).filter((each) => each.matches(resting))
    }
    const mend = () => {
      if (!last || last.isConnected || document.activeElement !== document.body) return
      const place = around.find((each) => each.isConnected)
      if (place && !place.hasAttribute('tabindex')) place.tabIndex = -1
      const next = place ?? heading.current
      next?.focus({ preventScroll: true })
    }
    const changes = new MutationObserver(mend)
    root.addEventListener('focusin', remember)
    changes.observe(root, { childList: true, subtree: true })
    return () => {
      root.removeEventListener('focusin', remember)
      changes.disconnect()
    }
  }, [frame, heading])
}

function ancestors(element: Element): HTMLElement[] {
  const parent = element.parentElement
  return parent ? [parent, ...ancestors(parent)] : []
}
