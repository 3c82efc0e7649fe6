/**
 * Brings the first field that has a fault into view, and the focus into its control. Of a sheet in front it is the
 * sheet's. Call it right after the faults are set.
 */
export function showFirstFault(): void {
  requestAnimationFrame(() => {
    const sheet = [...document.querySelectorAll('[role=dialog]')].pop()
    const faults = [...(sheet ?? document).querySelectorAll<HTMLElement>('.field-error')]
    const field = faults.find((fault) => fault.offsetParent !== null)?.parentElement
    if (!field) return
    // the words stand below their control, and the foot of a form may lie over the end of the window
    field.scrollIntoView({ block: field.offsetHeight < window.innerHeight / 2 ? 'center' : 'start' })
    field.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true })
  })
}
