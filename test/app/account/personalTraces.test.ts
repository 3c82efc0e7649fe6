import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { samplePeople } from '#local/sample/people'
import { bookingFrom, openTestHouse, type TestHouse } from '#support/house'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'

/** Every file under a folder: database, write-ahead log, pictures, function log. */
function filesUnder(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile())
}
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** A pattern for the words as a whole, so that `2-1` is not found inside a date. */
const alone = (text: string) => new RegExp(`(?<![0-9A-Za-z_-])${escaped(text)}(?![0-9A-Za-z_-])`)

function holding(dir: string, what: RegExp): string[] {
  return filesUnder(dir).filter((path) => what.test(readFileSync(path, 'utf8')))
}

describe('the data folder of the sample community, as it lies on the disk', () => {
  let house: SampleHouse

  beforeAll(async () => {
    house = await openSampleHouse()
  })
  afterAll(() => house.close())

  it.each(samplePeople.map(({ name, phone }) => [name, phone]))(
    'does not hold the number of %s',
    (_, phone) => {
      expect(holding(house.dataDir, new RegExp(phone))).toEqual([])
    },
  )

  it.each(samplePeople.map(({ name, building, unit }) => [name, building, unit]))(
    'does not hold the door of %s',
    (_, building, unit) => {
      expect(holding(house.dataDir, alone(unit))).toEqual([])
      expect(
        holding(house.dataDir, new RegExp(`${building}["\\s]*[,:]?["\\s]*(unit"?:"?)?${escaped(unit)}`)),
      ).toEqual([])
    },
  )

  it('does not hold what is to be minded with anybody’s relatives', () => {
    const needs = samplePeople.flatMap(({ dependents = [] }) => dependents.flatMap(({ needs = [] }) => needs))
    expect(needs.length).toBeGreaterThan(0)
    for (const said of needs) expect(holding(house.dataDir, new RegExp(escaped(said)))).toEqual([])
  })

  it('is a folder in which this search finds what is kept as plain text', () => {
    expect(holding(house.dataDir, /王奶奶/).length).toBeGreaterThan(0)
    expect(holding(house.dataDir, alone('3栋')).length).toBeGreaterThan(0)
  })
})

describe('the answer and the log of a failed call', () => {
  const secrets = {
    phone: '13900006677',
    unit: '31-2704',
    name: '欧阳不外传',
    words: '请把钥匙放在花盆下面',
    reason: '核对一件不外传的事',
  }
  let house: TestHouse
  const printed: string[] = []

  beforeAll(async () => {
    house = await openTestHouse()
    for (const way of ['log', 'info', 'warn', 'error'] as const)
      jest.spyOn(console, way).mockImplementation((...said) => void printed.push(said.join(' ')))
  })
  afterAll(async () => {
    jest.restoreAllMocks()
    await house.close()
  })

  const registration = {
    name: secrets.name,
    phone: secrets.phone,
    gridId: 'grid1',
    estateId: 'huochai',
    building: '3栋',
    unit: secrets.unit,
    consents: [
      { kind: 'service' as const, version: '2026-11' },
      { kind: 'sensitive' as const, version: '2026-11' },
    ],
  }
  /** Sends each command with right and with wrong input, and while the store fails with a message that quotes it. */
  async function everything(): Promise<unknown[]> {
    const answers: unknown[] = []
    const person = house.stranger('wx_secret')
    const send = async (op: string, input: object) =>
      answers.push(await person.send(op as 'member.me', input))
    await send('member.register', { ...registration, phone: `${secrets.phone}99` })
    await send('member.register', { ...registration, unit: secrets.unit.repeat(9) })
    await send('member.register', { ...registration, name: `${secrets.name}<b>` })
    const registered = await person.send('member.register', registration)
    if (!registered.ok) throw new Error(registered.code)
    const { memberId } = registered.data
    await house.admin.ask('member.verify', { memberId, accept: true })
    const booking = bookingFrom(house.cloud.now(), { description: secrets.words })
    await send('booking.request', { ...booking, place: secrets.words })
    await send('booking.request', { ...booking, window: { from: secrets.phone, to: secrets.unit } })
    await send('member.addDependent', { name: secrets.name, relation: secrets.words, consentNote: '' })
    await send('member.reveal', { memberId, fields: ['phone'], reason: secrets.reason })
    house.cloud.hooks.before = (action, request) => {
      if (action.startsWith('database.'))
        throw new Error(`refused ${JSON.stringify(request)} of ${secrets.phone}`)
    }
    try {
      await send('booking.request', booking)
      await send('member.addDependent', { name: secrets.name, relation: '母亲', consentNote: secrets.words })
      await send('member.export', {})
      answers.push(
        await house.admin.send('member.reveal', { memberId, fields: ['phone'], reason: secrets.reason }),
        await house.admin.send('member.search', { q: secrets.phone }),
      )
      await expect(house.cloud.tick()).rejects.toThrow('The run of the timer failed')
    } finally {
      delete house.cloud.hooks.before
    }
    return answers
  }

  it('hold no number, door, name or text of anybody', async () => {
    const answers = await everything()
    const codes = answers.map((answer) => (answer as { code?: string }).code)
    expect(codes.filter((code) => code === 'internal').length).toBeGreaterThan(2)
    expect(codes.filter((code) => code === 'invalid_input').length).toBeGreaterThan(4)
    const log = readFileSync(join(house.dataDir, 'functions.log'), 'utf8')
    expect(log).toContain('api.fault')
    for (const secret of Object.values(secrets)) {
      expect(JSON.stringify(answers)).not.toContain(secret)
      expect(log).not.toContain(secret)
      expect(printed.join('\n')).not.toContain(secret)
    }
  })
})
