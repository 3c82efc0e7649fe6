import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Connection } from '#local/engine/connection'
import { Engine } from '#local/engine/engine'
import { applyManifest } from '#local/engine/schema'
import { Transactions } from '#local/engine/transactions'
import { fileLog } from '#local/functions/functionLog'
import { isNoRoom } from '#local/noRoom'
import { firstAdminOpenid } from '#local/sample/people'
import { openTestHouse } from '#support/house'
import { temporaryFolder } from './support/testCloud'

describe('documents, when the database may not grow', () => {
  const file = join(temporaryFolder(), 'cloud.db')
  const db = new Connection(file)
  const manifest = { things: { indexes: [] } }
  const engine = new Engine(db, applyManifest(db, manifest), new Transactions(file, 30_000))
  afterAll(() => engine.close())

  const roomFor = (pages: number) => db.exec(`PRAGMA max_page_count=${pages}`)
  const all = () => engine.find('things', { filter: {} }).map(({ _id }) => _id)
  /** Writes until it is refused; answers what was acknowledged. */
  function fill(prefix: string): string[] {
    const acknowledged: string[] = []
    for (;;) {
      const _id = `${prefix}${acknowledged.length}`
      try {
        engine.insert('things', [{ _id, words: 'x'.repeat(2000) }])
      } catch (fault) {
        if (!isNoRoom(fault)) throw fault
        return acknowledged
      }
      acknowledged.push(_id)
    }
  }

  it('are refused and all readable, and are taken again when there is room', () => {
    roomFor(20)
    const first = fill('a')
    expect(first.length).toBeGreaterThan(3)
    expect(all()).toEqual(first)
    const transaction = engine.begin()
    engine.insert('things', [{ _id: 't', words: 'x'.repeat(20_000) }], transaction)
    expect(() => engine.commit(transaction)).toThrow(/full/)
    expect(all()).toEqual(first)
    roomFor(40)
    const second = fill('b')
    expect(second.length).toBeGreaterThan(3)
    expect(all()).toEqual([...first, ...second])
  })
})

const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

/** A process of ours whose files may not grow beyond so many KB; answers it and its first line. */
async function withFilesUpTo(kb: number, script: string, ...args: string[]) {
  const run = `ulimit -S -f ${kb}; exec "$@"`
  const node = [process.execPath, '--import', 'tsx', resolve('test/local/support', script), ...args]
  const child = spawn('bash', ['-c', run, 'bash', ...node], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const ended = once(child, 'exit').then(() => ['ended'])
  const [line] = await Promise.race([once(child.stdout, 'data'), ended])
  return { child, said: String(line).trim() }
}

describe('files that may not grow', () => {
  const folder = temporaryFolder()
  let outcome: Record<string, unknown>

  beforeAll(async () => {
    const { said } = await withFilesUpTo(64, 'smallFiles.ts', folder, String(64 * 1024))
    outcome = JSON.parse(said)
  })

  it('keep the picture that was there, refuse the one that does not fit, and take one that does', () => {
    expect(outcome).toMatchObject({ picture: 'no room', kept: 'kept', small: 'written' })
    expect(outcome.inStorage).toEqual(['kept.png', 'small.png'])
  })

  it('leave lines out of the log, and the first line that fits again says so', () => {
    const lines = outcome.lines as number[]
    expect(lines).toEqual(lines.map((_, at) => at))
    expect(lines.length).toBeLessThan(200)
    const file = join(folder, 'functions.log')
    const before = statSync(file).size
    truncateSync(file, before)
    fileLog(file)({ at: 200, name: 'api', level: 'info', text: 'goes on' })
    expect(readFileSync(file, 'utf8').slice(before)).toContain('goes on')
  })

  it('do not keep small things from being written', () => {
    expect(outcome).toMatchObject({ clock: true, keys: 'k1:' })
  })
})

describe('the product on a full disk', () => {
  it('goes on reading, refuses writing in a sentence, stops in order, and has lost nothing', async () => {
    const house = await openTestHouse({ workers: 1 })
    await house.pause()
    const largest = Math.max(
      ...readdirSync(house.dataDir).map((name) => statSync(join(house.dataDir, name)).size),
    )
    const kb = Math.ceil(largest / 1024) + 256
    const { child, said: url } = await withFilesUpTo(kb, 'houseProcess.ts', house.dataDir)
    const ask = async (op: string, input: object) => {
      const body = JSON.stringify({ openid: firstAdminOpenid, name: 'api', data: { op, input } })
      const response = await fetch(`${url}/local/call`, { method: 'POST', body })
      return (await response.json()) as { ok: boolean; code?: string; data?: { phone?: string } }
    }
    let acknowledged = ''
    let refusal: string | undefined
    for (let edit = 0; refusal === undefined; edit++) {
      const phone = `023-${edit}`
      const answer = await ask('community.edit', { phone })
      if (answer.ok) acknowledged = phone
      else refusal = answer.code
    }
    expect(refusal).toBe('no_room')
    expect(acknowledged).not.toBe('')
    expect((await ask('community.get', {})).data?.phone).toBe(acknowledged)
    expect((await ask('community.edit', { phone: '023-again' })).code).toBe('no_room')
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])

    await house.resume()
    const community = () => house.admin.ask('community.get', {})
    expect((await community()).phone).toBe(acknowledged)
    await house.admin.ask('community.edit', { phone: '023-room' })
    expect((await community()).phone).toBe('023-room')
    await house.close()
  })
})
