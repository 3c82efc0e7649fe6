import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'start-'))
const running: ChildProcess[] = []
afterAll(() => {
  for (const each of running) each.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Run {
  child: ChildProcess
  /** The output so far. */
  printed: () => string
  /** Resolves with the exit code. */
  ended: Promise<number | null>
}

function start(env: Record<string, string>, args: string[] = ['scripts/start.mjs']): Run {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } })
  running.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      text += part.toString()
    })
  return { child, printed: () => text, ended: new Promise((resolve) => child.on('close', resolve)) }
}

/** The address that it prints when it is ready. */
async function address(run: Run): Promise<string> {
  for (;;) {
    const found = /Open (http:\/\/\S+) in a browser/.exec(run.printed())?.[1]
    if (found) return found
    if (run.child.exitCode !== null) throw new Error(run.printed())
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Waits for its end and answers its output without the progress of building. */
async function refusal(env: Record<string, string>, args?: string[]): Promise<string> {
  const run = start(env, args)
  expect(await run.ended).toBe(1)
  const lines = run.printed().trim().split('\n')
  return lines.filter((line) => !/^(cloud|h5|sample): /.test(line)).join('\n')
}

describe('npm start', () => {
  const data = join(folder, 'data')

  it('fills an empty folder, prints the address, stops on Ctrl-C, and has everything the next time', async () => {
    const first = start({ PORT: '0', LOCAL_DATA: data })
    const url = await address(first)
    expect(first.printed()).toContain('sample: filled')
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(await (await fetch(url)).text()).toContain('<html')
    const people = (await (await fetch(`${url}/local/people`)).json()) as { name: string }[]
    expect(people.map(({ name }) => name)).toContain('王奶奶')
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)

    const second = start({ PORT: '0', LOCAL_DATA: data })
    const again = await address(second)
    expect(second.printed()).not.toContain('sample:')
    const login = await fetch(`${again}/local/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid: 'sample_li' }),
    })
    const { token } = (await login.json()) as { token: string }
    const statement = await fetch(`${again}/api`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ op: 'hours.statement' }),
    })
    expect(await statement.json()).toMatchObject({ ok: true, data: { totalMinutes: 35 } })

    expect(await refusal({ PORT: '0', LOCAL_DATA: data })).toMatch(
      /^The data in .* is in use by another process.*\.$/,
    )
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  })

  it('says in one sentence that the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.on('listening', resolve))
    const PORT = String((server.address() as AddressInfo).port)
    expect(await refusal({ PORT, LOCAL_DATA: data })).toMatch(new RegExp(`^.*port ${PORT}.*\\.$`, 'i'))
    server.close()
  })

  it('says in one sentence that the folder cannot be written, or that PORT is no port', async () => {
    expect(await refusal({ PORT: '0', LOCAL_DATA: '/dev/null/data' })).toMatch(
      /^The data folder .* cannot be written.*\.$/,
    )
    expect(await refusal({ PORT: 'home', LOCAL_DATA: data })).toMatch(/^PORT must be a whole number.*\.$/)
  })

  it('says in one sentence that Node is too old', async () => {
    const old = `Object.defineProperty(process.versions, 'node', { value: '18.19.0' }); import('./scripts/start.mjs')`
    expect(await refusal({ PORT: '0', LOCAL_DATA: data }, ['-e', old])).toBe(
      'Node.js 20 or newer is needed; this is 18.19.0.',
    )
  })
})
