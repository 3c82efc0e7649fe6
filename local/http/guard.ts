import type { IncomingHttpHeaders } from 'node:http'

/** No address of ours is longer. */
const MAX_ADDRESS = 4096

/**
 * The address that a request asks for; undefined for one that is no path of this server: malformed percent
 * signs, NUL, the address of another server, or one that is far too long.
 */
export function readAddress(target = '/'): URL | undefined {
  if (!target.startsWith('/') || target.length > MAX_ADDRESS) return undefined
  try {
    if (decodeURIComponent(target.split('?')[0] ?? '').includes('\0')) return undefined
    return new URL(`http://localhost${target}`)
  } catch {
    return undefined
  }
}

/**
 * Whether a request comes by another name than this machine's, or from a page of another site. Without this
 * any open tab could sign in as anyone here, also one whose name was turned to this machine after it loaded.
 */
export function isForeign(headers: IncomingHttpHeaders, address: string): boolean {
  const names = ['localhost', '127.0.0.1', '[::1]', address.includes(':') ? `[${address}]` : address]
  const isOurs = (url: string) => {
    try {
      const { protocol, hostname } = new URL(url)
      return /^https?:$/.test(protocol) && names.includes(hostname)
    } catch {
      return false
    }
  }
  const { host, origin } = headers
  if (host === undefined || !isOurs(`http://${host}`)) return true
  if (origin !== undefined) return !isOurs(origin)
  return headers['sec-fetch-site'] === 'cross-site'
}
