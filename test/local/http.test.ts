import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
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
  const raw = (path: string) =>
    new Promise<number>((resolve, reject) => {
      request({ port: local.port, path }, (response) => resolve(response.resume().statusCode ?? 0))
        .on('error', reject)
        .end()
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
    '/index.html%00.txt',
    '/%zz',
    '/nowhere.js',
  ])('serves nothing at %s', async (path) => {
    expect(await raw(path)).toBe(404)
  })

  it('parses the answer of the API for tests', async () => {
    expect(await local.api('t2', { op: 'x' })).toMatchObject({
      event: { headers: { authorization: 'Bearer t2' } },
    })
  })
})
