import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LogLine } from '#local/functions/functionLog'
import { refusalOf, sdk } from './support/sdk'
import { startTestCloud, type TestCloud, temporaryFolder } from './support/testCloud'

/** How long work may go on after the reply. The limit leaves room for a busy machine. */
const lateMs = 2000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20)
}

it('a function finds its own files from its root, as untouched functions ask for them', async () => {
  const functionsDir = temporaryFolder()
  const folder = join(functionsDir, 'api')
  mkdirSync(join(folder, 'config'), { recursive: true })
  writeFileSync(join(folder, 'config.json'), '{}')
  writeFileSync(join(folder, 'config', 'route.js'), `module.exports = 'home'`)
  writeFileSync(
    join(folder, 'index.js'),
    `const route = require('config/route.js')\nexports.main = () => route`,
  )
  const local = await startTestCloud({ functionsDir })
  expect(await local.call('o1', 'api', {})).toBe('home')
  await local.close()
})

describe('compiled code that is kept', () => {
  const functionsDir = temporaryFolder()
  const codeDir = temporaryFolder()

  /** What a new worker answers, where its bundle reads so. */
  async function answerOf(bundle: string): Promise<unknown> {
    mkdirSync(join(functionsDir, 'api'), { recursive: true })
    writeFileSync(join(functionsDir, 'api', 'index.js'), bundle)
    const local = await startTestCloud({ functionsDir, codeDir })
    try {
      return await local.call('o1', 'api', {})
    } finally {
      await local.close()
    }
  }
  const saying = (word: string) =>
    `const { basename } = require('node:path')
    exports.main = () => ['${word}', basename(__dirname), basename(__filename), module.exports === exports]`
  const said = (word: string) => [word, 'api', 'index.js', true]

  it('is that of the bundle as it is now, also where another of the same length was compiled before', async () => {
    expect(await answerOf(saying('one'))).toEqual(said('one'))
    expect(await answerOf(saying('two'))).toEqual(said('two'))
    expect(readdirSync(codeDir)).toHaveLength(2)
    expect(await answerOf(saying('one'))).toEqual(said('one'))
    expect(readdirSync(codeDir)).toHaveLength(2)
  })

  it('is made anew where the file is damaged', async () => {
    for (const name of readdirSync(codeDir)) writeFileSync(join(codeDir, name), 'half of it')
    expect(await answerOf(saying('one'))).toEqual(said('one'))
    const mended = readdirSync(codeDir).filter((name) => readFileSync(join(codeDir, name)).length > 100)
    expect(mended).toHaveLength(1)
  })
})

describe('a function on this machine', () => {
  let local: TestCloud
  const lines: LogLine[] = []
  const ask = (op: string, more: object = {}, openid = 'o1') => local.call(openid, 'api', { op, ...more })
  const said = (text: string) => lines.filter((line) => line.text.includes(text))

  beforeAll(async () => {
    local = await startTestCloud({
      functionEnv: { SEALING_KEY: 'k1' },
      lateMs,
      onLog: (line) => lines.push(line),
    })
  })

  afterAll(() => local.close())

  it('knows each of two hundred people who call at once', async () => {
    const answers = await Promise.all(
      Array.from(
        { length: 200 },
        (_unused, i) => ask('who', {}, `person${i}`) as Promise<{ OPENID: string; later: string }>,
      ),
    )
    expect(
      answers.filter(({ OPENID, later }, i) => OPENID !== `person${i}` || later !== `person${i}`),
    ).toEqual([])
  })

  it('learns what WeChat would tell it', async () => {
    expect(await ask('who')).toMatchObject({
      OPENID: 'o1',
      APPID: expect.any(String),
      CLIENTIP: '127.0.0.1',
      SOURCE: 'wx_client',
      ENV: 'local',
    })
  })

  it('is given its own configuration and nothing of the host’s environment', async () => {
    process.env.HOST_SECRET = 'hidden'
    expect(await ask('env', { key: 'SEALING_KEY' })).toBe('k1')
    expect(await ask('env', { key: 'HOST_SECRET' })).toBeNull()
    expect(await ask('env', { key: 'TRIGGER_SRC' })).toBeNull()
  })

  it('is ended at its time limit, even in an endless loop, and the next call is served', async () => {
    const spinning = () => refusalOf(local.call('o1', 'spin', {}))
    expect(await spinning()).toBe('Invoking task timed out after 2 seconds')
    expect(await spinning()).toBe('Invoking task timed out after 2 seconds')
    expect(await ask('who')).toMatchObject({ OPENID: 'o1' })
  })

  it('reports what it throws', async () => {
    expect(await refusalOf(ask('throw'))).toMatch(/as asked/)
  })

  it('survives a rejection nobody awaits, and the log tells', async () => {
    expect(await ask('rejectUnawaited')).toBe('went on')
    expect(said('nobody waits for me')).toHaveLength(1)
  })

  it('fails one call when it cannot go on, and is replaced', async () => {
    const others = Array.from({ length: 8 }, (_unused, i) => ask('who', {}, `other${i}`))
    expect(await refusalOf(ask('crash'))).toMatch(/cannot go on/)
    expect(await refusalOf(ask('exit'))).toMatch(/ended its process/)
    expect(await Promise.all(others)).toHaveLength(8)
    expect(await ask('who')).toMatchObject({ OPENID: 'o1' })
  })

  it('finishes work after the reply as the same person, while others are served elsewhere', async () => {
    expect(await ask('writeLater', { ms: 100, id: 'late' }, 'tardy')).toBe('answered')
    await Promise.all(Array.from({ length: 20 }, (_unused, i) => ask('who', {}, `quick${i}`)))
    const things = sdk(local.adminUrl).database().collection('things')
    await until(async () => (await things.where({ _id: 'late' }).count()).total > 0)
    expect((await things.doc('late').get()).data).toEqual({ _id: 'late', by: 'tardy' })
  })

  it('is asked again only when what follows from its answers is done', async () => {
    await ask('writeLater', { ms: 60, id: 'follows' }, 'writer')
    expect(await ask('count', { id: 'follows' }, 'reader')).toBe(1)
  })

  it('is quiet after a broken connection, although the SDK forgets its warning of a slow request', async () => {
    const cutOff = said('work after the reply was cut off').length
    local.hooks.after = () => {
      delete local.hooks.after
      return 'drop'
    }
    expect(await refusalOf(ask('add', { id: 'dropped' }))).toMatch(/socket hang up|ECONNRESET/)
    await local.settled()
    expect(said('work after the reply was cut off')).toHaveLength(cutOff)
  })

  it('is cut off when work after the reply does not end, and the log tells', async () => {
    const workMs = lateMs + 1500
    expect(await ask('writeLater', { ms: workMs, id: 'never' })).toBe('answered')
    await Promise.all([pause(workMs + 500), until(() => said('work after the reply was cut off').length > 0)])
    const db = sdk(local.adminUrl).database()
    expect((await db.collection('things').where({ _id: 'never' }).count()).total).toBe(0)
    expect(said('work after the reply was cut off')).toHaveLength(1)
  })

  it('calls another function, which does not see the person', async () => {
    expect(await ask('callJobs')).toMatchObject({
      event: { hello: 1 },
      openid: null,
      source: 'scf',
      trigger: null,
    })
  })

  it('is run by its timer, and only then knows a trigger', async () => {
    expect(await local.tick()).toMatchObject({
      event: { Type: 'Timer', TriggerName: 'everyMinute' },
      openid: null,
      trigger: 'timer',
    })
  })

  it('writes to the log, by name and request', async () => {
    await ask('log', { text: 'something' })
    expect(said('said something')).toMatchObject([
      { name: 'api', level: 'warn', requestId: expect.any(String) },
    ])
    expect(readFileSync(join(local.folder, 'data', 'functions.log'), 'utf8')).toContain(
      '"text":"said something"',
    )
  })

  it('is refused where there is none of that name', async () => {
    expect(await refusalOf(local.call('o1', 'nothing', {}))).toMatch(/nothing could not be found/)
  })

  it('sees the time that was set, in every way there is to ask', async () => {
    const day = 86_400_000
    const now = local.advance(3 * day)
    const clock = (await ask('clock')) as {
      now: number
      made: number
      text: string
      isDate: boolean
      year: number
    }
    expect(now - Date.now()).toBeGreaterThan(3 * day - 5000)
    expect(Math.abs(clock.now - now)).toBeLessThan(5000)
    expect(Math.abs(clock.made - now)).toBeLessThan(5000)
    expect(Math.abs(Date.parse(clock.text) - now)).toBeLessThan(5000)
    expect(clock).toMatchObject({ isDate: true, year: 2026 })
  })

  it('cannot be started from a folder without bundles', async () => {
    const empty = temporaryFolder()
    await expect(startTestCloud({ functionsDir: empty })).rejects.toThrow(/There is no function bundle in/)
    mkdirSync(join(empty, 'api'))
    await expect(startTestCloud({ functionsDir: empty })).rejects.toThrow(/Function api has no bundle/)
  })

  it('fails its calls with the reason when the bundle cannot be loaded', async () => {
    const broken = temporaryFolder()
    mkdirSync(join(broken, 'api'))
    writeFileSync(join(broken, 'api', 'index.js'), 'throw new Error("broken bundle")')
    const cloud = await startTestCloud({ functionsDir: broken })
    expect(await refusalOf(cloud.call('o1', 'api', {}))).toMatch(/broken bundle/)
    await cloud.close()
  })
})
