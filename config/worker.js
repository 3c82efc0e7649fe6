// The worker that keeps the app's own files in a browser. The build puts `edition` and `files` in front of it
// (config/h5Manifest.ts) and writes it beside index.html. It answers for index.html and for files with a hash in their
// names, and for nothing else: what the cloud says of persons is never kept.

/** Caches of every edition begin so. */
const prefix = 'shell-'
const own = prefix + edition

/** index.html, under this address whatever stands behind it. */
const page = '/'

/** So long the network may take to answer for index.html, where one is kept. */
const patienceMs = 4000

/** A name that changes with its content, as the build writes it. */
const hashed = /^\/(js|css)\/.+\.[0-9a-f]{8}\.(js|css)$/

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting(), dropOwn))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return
  if (mode === 'navigate' && (pathname === page || pathname === '/index.html'))
    event.respondWith(newestPage(event.request))
  else if (hashed.test(pathname)) event.respondWith(keptFile(event.request, pathname))
})

/** Keeps an edition whole or not at all: index.html must be the one whose files these are. */
async function keepAll() {
  const cache = await caches.open(own)
  const answer = await fetch(page, { cache: 'no-cache' })
  const html = await answer.clone().text()
  if (!answer.ok || !files.slice(0, 1).every((file) => html.includes(file)))
    throw new Error('another edition')
  for (const file of files) {
    if (await cache.match(file)) continue
    const before = await caches.match(file)
    if (before) await cache.put(file, before)
    else await cache.add(file)
  }
  await cache.put(page, answer)
}

/** What has not been kept whole is not kept, and the edition before goes on. */
async function dropOwn(fault) {
  await caches.delete(own)
  throw fault
}

/** The edition before stays as long as a tab may still show it; its files have other names. */
async function dropOlder() {
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own)
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
}

/** index.html from the network; the one that is kept where the network gives none, or none in time. */
async function newestPage(request) {
  const kept = await caches.match(page, { cacheName: own })
  const asked = fetch(request)
  if (!kept) return asked
  const late = new Promise((done) => setTimeout(done, patienceMs))
  const answer = await Promise.race([asked.catch(() => undefined), late])
  return answer && answer.status < 500 ? answer : kept
}

/** A file of any edition that is kept; one of this edition is kept when it is first used. */
async function keptFile(request, pathname) {
  const kept = await caches.match(pathname)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok && answer.type === 'basic') {
    const copy = answer.clone()
    const cache = await caches.open(own)
    await cache.put(pathname, copy).catch(() => {})
  }
  return answer
}
