import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { isZipped } from './zipped'

const zip = promisify(gzip)

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.mp3': 'audio/mpeg',
}

/**
 * What the page may load: its own files, pictures from storage (which is on this machine, under either of its
 * names), and pictures that it makes. Taro's parts bring style elements of their own.
 */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: http://127.0.0.1:* http://localhost:*",
  "font-src 'self' data:",
  // a picture that was chosen is read from its blob: address
  "connect-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What the worker of the page may load; it has a policy of its own. */
const workerPolicy = "default-src 'none'; connect-src 'self'"

/** A name that changes with its content: `app.3f2a91bc.js`, `chunk/12.a1b2c3d4e5.css`. */
const HASHED = /[.-][0-9a-f]{8,32}\.[a-z0-9]+(\.map)?$/

/** Serves a file of the page and answers whether the request was for one. */
export type StaticFiles = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) => Promise<boolean>

/**
 * Serves a built page from a folder: `/` is index.html; browsers keep files with a hash in their name for
 * good, and ask for all others again; text is sent gzipped. Nothing outside the folder can be reached,
 * neither by `..` nor by a symbolic link; hidden files are not served.
 */
export function staticFiles(folder: string): StaticFiles {
  const root = realpathSync(resolve(folder))
  const zipped = new Map<string, Buffer>()
  return async (request, response, path) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const file = await locate(root, path)
    if (!file) return false
    const body = await readFile(file)
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream'
    response.setHeader('content-type', type)
    if (type.startsWith('text/html')) response.setHeader('content-security-policy', pagePolicy)
    if (path === '/worker.js') response.setHeader('content-security-policy', workerPolicy)
    response.setHeader(
      'cache-control',
      HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    )
    response.setHeader('etag', etag)
    response.setHeader('vary', 'accept-encoding')
    if (request.headers['if-none-match'] === etag) {
      response.statusCode = 304
      response.end()
      return true
    }
    let answer = body
    if (isZipped(request, response, body.length)) {
      answer = zipped.get(etag) ?? (await zip(body))
      zipped.set(etag, answer)
      response.setHeader('content-encoding', 'gzip')
    }
    response.setHeader('content-length', answer.length)
    response.end(request.method === 'HEAD' ? undefined : answer)
    return true
  }
}

/** The real path of a file inside the folder, undefined for anything else. */
async function locate(root: string, path: string): Promise<string | undefined> {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return undefined
  }
  const parts = decoded.split('/').filter((part) => part !== '')
  if (decoded.includes('\0') || decoded.includes('\\') || parts.some((part) => part.startsWith('.')))
    return undefined
  try {
    const file = await realpath(join(root, ...(parts.length === 0 ? ['index.html'] : parts)))
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : undefined
  } catch {
    return undefined
  }
}
