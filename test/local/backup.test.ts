import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as fc from 'fast-check'
import { restore } from '#local/backup/restore'
import type { LocalCloud } from '#local/cloud'
import { startHouse } from '#local/house'
import { keysFile } from '#local/keys'
import { firstAdminOpenid } from '#local/sample/people'
import { onFolder } from '#local/verifyHours'
import { compiled } from '#support/compiled'
import { bookingFrom, openTestHouse, type TestHouse, volunteerIn } from '#support/house'
import { jpeg } from '#support/pictures'
import { sendPicture } from '#support/sendPicture'
import { serve } from '#support/serve'
import { temporaryFolder } from './support/testCloud'

const functionsDir = resolve('dist/cloudfunctions')
const passphrase = '一句很长的口令 with spaces'
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

/** Runs a script as an operator does; answers its exit code and what it said. */
async function run(script: string, args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [`scripts/${script}.mjs`, ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString()
    })
  const [code] = await once(child, 'close')
  return { code, said: said.trim() }
}

const start = (dataDir: string) =>
  startHouse({ dataDir, functionsDir, port: 0, timers: false, workers: 2, ...compiled })
const askIn = (cloud: LocalCloud) => (openid: string, op: string, input: object) =>
  cloud.call(openid, 'api', { op, input }) as Promise<{ ok: boolean; data: never }>

/** Every file of a folder with its bytes. */
const contentsOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile() && !/(lock|-wal|-shm)$/.test(name))
    .sort()
    .map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ])

describe('a backup of a community', () => {
  let house: TestHouse
  const folder = temporaryFolder()
  const file = join(folder, 'monday.backup')
  let fileId: string
  let made: Awaited<ReturnType<typeof run>>

  beforeAll(async () => {
    house = await openTestHouse()
    const resident = await house.person('wx_resident')
    const volunteer = await house.person('wx_volunteer', [volunteerIn('repair')])
    await serve(house, resident, volunteer, 40)
    fileId = (await sendPicture(resident, 'booking_photo', jpeg({ bytes: 90_000 }))).fileId
    await resident.ask('booking.request', bookingFrom(house.cloud.now(), { fileIds: [fileId] }))
    made = await run('backup', [file], { LOCAL_DATA: house.dataDir, BACKUP_PASSPHRASE: passphrase })
  })
  afterAll(() => house.close())

  it('is made while the community goes on, in one file that only its owner reads and nobody without the passphrase', () => {
    expect(made).toEqual({
      code: 0,
      said: expect.stringMatching(
        /monday\.backup holds \d+ documents and 1 pictures; it was read back and is whole\.$/,
      ),
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    for (const words of ['漏水', 'INDEX_KEY', 'cloud.db', 'SQLite'])
      expect(readFileSync(file).includes(words)).toBe(false)
    expect(existsSync(join(house.dataDir, 'backing-up', 'snapshot'))).toBe(false)
  })

  it('gives everything back into an empty folder: people, hours that verify, pictures, sealed fields, the clock', async () => {
    const dataDir = join(folder, 'restored')
    const done = await run('restore', [file], { LOCAL_DATA: dataDir, BACKUP_PASSPHRASE: passphrase })
    expect(done).toEqual({ code: 0, said: expect.stringMatching(/has \d+ documents and 1 pictures of 20/) })
    for (const name of ['keys.json', 'cloud.db', 'clock'])
      expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600)
    const verified = await onFolder(dataDir, (ask) => ask('hours.verify', { limit: 50 }))
    expect(verified).toMatchObject({ ok: true, data: { chains: 1, entries: 1, breaks: [] } })
    const cloud = await start(dataDir)
    const ask = askIn(cloud)
    expect(cloud.now()).toBeGreaterThanOrEqual(house.cloud.now() - 60_000)
    expect(await ask('wx_volunteer', 'hours.statement', {})).toMatchObject({ data: { totalMinutes: 40 } })
    expect(await ask('wx_resident', 'member.export', {})).toMatchObject({ ok: true })
    const { data } = await ask('wx_resident', 'file.url', { fileId })
    const picture = await fetch((data as { url: string }).url)
    expect([picture.status, (await picture.arrayBuffer()).byteLength > 10_000]).toEqual([200, true])
    await cloud.close()
  })

  it('is put into a folder with data only when told, and what was there is kept', async () => {
    const dataDir = join(folder, 'with-data')
    await (await start(dataDir)).close()
    const before = readFileSync(keysFile(dataDir), 'utf8')
    const held = contentsOf(dataDir)
    const env = { LOCAL_DATA: dataDir, BACKUP_PASSPHRASE: passphrase }
    expect(await run('restore', [file], env)).toEqual({
      code: 1,
      said: expect.stringMatching(
        /^There is data in .*; name an empty folder in LOCAL_DATA, or add --replace.*\.$/,
      ),
    })
    expect(contentsOf(dataDir)).toEqual(held)
    expect((await run('restore', [file, '--replace'], env)).code).toBe(0)
    const aside = readdirSync(dataDir).find((name) => name.startsWith('before-restore-')) ?? ''
    expect(readFileSync(join(dataDir, aside, 'keys.json'), 'utf8')).toBe(before)
    const cloud = await start(dataDir)
    expect(await askIn(cloud)('wx_volunteer', 'hours.statement', {})).toMatchObject({ ok: true })
    await cloud.close()
  })

  const whole = () => readFileSync(file)
  it.each<[string, () => Buffer, string, RegExp]>([
    ['another passphrase', whole, 'not the passphrase', /^The passphrase does not open .*\.$/],
    ['a cut file', () => whole().subarray(0, whole().length - 1000), passphrase, /cut off|ends too early/],
    [
      'a file that lost its last part',
      () => whole().subarray(0, 34 + 2 * 65_552),
      passphrase,
      /cut off|ends too early/,
    ],
    ['an empty file', () => Buffer.alloc(0), passphrase, /is not a backup of this program/],
    ['another file', () => Buffer.alloc(9000, 7), passphrase, /is not a backup of this program/],
    [
      'one changed byte',
      () => {
        const bytes = whole()
        bytes.writeUInt8(bytes.readUInt8(70_000) ^ 1, 70_000)
        return bytes
      },
      passphrase,
      /is damaged/,
    ],
  ])('changes nothing with %s', (_, bytes, phrase, words) => {
    const dataDir = join(folder, 'untouched')
    const spoilt = join(folder, 'spoilt.backup')
    writeFileSync(spoilt, bytes())
    expect(() => restore(spoilt, dataDir, phrase)).toThrow(words)
    expect(existsSync(dataDir)).toBe(false)
  })

  it('takes its passphrase from nowhere else, and not a short one', async () => {
    const other = join(folder, 'other.backup')
    const env = { LOCAL_DATA: house.dataDir }
    const said = async (args: string[], more: Record<string, string> = {}) =>
      (await run('backup', args, { ...env, ...more })).said
    expect(await said([other])).toBe(
      'There is no terminal to ask for the passphrase; set BACKUP_PASSPHRASE instead.',
    )
    expect(await said([other, '--passphrase', passphrase])).toMatch(/^Say one file: npm run backup -- FILE/)
    expect(await said([other], { BACKUP_PASSPHRASE: 'short' })).toMatch(/at least 12 characters/)
    expect(await said([file], { BACKUP_PASSPHRASE: passphrase })).toMatch(/exists already; name a new file/)
    expect(existsSync(other)).toBe(false)
  })
})

describe('backups between writes, restarts and deaths', () => {
  type Step = 'write' | 'backup' | 'backup among writes' | 'restart' | 'die'
  const steps = fc.array(
    fc.constantFrom<Step>('write', 'write', 'backup', 'backup among writes', 'restart', 'die'),
    { minLength: 3, maxLength: 6 },
  )

  it('hold everything acknowledged before they began, and a state that was', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (order) => {
        const folder = temporaryFolder()
        const dataDir = join(folder, 'data')
        mkdirSync(dataDir)
        const community = new Community(dataDir)
        await community.open()
        for (const [at, step] of [...order, 'backup among writes' as const].entries()) {
          if (step === 'write') await community.write()
          else if (step === 'restart') await community.restart()
          else if (step === 'die') await community.die()
          else {
            const file = join(folder, `${at}.backup`)
            const begun = community.acknowledged
            const writes =
              step === 'backup' ? Promise.resolve() : community.writeUntil(() => existsSync(`${file}.done`))
            const { code, said } = await run('backup', [file], {
              LOCAL_DATA: dataDir,
              BACKUP_PASSPHRASE: passphrase,
            })
            writeFileSync(`${file}.done`, '')
            await writes
            expect([code, said]).toEqual([0, expect.stringContaining('is whole')])
            await community.expectBetween(file, begun)
          }
        }
        await community.close()
        rmSync(folder, { recursive: true, force: true })
      }),
      { numRuns: 1 },
    )
  })

  /** The product in a process of its own. Each write raises one number, in two places at once. */
  class Community {
    acknowledged = 0
    #sent = 0
    #child: ChildProcess | undefined
    #url = ''

    constructor(readonly dataDir: string) {}

    async open() {
      const script = resolve('test/local/support/houseProcess.ts')
      const child = spawn(process.execPath, ['--import', 'tsx', script, this.dataDir], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      children.push(child)
      this.#child = child
      const ended = once(child, 'exit').then(() => [''])
      const [line] = await Promise.race([once(child.stdout, 'data'), ended])
      this.#url = String(line).trim()
      if (this.#sent === 0) await this.write()
    }

    async write() {
      const count = ++this.#sent
      const phone = `023-${count}`
      const teams = [{ teamId: 'repair', name: `第${count}队`, purpose: '上门修水管' }]
      const first = {
        name: '社区',
        estates: [],
        grids: [],
        groups: [],
        services: [],
        requestCategories: [],
        projects: [],
      }
      const input = { ...(count === 1 && first), phone, teams }
      const response = await fetch(`${this.#url}/local/call`, {
        method: 'POST',
        body: JSON.stringify({
          openid: firstAdminOpenid,
          name: 'api',
          data: { op: 'community.edit', input },
        }),
      })
      const answer = (await response.json()) as { ok: boolean }
      expect(answer).toMatchObject({ ok: true })
      this.acknowledged = count
    }

    async writeUntil(over: () => boolean) {
      while (!over()) await this.write()
    }

    async restart() {
      await this.#end('SIGTERM')
      await this.open()
    }

    async die() {
      await this.#end('SIGKILL')
      await this.open()
    }

    async #end(signal: NodeJS.Signals) {
      const child = this.#child
      if (!child) return
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
    }

    async close() {
      await this.#end('SIGKILL')
    }

    /** What the backup holds lies between what was acknowledged at its beginning and what was sent by now. */
    async expectBetween(file: string, begun: number) {
      const dataDir = `${file}.restored`
      restore(file, dataDir, passphrase)
      const cloud = await start(dataDir)
      const { data } = await askIn(cloud)(firstAdminOpenid, 'community.whole', {})
      await cloud.close()
      const { phone, teams } = data as { phone: string; teams: { name: string }[] }
      const count = Number(phone.slice(4))
      expect(teams.map(({ name }) => name)).toEqual([`第${count}队`])
      expect(count).toBeGreaterThanOrEqual(begun)
      expect(count).toBeLessThanOrEqual(this.#sent)
    }
  }
})
