/** Moves the focus to the head of a form's new step, which brings it into view. Call it right after the step is set. */
export function showStep(): void {
  requestAnimationFrame(() => {
    const head = document.querySelector<HTMLElement>('.step-bar')
    if (!head) return
    head.tabIndex = -1
    head.focus()
  })
}
