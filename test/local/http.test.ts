import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { startTestCloud, type TestCloud, temporaryFolder } from './support/testCloud'

describe('page and API on one port', () => {
  let local: TestCloud

  const send = (path: string, body?: unknown, init: RequestInit = {}) =>
    fetch(local.url + path, {
      ...(body === undefined
        ? {}
        : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...init,
    })
  const json = async (path: string, body?: unknown) => (await send(path, body)).json()

  /** Sends a path unchanged. `fetch` would resolve `..` first. */
  const raw = (path: string, headers: Record<string, string> = {}) =>
    new Promise<number>((resolve, reject) => {
      request({ port: local.port, path, headers }, (response) => resolve(response.resume().statusCode ?? 0))
        .on('error', reject)
        .end()
    })

  /** Posts to the API and answers the bytes as they came. `fetch` would unpack them. */
  const exchange = (body: unknown, headers: Record<string, string>) =>
    new Promise<{ encoding?: string; vary?: string; bytes: Buffer }>((resolve, reject) => {
      const asked = request({ port: local.port, path: '/api', method: 'POST', headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const { 'content-encoding': encoding, vary } = response.headers
          resolve({ ...(encoding && { encoding }), ...(vary && { vary }), bytes: Buffer.concat(parts) })
        })
      })
      asked.on('error', reject).end(JSON.stringify(body))
    })

  beforeAll(async () => {
    const folder = temporaryFolder()
    const page = join(folder, 'h5')
    mkdirSync(join(page, 'js'), { recursive: true })
    writeFileSync(join(page, 'index.html'), '<!doctype html><title>邻里守望</title>')
    writeFileSync(join(page, 'js', 'app.3f2a91bc.js'), `console.log(${JSON.stringify('x'.repeat(5000))})`)
    writeFileSync(join(page, 'js', 'app.js'), 'console.log(1)')
    writeFileSync(join(page, '.env'), 'SECRET=1')
    writeFileSync(join(folder, 'secret.txt'), 'secret')
    symlinkSync(join(folder, 'secret.txt'), join(page, 'link.txt'))
    local = await startTestCloud({
      h5Dir: page,
      routes: (cloud) => ({
        'POST /local/whoami': async ({ openid }) => ({
          body: await cloud.call(String(openid), 'api', { op: 'who' }),
        }),
      }),
    })
  })

  afterAll(() => local.close())

  it('is healthy', async () => {
    expect((await send('/healthz')).status).toBe(200)
  })

  it('wraps a request for the function api and unwraps its answer', async () => {
    const response = await send('/api?a=1', { op: 'x' }, { headers: { Authorization: 'Bearer t1' } })
    expect([response.status, response.headers.get('x-fixture')]).toEqual([200, 'yes'])
    expect(await response.json()).toMatchObject({
      openid: null,
      event: {
        path: '/api',
        httpMethod: 'POST',
        headers: { authorization: 'Bearer t1' },
        queryStringParameters: { a: '1' },
        body: '{"op":"x"}',
        isBase64Encoded: false,
      },
    })
  })

  it('lets the function refuse a method', async () => {
    const response = await send('/api')
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  })

  it('does not take an identity from a header', async () => {
    const response = await send('/api', {}, { headers: { 'x-wx-openid': 'o1', 'x-wx-source': 'wx_client' } })
    expect(await response.json()).toMatchObject({ openid: null })
  })

  it('lets a browser stand for somebody’s phone, also where what it asks is no JSON', async () => {
    const onPhone = { headers: { authorization: 'Bearer phone:wx_new' } }
    expect(await (await send('/api', { op: 'who' }, onPhone)).json()).toMatchObject({ OPENID: 'wx_new' })
    const nonsense = await send('/api', 'nonsense', onPhone)
    expect([nonsense.status, await nonsense.json()]).toEqual([200, null])
  })

  it('keeps pages of other sites from standing for a phone', async () => {
    const ask = (headers: Record<string, string>) =>
      send('/api', { op: 'who' }, { headers: { authorization: 'Bearer phone:wx_new', ...headers } })
    expect((await ask({ origin: local.url })).status).toBe(200)
    expect((await ask({ origin: 'https://example.com' })).status).toBe(403)
    const elsewhere = { host: 'example.com', authorization: 'Bearer phone:wx_new' }
    expect(await raw('/api', elsewhere)).toBe(403)
  })

  it('cuts off what is larger than 1 MB', async () => {
    expect((await send('/api', 'x'.repeat(1024 * 1024 + 1))).status).toBe(413)
    expect((await send('/healthz')).status).toBe(200)
  })

  it('calls a function as a person', async () => {
    expect(await json('/local/call', { openid: 'o5', name: 'api', data: { op: 'who' } })).toMatchObject({
      OPENID: 'o5',
    })
    expect((await send('/local/call', { openid: 'o5', name: 'api', data: { op: 'throw' } })).status).toBe(502)
    expect((await send('/local/call', { openid: 'o5', name: 'nobody', data: {} })).status).toBe(404)
    const deep = `{"openid":"o5","name":"api","data":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    expect((await send('/local/call', deep)).status).toBe(400)
    expect((await send('/local/call', { name: 'api' })).status).toBe(400)
    expect((await send('/local/call', '[1]')).status).toBe(400)
    expect((await send('/local/call', '{')).status).toBe(400)
  })

  it('moves the clock forward only, by whole milliseconds', async () => {
    const { now } = await json('/local/clock', { advanceMs: 0 })
    const later = await json('/local/clock', { advanceMs: 60_000 })
    expect(later.now - now).toBeGreaterThanOrEqual(60_000)
    for (const advanceMs of [-1, 1.5, '5', null, 1e300]) {
      const response = await send('/local/clock', { advanceMs })
      expect(response.status).toBe(400)
      expect((await response.json()).message).toMatch(/whole number of milliseconds/)
    }
  })

  it('runs the timer function and answers when it is done', async () => {
    expect(await json('/local/tick', {})).toMatchObject({ trigger: 'timer' })
  })

  it('shows what was sent, and lets the person allow a template', async () => {
    expect(await json('/local/sent')).toEqual([])
    expect(await json('/local/allow', { openid: 'o1', templateId: 'T' })).toEqual({ balance: 1 })
    expect((await send('/local/allow', { openid: 'o1' })).status).toBe(400)
  })

  it('takes further routes, and knows a wrong method from a wrong path', async () => {
    expect(await json('/local/whoami', { openid: 'o9' })).toMatchObject({ OPENID: 'o9' })
    expect((await send('/local/whoami')).status).toBe(405)
    expect((await send('/local/constructor')).status).toBe(404)
  })

  it('keeps pages of other sites out of the local routes', async () => {
    const from = async (Origin: string) =>
      (await send('/local/sent', undefined, { headers: { Origin } })).status
    expect(await from('https://example.com')).toBe(403)
    expect(await from('http://localhost.example.com')).toBe(403)
    expect(await from('null')).toBe(403)
    expect(await from('http://localhost:10086')).toBe(200)
  })

  it('serves the page, asked for again each time', async () => {
    const response = await send('/')
    expect(await response.text()).toContain('邻里守望')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    const again = await send('/', undefined, {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  it.each([
    ['a long one to a browser that takes it', 'gzip, deflate, br', '邻'.repeat(4000), 'gzip'],
    ['a short one', 'gzip', '', undefined],
    ['a long one to a browser that takes it not', 'deflate, gzip;q=0', '邻'.repeat(4000), undefined],
    ['a long one to a browser that says nothing of it', '', '邻'.repeat(4000), undefined],
  ])('sends the answer of a function gzipped where that helps: %s', async (_, accepted, words, encoding) => {
    const answer = await exchange({ op: 'x', words }, accepted ? { 'accept-encoding': accepted } : {})
    expect([answer.encoding, answer.vary]).toEqual([encoding, 'accept-encoding'])
    const text = (encoding ? gunzipSync(answer.bytes) : answer.bytes).toString()
    expect(JSON.parse(JSON.parse(text).event.body)).toEqual({ op: 'x', words })
    if (encoding) expect(answer.bytes.length).toBeLessThan(1024)
  })

  it('lets a browser keep hashed files for good, and sends text gzipped', async () => {
    const response = await send('/js/app.3f2a91bc.js')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(await response.text()).toHaveLength(5015)
    expect((await send('/js/app.js')).headers.get('cache-control')).toBe('no-cache')
    expect((await send('/js/app.js', undefined, { method: 'HEAD' })).headers.get('content-length')).toBe('14')
  })

  it.each([
    '/../secret.txt',
    '/js/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/js/..%5c..%5csecret.txt',
    '//secret.txt',
    '/link.txt',
    '/.env',
    '/js',
    '/nowhere.js',
  ])('serves nothing at %s', async (path) => {
    expect(await raw(path)).toBe(404)
  })

  it.each([
    '/%zz',
    '/local/%zz',
    '/storage/%c3%28.png',
    '/index.html%00.txt',
    'http://example.com/api',
    '*',
    `/${'x'.repeat(9000)}`,
  ])('takes what is no address for a mistake of the caller, case %#', async (path) => {
    expect(await raw(path)).toBe(400)
    expect((await send('/healthz')).status).toBe(200)
  })

  it.each([
    ['localhost', 200],
    ['127.0.0.1:1', 200],
    ['[::1]:10087', 200],
    ['example.com', 403],
    ['localhost.example.com', 403],
    ['127.0.0.1.example.com', 403],
  ])('answers to the name %s on local routes with %i', async (host, status) => {
    expect(await raw('/local/sent', { host })).toBe(status)
  })

  it('refuses a page of another site that asks without an origin', async () => {
    const host = 'localhost'
    expect(await raw('/local/sent', { host, 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await raw('/local/sent', { host, 'sec-fetch-site': 'same-origin' })).toBe(200)
  })

  it('lets no page speak to the protocol of the functions', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(local.adminUrl, { method: 'POST', body: '{"action":"database.startTransaction"}', headers })
    expect((await ask({})).status).toBe(200)
    expect((await ask({ origin: 'http://localhost:10086' })).status).toBe(403)
  })

  it('says with every answer that it is framed by nobody and taken for nothing else', async () => {
    for (const path of ['/', '/js/app.js', '/healthz', '/nowhere', '/local/sent', '/storage/x.png']) {
      const { headers } = await send(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    }
    expect((await send('/')).headers.get('content-security-policy')).toContain("script-src 'self';")
  })

  it('parses the answer of the API for tests', async () => {
    expect(await local.api('t2', { op: 'x' })).toMatchObject({
      event: { headers: { authorization: 'Bearer t2' } },
    })
  })
})

describe('a request that does not arrive', () => {
  let local: TestCloud
  beforeAll(async () => {
    local = await startTestCloud({ requestMs: 300 })
  })
  afterAll(() => local.close())

  it.each([
    ['nothing', ''],
    ['half of its head', 'POST /api HTTP/1.1\r\nHost: localhost\r\nContent-'],
    ['half of its body', 'POST /api HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"op"'],
  ])('is ended after %s', async (_, text) => {
    const socket = connect(local.port, '127.0.0.1', () => socket.write(text))
    socket.on('error', () => {}).resume()
    await new Promise((resolve) => socket.on('close', resolve))
    expect((await fetch(`${local.url}/healthz`)).status).toBe(200)
  })

  it('does not end a call that takes longer than a request may', async () => {
    local.hooks.before = () => new Promise((resolve) => setTimeout(resolve, 1500))
    const call = { openid: 'o1', name: 'api', data: { op: 'add', id: 'slow' } }
    const response = await fetch(`${local.url}/local/call`, { method: 'POST', body: JSON.stringify(call) })
    expect(response.status).toBe(200)
  })
})

describe('the data folder', () => {
  it('is read by its owner alone, also one of an earlier edition', async () => {
    const first = await startTestCloud()
    const dataDir = join(first.folder, 'data')
    await first.call('o1', 'api', { op: 'add', id: 'kept' })
    const open = () =>
      ['.', ...readdirSync(dataDir)].filter((name) => (statSync(join(dataDir, name)).mode & 0o077) !== 0)
    expect(open()).toEqual([])
    await first.close()
    chmodSync(dataDir, 0o755)
    for (const name of readdirSync(dataDir)) chmodSync(join(dataDir, name), 0o644)
    const second = await startTestCloud({ dataDir, functionsDir: join(first.folder, 'functions') })
    expect(open()).toEqual([])
    await second.close()
  })
})
