/** How often it is looked whether the first page stands. */
const lookMs = 1000

/**
 * Keeps the app's own files in this browser once the first page is drawn, so that it opens without a network the next
 * time (config/worker.js). A browser that keeps nothing, or a watch, which has no worker, goes on without.
 */
export async function keepShell(): Promise<void> {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return
  while (document.getElementById('shell')) await new Promise((done) => setTimeout(done, lookMs))
  navigator.serviceWorker.register('/worker.js').catch(() => {})
}
