import { addressNow } from './movedPages'

/**
 * Leads from the old address of a page to the page. Called before the router is made, so that the router reads
 * the new address, at the start and whenever the address changes.
 */
export function followMovedPages(): void {
  follow()
  window.addEventListener('popstate', follow)
}

function follow() {
  const now = addressNow(location.hash.slice(1))
  if (now) history.replaceState(history.state, '', `#${now}`)
}
