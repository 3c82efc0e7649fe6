import { execFile } from 'node:child_process'
import { join } from 'node:path'
import type { Answer } from '#contract/refusal'
import { type HoursEntry, hashOf } from '#core/hours/ledger'
import { bookingFrom, codeOn, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { sdkFor } from '#support/sdk'
import { dayMs, hourMs, minuteMs } from '#support/time'

let house: TestHouse
let resident: Person
let li: Person
let zhao: Person
let leader: Person
let second: Person
let elsewhere: Person

const leaderOf = (teamId: string) => ({ role: 'team_leader', scope: { teamId } }) as const

beforeAll(async () => {
  house = await openTestHouse()
  resident = await house.person('wx_resident')
  li = await house.person('wx_li', [volunteerIn('repair')], '李师傅')
  zhao = await house.person('wx_zhao', [volunteerIn('repair')], '赵师傅')
  leader = await house.person('wx_leader', [volunteerIn('repair'), leaderOf('repair')], '陈队长')
  second = await house.person('wx_second', [leaderOf('repair')], '林队长')
  elsewhere = await house.person('wx_elsewhere', [leaderOf('women')], '别队队长')
}, 60_000)
afterAll(() => house.close())

const code = (answer: Answer<unknown>) => (answer.ok ? 'ok' : answer.code)

/** A whole service, from the booking to the confirmed minutes. */
async function serve(volunteer: Person, minutes: number): Promise<void> {
  const { bookingId } = await resident.ask('booking.request', bookingFrom(house.cloud.now()))
  await volunteer.ask('booking.claim', { bookingId })
  await house.cloud.advance(hourMs)
  await volunteer.ask('booking.checkIn', { bookingId, code: await codeOn(house, resident, bookingId) })
  await house.cloud.advance(minutes * minuteMs + 1000)
  await volunteer.ask('booking.checkOut', { bookingId, code: await codeOn(house, resident, bookingId) })
  await resident.ask('booking.confirm', { bookingId, stars: 5 })
  await house.cloud.advance(2 * hourMs)
}
const honour = async (minutes: number, memberId = li.memberId) =>
  (await leader.ask('hours.honour', { memberId, minutes, reason: '帮邻居搬家' })).entryId
const lines = async (who: Person) => (await who.ask('hours.statement', { limit: 50 })).items
const today = () => new Date(house.cloud.now() + 8 * hourMs).toISOString().slice(0, 10)
const span = { from: '2026-01-01', to: '2026-12-31' }

describe('honour minutes', () => {
  it('count with a second leader’s word, beside the recorded ones and never for the stars', async () => {
    await serve(li, 45)
    const entryId = await honour(6000)
    expect((await li.ask('hours.statement', {})).honourMinutes).toBe(0)
    const { items } = await second.ask('hours.honours', { teamId: 'repair' })
    expect(items).toMatchObject([{ entryId, state: 'proposed', mayDecide: true, proposedBy: '陈队长' }])
    const approved = await second.ask('hours.approveHonour', { entryId })
    expect(approved.entryId).toBe(`${li.memberId}:2`)
    expect(await li.ask('hours.statement', {})).toMatchObject({
      recordedMinutes: 45,
      honourMinutes: 6000,
      totalMinutes: 6045,
      stars: 0,
    })
    expect((await li.ask('inbox.list', {})).items[0]?.title).toBe('荣誉时长已记入')
  })

  it.each([
    ['who proposed them', () => leader, 'second_word'],
    ['a leader of another team', () => elsewhere, 'not_found'],
    ['a volunteer', () => zhao, 'forbidden'],
  ] as const)('are not approved by %s', async (_, who, refusal) => {
    const entryId = await honour(10)
    expect(code(await who().send('hours.approveHonour', { entryId }))).toBe(refusal)
  })

  it('are not for oneself, not for who is in no team of the leader’s, and approved once', async () => {
    const own = { memberId: leader.memberId, minutes: 10, reason: '给自己' }
    expect(code(await leader.send('hours.honour', own))).toBe('own_hours')
    const stranger = { memberId: resident.memberId, minutes: 10, reason: '不是队员' }
    expect(code(await leader.send('hours.honour', stranger))).toBe('not_found')
    const entryId = await honour(20, zhao.memberId)
    const answers = await Promise.all([
      second.send('hours.approveHonour', { entryId }),
      house.admin.send('hours.approveHonour', { entryId }),
      second.send('hours.approveHonour', { entryId }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await zhao.ask('hours.statement', {})).honourMinutes).toBe(20)
  })

  it('that are declined credit nothing', async () => {
    const entryId = await honour(30, zhao.memberId)
    await second.ask('hours.approveHonour', { entryId, accept: false, reason: '已经记过' })
    expect((await zhao.ask('hours.statement', {})).honourMinutes).toBe(20)
    expect((await leader.ask('inbox.list', {})).items[0]?.title).toBe('荣誉时长没有通过')
  })
})

describe('a line that is wrong', () => {
  it('is taken back once by another line, with the reason; both stay', async () => {
    await serve(zhao, 30)
    const [line] = await lines(zhao)
    const entryId = line?.entryId ?? ''
    const reversed = await leader.ask('hours.reverse', { entryId, reason: '没有去' })
    expect(await zhao.ask('hours.statement', {})).toMatchObject({ recordedMinutes: 0, honourMinutes: 20 })
    expect(await lines(zhao)).toMatchObject([
      { entryId: reversed.entryId, kind: 'reversal', minutes: -30, reverses: entryId, reason: '没有去' },
      { entryId, kind: 'recorded', minutes: 30, reversed: true },
      { kind: 'honour', minutes: 20 },
    ])
    expect(code(await second.send('hours.reverse', { entryId, reason: '再扣一次' }))).toBe('already_reversed')
    expect(code(await leader.send('hours.reverse', { entryId: reversed.entryId, reason: '不算' }))).toBe(
      'not_reversible',
    )
    expect((await zhao.ask('inbox.list', {})).items[0]).toMatchObject({ title: '一笔时长被更正' })
  })

  it('is not taken back by oneself, nor by the leader of another team', async () => {
    await serve(leader, 20)
    const [line] = await lines(leader)
    const input = { entryId: line?.entryId ?? '', reason: '改一改' }
    expect(code(await leader.send('hours.reverse', input))).toBe('own_hours')
    expect(code(await elsewhere.send('hours.reverse', input))).toBe('not_found')
  })
})

describe('what is added up', () => {
  it('equals the ledgers: by month, by team, over everybody', async () => {
    const people = [li, zhao, leader]
    const ledgers = (await Promise.all(people.map(lines))).flat()
    const of = (kinds: readonly string[]) =>
      ledgers.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { minutes }) => sum + minutes, 0)
    const report = await leader.ask('report.overview', span)
    expect(report.hours).toMatchObject({
      recordedMinutes: of(['recorded', 'reversal']),
      honourMinutes: of(['honour']),
      byTeam: [{ teamId: 'repair', recordedMinutes: of(['recorded', 'reversal']) }],
      volunteers: 2,
    })
    expect(report.bookings.confirmed).toBe(3)
    const { months } = await li.ask('hours.months', { year: 2026 })
    const statement = await li.ask('hours.statement', {})
    expect(months.reduce((sum, month) => sum + month.recordedMinutes, 0)).toBe(statement.recordedMinutes)
    expect(months.reduce((sum, month) => sum + month.honourMinutes, 0)).toBe(statement.honourMinutes)
  })

  it('names on the leaderboard only who agreed, by recorded minutes', async () => {
    expect((await resident.ask('hours.leaderboard', {})).places).toEqual([])
    await li.ask('member.consent', { kind: 'leaderboard', version: '2026-11', given: true })
    expect(await li.ask('hours.leaderboard', { month: today().slice(0, 7) })).toMatchObject({
      agreed: true,
      places: [{ place: 1, name: '李师傅', minutes: 45, mine: true }],
    })
    await li.ask('member.consent', { kind: 'leaderboard', version: '2026-11', given: false })
    expect((await resident.ask('hours.leaderboard', {})).places).toEqual([])
  })
})

/** What whoever holds the database could do: rewrites a line and, so that the chain holds, every line after it. */
async function rewrite(
  memberId: string,
  seq: number,
  change: Partial<HoursEntry>,
  chain: boolean,
): Promise<() => Promise<void>> {
  const sdk = sdkFor(house.cloud)
  const entries = sdk.database().collection('entries')
  const { data } = (await entries.where({ memberId }).orderBy('seq', 'asc').limit(1000).get()) as unknown as {
    data: HoursEntry[]
  }
  let prev: string | undefined
  for (const entry of data.filter((line) => line.seq >= seq)) {
    const { hash: _, ...rest } = {
      ...entry,
      ...(entry.seq === seq ? change : {}),
      ...(prev === undefined ? {} : { prev }),
    }
    const hash = chain ? hashOf(rest) : entry.hash
    await entries.doc(entry._id).set({ data: without({ ...rest, hash }) })
    if (!chain) break
    prev = hash
  }
  return async () => {
    for (const entry of data) await entries.doc(entry._id).set({ data: without(entry) })
  }
}
const without = ({ _id: _, ...rest }: HoursEntry) => rest

describe('a certificate', () => {
  it('is checked by anybody with the paper, and shows no whole name', async () => {
    const issued = await li.ask('hours.certificate', {}, { commandId: 'paper' })
    expect(await li.ask('hours.certificate', {}, { commandId: 'paper' })).toEqual(issued)
    const { certificateNo, verifyCode } = issued
    const seen = (await house.cloud.api(undefined, {
      op: 'certificate.verify',
      input: { certificateNo, verifyCode },
    })) as Answer<{ valid: boolean; nameMasked: string; minutes: number }>
    expect(seen).toMatchObject({
      ok: true,
      data: {
        valid: true,
        nameMasked: '李**',
        minutes: 45,
        honourMinutes: 6000,
        issuer: { name: '土崩坎社区' },
      },
    })
    expect(JSON.stringify(seen)).not.toContain('李师傅')
    const wrong = await house.cloud.api(undefined, {
      op: 'certificate.verify',
      input: { certificateNo, verifyCode: 'A'.repeat(10) },
    })
    expect(wrong).toMatchObject({ ok: false, code: 'not_found' })
    const whole = await li.ask('certificate.get', { certificateNo })
    const statement = await li.ask('hours.statement', {})
    expect(whole).toMatchObject({ name: '李师傅', minutes: statement.recordedMinutes, seq: 2 })
    expect(whole.services.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(statement.totalMinutes)
    expect(code(await zhao.send('certificate.get', { certificateNo }))).toBe('not_found')
  })

  it('is refused where there is nothing to prove', async () => {
    expect(code(await resident.send('hours.certificate', {}))).toBe('no_hours')
    expect(code(await li.send('hours.certificate', { from: '2020-01-01', to: '2020-12-31' }))).toBe(
      'no_hours',
    )
  })

  it.each<[string, Partial<HoursEntry>]>([
    ['the minutes', { minutes: 46 }],
    ['the title', { title: '水管漏氺' }],
    ['the time', { servedFrom: 1 }],
    ['the team', { teamId: 'repais' }],
    ['the source', { source: 'booking:x' }],
    [
      'the totals',
      { totals: { recordedMinutes: 46, honourMinutes: 0, byTeam: { repair: 46 }, byProject: {} } },
    ],
  ])(
    'holds no more when a byte of %s is changed in the ledger, also with the whole chain made anew',
    async (_, change) => {
      const { certificateNo, verifyCode } = await li.ask('hours.certificate', {})
      const verified = () => li.ask('certificate.verify', { certificateNo, verifyCode })
      for (const chain of [false, true]) {
        const undo = await rewrite(li.memberId, 1, change, chain)
        expect(await verified()).toMatchObject({ valid: false, reason: 'ledger_changed' })
        await undo()
        expect(await verified()).toMatchObject({ valid: true })
      }
    },
  )

  it('is revoked with a line it rests on, and by an admin; its holder is told', async () => {
    await serve(zhao, 25)
    const { certificateNo, verifyCode } = await zhao.ask('hours.certificate', {})
    const [line] = await lines(zhao)
    await leader.ask('hours.reverse', { entryId: line?.entryId ?? '', reason: '时间不对' })
    expect(await zhao.ask('certificate.verify', { certificateNo, verifyCode })).toMatchObject({
      valid: false,
      reason: 'revoked',
    })
    expect((await zhao.ask('inbox.list', {})).items.map(({ title }) => title)).toContain('一张服务证明作废了')
    const other = await li.ask('hours.certificate', {})
    await house.admin.ask('certificate.revoke', { certificateNo: other.certificateNo, reason: '发错了' })
    expect(await li.ask('certificate.verify', other)).toMatchObject({ valid: false, reason: 'revoked' })
    const cards = (await li.ask('hours.certificates', {})).items
    expect(cards.find((card) => card.certificateNo === other.certificateNo)?.state).toBe('revoked')
  })
})

/** `npm run hours:verify` as an operator runs it. */
async function verifyScript(token: string, file: string): Promise<{ said: string; code: number }> {
  const args = ['scripts/hours-verify.mjs', '--url', house.cloud.url, '--token', token, '--digests', file]
  return await new Promise((done) => {
    execFile(process.execPath, args, (error, stdout, stderr) => {
      done({ said: stdout + stderr, code: Number(error?.code ?? 0) })
    })
  })
}

describe('the digest of a day', () => {
  it('noted outside the database shows a rewriting of the digests as well', async () => {
    await house.cloud.advance(dayMs)
    await house.cloud.tick()
    const admin = await house.person(house.admin.openid)
    const file = join(house.dataDir, 'digests.json')
    expect(await verifyScript(admin.token, file)).toMatchObject({
      said: expect.stringContaining('0 breaks'),
      code: 0,
    })
    const latest = await resident.ask('hours.digest', {})
    const digests = sdkFor(house.cloud).database().collection('digests')
    const rewritten = (digest: string) => digests.where({ day: latest.day }).update({ data: { digest } })
    await rewritten('0'.repeat(64))
    expect(await verifyScript(admin.token, file)).toMatchObject({
      said: expect.stringContaining('broken'),
      code: 1,
    })
    await rewritten(latest.digest)
    expect(await verifyScript(resident.token, file)).toMatchObject({
      said: expect.stringContaining('admin'),
      code: 1,
    })
  })

  it('shows a chain that was rewritten whole, which no look at the chain itself could', async () => {
    await house.cloud.advance(dayMs)
    await house.cloud.tick()
    const published = await resident.ask('hours.digest', {})
    expect(published).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(await house.admin.ask('hours.verify', {})).toMatchObject({ chains: 3, breaks: [] })
    const broken = await rewrite(li.memberId, 1, { minutes: 99 }, false)
    expect((await house.admin.ask('hours.verify', {})).breaks).toContainEqual({
      memberId: li.memberId,
      seq: 1,
    })
    await broken()
    const undo = await rewrite(li.memberId, 1, { minutes: 99 }, true)
    const { breaks } = await house.admin.ask('hours.verify', {})
    expect(breaks.some((each) => 'memberId' in each)).toBe(false)
    expect(breaks.some((each) => 'day' in each)).toBe(true)
    await undo()
    expect((await house.admin.ask('hours.verify', {})).breaks).toEqual([])
  })

  it('is made once for each day, also after a gap', async () => {
    await house.cloud.advance(4 * dayMs)
    await Promise.all([house.cloud.tick(), house.cloud.tick()])
    const latest = await resident.ask('hours.digest', {})
    expect(latest.entries).toBe(0)
    expect(latest.day < today()).toBe(true)
    expect((await house.admin.ask('hours.verify', {})).breaks).toEqual([])
  })
})
