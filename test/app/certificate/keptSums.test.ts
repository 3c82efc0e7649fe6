import fc from 'fast-check'
import type { Certificate } from '#contract/certificate'
import { provenSums } from '#core/certificate/certificate'
import type { CreditEffect } from '#core/change/effect'
import { type LedgerLine, nextEntry } from '#core/hours/ledger'
import type { LedgerSums } from '#core/hours/ledgerSums'
import { openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { Ledger } from '#support/ledger'
import { type Move, move, runMove } from '#support/ledgerMoves'
import { sdkFor } from '#support/sdk'
import { serve } from '#support/serve'
import { dayMs, hourMs, minuteMs, mondayNine } from '#support/time'
import { verifyScript } from '#support/verifyScript'

let house: TestHouse
let resident: Person
let leader: Person
let people = 0

beforeAll(async () => {
  house = await openTestHouse()
  resident = await house.person('wx_resident')
  leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }])
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
})

const volunteer = () => house.person(`wx_kept_${++people}`, [volunteerIn('repair')])
const collection = (name: string) => sdkFor(house.cloud).database().collection(name)

/** Writes lines as they were written before lines had marks. */
async function put(lines: readonly LedgerLine[]): Promise<void> {
  for (const { _id, ...line } of lines) await collection('entries').doc(_id).set({ data: line })
}
async function keptOf({ memberId }: Person) {
  const found = await collection('ledgerSums').where({ _id: memberId }).get()
  return (found as unknown as { data: (LedgerSums & { dueAt: number | null })[] }).data[0]
}
/** Lets the timer keep the sums of the ledger as it is now. */
async function keep(who: Person): Promise<void> {
  const { memberId } = who
  const owed = { rev: 7, dueAt: house.cloud.now(), seq: 0, hash: '', months: {}, communityId: 'tubengkan' }
  const kept = await keptOf(who)
  if (kept)
    await collection('ledgerSums')
      .doc(memberId)
      .update({ data: { dueAt: house.cloud.now() } })
  else await collection('ledgerSums').add({ data: { _id: memberId, ...owed } })
  house.cloud.advance(hourMs)
  await house.cloud.tick()
  expect((await keptOf(who))?.dueAt).toBeNull()
}
const forgetKept = async ({ memberId }: Person) =>
  void (await collection('ledgerSums').where({ _id: memberId }).remove())

/** The paper of a span, and whether it holds for whoever has it; undefined where there is nothing to prove. */
async function paperOf(who: Person, span: { from?: string; to?: string }): Promise<Certificate | undefined> {
  house.cloud.advance(hourMs)
  const issued = await who.send('hours.certificate', span)
  if (!issued.ok) {
    expect(issued.code).toBe('no_hours')
    return undefined
  }
  const { certificateNo, verifyCode } = issued.data
  expect(await resident.ask('certificate.verify', { certificateNo, verifyCode })).toMatchObject({
    valid: true,
  })
  return who.ask('certificate.get', { certificateNo })
}
const saidBy = (paper: Certificate | undefined) =>
  paper && { minutes: paper.minutes, honourMinutes: paper.honourMinutes, services: paper.services }

const dayAt = (day: number) => new Date(mondayNine + day * dayMs).toISOString().slice(0, 10)
/** Ends of a span: none, in the middle of a month, and at the ends of one. */
const spans = fc.record({
  from: fc.constantFrom(undefined, dayAt(-20), dayAt(7), '2026-12-01'),
  to: fc.constantFrom(undefined, dayAt(8), '2026-11-30', dayAt(50)),
})

test('after any order of credits, honours and reversals, a certificate from kept sums says what one from the whole ledger says', async () => {
  let some = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(move, { minLength: 20, maxLength: 90 }),
      fc.array(fc.nat({ max: 90 }), { minLength: 1, maxLength: 2 }),
      fc.array(spans, { minLength: 2, maxLength: 3 }),
      async (moves: Move[], keptAt, asked) => {
        const who = await volunteer()
        const ledger = new Ledger()
        moves.forEach((each, at) => void runMove(ledger, each, at, who.memberId))
        const { lines } = ledger
        let written = 0
        for (const at of [...keptAt, lines.length].sort((a, b) => a - b)) {
          await put(lines.slice(written, at))
          written = Math.max(written, Math.min(at, lines.length))
          if (written > 0 && written < lines.length) await keep(who)
        }
        for (const { from, to } of [{ from: undefined, to: undefined }, ...asked]) {
          if (from !== undefined && to !== undefined && from > to) continue
          const span = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
          const nameOf = (teamId: string) => ({ repair: '维修服务队', women: '巾帼服务队' })[teamId] ?? teamId
          const { minutes, honourMinutes, services } = provenSums(lines, span, nameOf)
          const fromKept = saidBy(await paperOf(who, span))
          if (minutes + honourMinutes === 0) expect(fromKept).toBeUndefined()
          else {
            some += 1
            expect(fromKept).toMatchObject({ minutes, honourMinutes })
            const named = ({ teamName: _, ...service }: { teamName: string }) => service
            expect(fromKept?.services.map(named)).toEqual(services.map(named))
          }
          await forgetKept(who)
          expect(saidBy(await paperOf(who, span))).toEqual(fromKept)
          await keep(who)
        }
        const { breaks } = await house.admin.ask('hours.verify', { cursor: 'e.', limit: 50 })
        expect(breaks.filter(({ what }) => what === 'missummed')).toEqual([])
      },
    ),
    { numRuns: 5, seed: 20_261_129, endOnFailure: true },
  )
  expect(some).toBeGreaterThan(8)
})

/** A ledger of so many services, one each day. */
function servicesOf({ memberId }: Person, count: number): LedgerLine[] {
  const lines: LedgerLine[] = []
  for (let index = 0; index < count; index++) {
    const servedFrom = house.cloud.now() - (count - index + 1) * dayMs
    const credit: CreditEffect = {
      ...{ effect: 'credit', memberId, source: `booking:b_${memberId}_${index}`, minutes: 60 },
      ...{ teamId: 'repair', title: '水管漏水', servedFrom, servedTo: servedFrom + hourMs },
    }
    lines.push(nextEntry(lines.at(-1), credit, 'tubengkan', servedFrom + hourMs))
  }
  return lines
}

/** The limits of the lists of lines that are read meanwhile. */
async function linesAsked(act: () => Promise<unknown>): Promise<number[]> {
  const asked: number[] = []
  house.cloud.hooks.before = (action, { collectionName, limit }) => {
    if (action === 'database.getDocument' && collectionName === 'entries') asked.push(Number(limit))
  }
  await act()
  delete house.cloud.hooks.before
  return asked
}

describe('the sums of a ledger', () => {
  it('let a certificate of a long ledger be issued from its last lines alone', async () => {
    const who = await volunteer()
    await put(servicesOf(who, 75))
    const issue = () => who.ask('hours.certificate', {})
    expect((await linesAsked(issue)).some((limit) => limit > 40)).toBe(true)
    // whoever issues a first one from a ledger of before owes the sums
    expect((await keptOf(who))?.dueAt).not.toBeNull()
    house.cloud.advance(hourMs)
    await house.cloud.tick()
    expect(await keptOf(who)).toMatchObject({ seq: 75, dueAt: null })
    expect(await linesAsked(issue)).toEqual([40])
    expect(await paperOf(who, {})).toMatchObject({ minutes: 75 * 60, seq: 75 })
  })

  it('are owed by the line that ends a page, also where the word of it was lost', async () => {
    const who = await volunteer()
    await put(servicesOf(who, 29))
    house.cloud.hooks.before = (_action, { collectionName }) => {
      if (collectionName === 'ledgerSums') throw new Error('the store is away')
    }
    await serve(house, resident, who, 20)
    delete house.cloud.hooks.before
    expect(await keptOf(who)).toBeUndefined()
    house.cloud.advance(hourMs)
    await house.cloud.tick()
    house.cloud.advance(hourMs)
    await house.cloud.tick()
    expect(await keptOf(who)).toMatchObject({ seq: 30, dueAt: null })
    await serve(house, resident, who, 20)
    expect(await keptOf(who)).toMatchObject({ seq: 30, dueAt: null })
    expect(await paperOf(who, {})).toMatchObject({ minutes: 29 * 60 + 40, seq: 31 })
  })

  it('count an old line no more that was taken back after they were kept', async () => {
    const who = await volunteer()
    const lines = servicesOf(who, 45)
    await put(lines)
    await keep(who)
    const paper = await paperOf(who, {})
    expect(paper).toMatchObject({ minutes: 45 * 60 })
    await leader.ask('hours.reverse', { entryId: `${who.memberId}:3`, reason: '记错了' })
    expect(await paperOf(who, {})).toMatchObject({ minutes: 44 * 60, services: [{ times: 44 }] })
    const cards = await who.ask('hours.certificates', {})
    expect(cards.items.map(({ state }) => state)).toEqual(['valid', 'revoked'])
  })

  it('follow what was taken back over the end of a month', async () => {
    const who = await volunteer()
    const ledger = new Ledger()
    const same = { which: 0, teamId: 'repair', projectId: undefined, day: 7 } as const
    const night = { ...same, what: 'serve', title: '陪诊', minutes: 480, minute: 660 } as const
    const morning = { ...same, what: 'serve', title: '修水管', minutes: 240, minute: 1020 } as const
    runMove(ledger, night, 0, who.memberId)
    runMove(ledger, morning, 1, who.memberId)
    await put(ledger.lines)
    await keep(who)
    expect(await paperOf(who, {})).toMatchObject({ minutes: 600 })
    runMove(ledger, { ...night, what: 'reverse' }, 2, who.memberId)
    await put(ledger.lines.slice(2))
    expect(await paperOf(who, {})).toMatchObject({
      minutes: 240,
      services: [{ title: '修水管', minutes: 240 }],
    })
  })

  it('that somebody changed in the database are named, and no certificate says them', async () => {
    const who = await volunteer()
    await put(servicesOf(who, 45))
    await keep(who)
    const { memberId } = who
    const { months } = (await keptOf(who)) ?? {}
    const [month = ''] = Object.keys(months ?? {})
    const wrong = { [`months.${month}.0.minutes`]: 60_000 }
    await collection('ledgerSums').doc(memberId).update({ data: wrong })
    const missummed = async () => {
      const { breaks } = await house.admin.ask('hours.verify', { cursor: 'e.', limit: 50 })
      return breaks.filter(({ what }) => what === 'missummed')
    }
    expect(await missummed()).toEqual([{ memberId, what: 'missummed', seq: 45 }])
    const { token } = await house.signedIn(house.admin.openid)
    const script = await verifyScript('--url', house.cloud.url, '--token', token)
    expect(script.said).toContain(
      `the ledger of ${memberId} has sums up to line 45 that are not what its lines give`,
    )
    expect(await paperOf(who, {})).toMatchObject({ minutes: 45 * 60 })
    // the first certificate from the lines owes them anew
    house.cloud.advance(hourMs + minuteMs)
    await house.cloud.tick()
    expect(await missummed()).toEqual([])
  })

  it('go with their member', async () => {
    const who = await volunteer()
    await put(servicesOf(who, 45))
    await keep(who)
    await who.ask('member.close', {})
    house.cloud.advance(16 * dayMs)
    for (let turn = 0; turn < 6; turn++) {
      house.cloud.advance(5 * minuteMs)
      await house.cloud.tick()
    }
    expect(await keptOf(who)).toBeUndefined()
  })
})
