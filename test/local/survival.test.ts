import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { sdk } from './support/sdk'
import { startTestCloud, type TestCloud, temporaryFolder } from './support/testCloud'

async function firstLine(stream: Readable | null): Promise<string> {
  if (!stream) return ''
  const [chunk] = await once(stream, 'data').catch(() => [''])
  return String(chunk).trim()
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

describe('a local cloud that is killed', () => {
  const folder = temporaryFolder
  const children: ChildProcess[] = []

  /** Another process with the same data; answers its `/admin` address. */
  async function startProcess(
    dataDir: string,
    functionsDir: string,
  ): Promise<{ child: ChildProcess; adminUrl: string }> {
    const script = resolve('test/local/support/process.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, functionsDir], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.push(child)
    const ended = once(child, 'exit').then(() => undefined)
    const [said, complaint] = ['stdout', 'stderr'].map((name) => firstLine(child[name as 'stdout']))
    const adminUrl = await Promise.race([said, ended])
    if (adminUrl === undefined) throw new Error(await complaint)
    return { child, adminUrl }
  }

  async function kill(child: ChildProcess) {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  afterAll(async () => {
    for (const child of children) if (child.exitCode === null && child.signalCode === null) await kill(child)
  })

  it('has lost nothing it acknowledged, and no transaction is half there', async () => {
    const dataDir = folder()
    const functionsDir = (await withFunctions()).functionsDir
    const acknowledged: string[] = []
    let serial = 0
    for (let round = 0; round < 3; round++) {
      const { child, adminUrl } = await startProcess(dataDir, functionsDir)
      const db = sdk(adminUrl).database()
      const _ = db.command
      if (round === 0) await db.collection('things').add({ data: { _id: 'sum', n: 0 } })
      let stopped = false
      const writers = Array.from({ length: 3 }, async () => {
        while (!stopped) {
          const id = `e${serial++}`
          try {
            const t = await db.startTransaction()
            await t.collection('things').add({ data: { _id: id } })
            await t
              .collection('things')
              .doc('sum')
              .update({ data: { n: _.inc(1) } })
            await t.commit()
            acknowledged.push(id)
          } catch {
            await pause(5)
          }
        }
      })
      while (acknowledged.length < 15 * (round + 1)) await pause(5)
      await kill(child)
      stopped = true
      await Promise.all(writers)
    }
    const { child, adminUrl } = await startProcess(dataDir, functionsDir)
    const db = sdk(adminUrl).database()
    const { data } = await db
      .collection('things')
      .where({ _id: db.command.neq('sum') })
      .limit(1000)
      .get()
    const kept = new Set(data.map(({ _id }: { _id: string }) => _id))
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    expect((await db.collection('things').doc('sum').get()).data.n).toBe(kept.size)
    await kill(child)
  })

  it('leaves its data free for the next', async () => {
    const dataDir = folder()
    const { functionsDir } = await withFunctions()
    await kill((await startProcess(dataDir, functionsDir)).child)
    const next = await startTestCloud({ dataDir, functionsDir })
    try {
      await expect(startProcess(dataDir, functionsDir)).rejects.toThrow(/is in use by another process/)
    } finally {
      await next.close()
    }
    await kill((await startProcess(dataDir, functionsDir)).child)
  })

  async function withFunctions(): Promise<{ functionsDir: string }> {
    const cloud = await startTestCloud()
    await cloud.close()
    return { functionsDir: join(cloud.folder, 'functions') }
  }
})

describe('a local cloud that cannot start', () => {
  let running: TestCloud

  beforeAll(async () => {
    running = await startTestCloud()
  })

  afterAll(() => running.close())

  const functionsDir = () => join(running.folder, 'functions')

  it('says that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    await expect(startTestCloud({ port, functionsDir: functionsDir() })).rejects.toThrow(
      `Port ${port} is taken by another program; stop it or set PORT.`,
    )
    other.close()
  })

  it('says that the data is in use, also by itself', async () => {
    const dataDir = join(running.folder, 'data')
    await expect(startTestCloud({ dataDir, functionsDir: functionsDir() })).rejects.toThrow(
      /is in use by another process/,
    )
  })

  it('says that the data folder cannot be written', async () => {
    const dataDir = join(running.folder, 'functions', 'api', 'index.js', 'data')
    await expect(startTestCloud({ dataDir, functionsDir: functionsDir() })).rejects.toThrow(
      /cannot be written/,
    )
  })
})

describe('a local cloud whose database is damaged', () => {
  let dataDir: string
  let functionsDir: string
  beforeAll(async () => {
    const cloud = await startTestCloud()
    for (let i = 0; i < 50; i++) await cloud.call('o1', 'api', { op: 'add', id: `e${i}${'x'.repeat(900)}` })
    await cloud.close()
    dataDir = join(cloud.folder, 'data')
    functionsDir = join(cloud.folder, 'functions')
  })

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut in half', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['overwritten at its beginning', (bytes) => Buffer.concat([Buffer.alloc(4096, 7), bytes.subarray(4096)])],
    [
      'overwritten in its middle',
      (bytes) => Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 7)]),
    ],
  ])('does not start where it is %s, and says what to do', async (_, spoil) => {
    const file = join(dataDir, 'cloud.db')
    const whole = readFileSync(file)
    const spoilt = spoil(whole)
    writeFileSync(file, spoilt)
    await expect(startTestCloud({ dataDir, functionsDir })).rejects.toThrow(
      /^The database .*cloud\.db is damaged \(.*\); restore the latest backup: npm run restore.*\.$/,
    )
    expect(readFileSync(file).equals(spoilt)).toBe(true)
    writeFileSync(file, whole)
    await (await startTestCloud({ dataDir, functionsDir })).close()
  })
})

describe('a local cloud that is stopped and started again', () => {
  it('keeps its documents and its time', async () => {
    const first = await startTestCloud()
    const day = 86_400_000
    first.advance(day)
    await first.call('o1', 'api', { op: 'add', id: 'kept' })
    await first.close()
    const functionsDir = join(first.folder, 'functions')
    const second = await startTestCloud({ dataDir: join(first.folder, 'data'), functionsDir })
    expect(second.now() - Date.now()).toBeGreaterThan(day - 1000)
    const { data } = await sdk(second.adminUrl).database().collection('things').get()
    expect(data).toEqual([{ _id: 'kept' }])
    await second.close()
    await expect(fetch(`${second.url}/healthz`)).rejects.toThrow()
  })
})
