/**
 * Moves the focus to the first control that has a fault, which brings it into view. Call it right after the faults are
 * set.
 */
export function showFirstFault(): void {
  requestAnimationFrame(() => {
    const faults = [...document.querySelectorAll<HTMLElement>('.field-error')]
    const first = faults.find((fault) => fault.offsetParent !== null)
    first?.parentElement?.querySelector<HTMLElement>('input, textarea')?.focus()
  })
}
