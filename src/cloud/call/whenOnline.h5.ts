/** Calls `act` whenever the network comes back. Returns a function that ends it. */
export function whenOnline(act: () => void): () => void {
  window.addEventListener('online', act)
  return () => window.removeEventListener('online', act)
}
