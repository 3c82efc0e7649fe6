import { type RefObject, useEffect } from 'react'

/** What may take the focus when a control inside it has gone. */
const resting = 'li, [role="dialog"]'

/**
 * When a step removes the control that has the focus, the browser gives the focus to the body, and Tab begins at the
 * top of the window. This hook moves the focus to the line or sheet that held the control. Where that has gone too, it
 * moves the focus to the page's heading.
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
      const holder = around.find((each) => each.isConnected)
      if (holder && !holder.hasAttribute('tabindex')) holder.tabIndex = -1
      const next = holder ?? heading.current
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
