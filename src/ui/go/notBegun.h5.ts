/** The first page could not be had. `index.html` has words for it and a way to try again; the network's return takes it. */
export function sayNotBegun(): void {
  const [waiting, failed] = document.querySelectorAll<HTMLElement>('#shell p')
  if (!waiting || !failed) return
  waiting.hidden = true
  failed.hidden = false
  failed.querySelector('button')?.addEventListener('click', () => location.reload())
  window.addEventListener('online', () => location.reload())
}
