import { join } from 'node:path'
import type { CertificateIssued } from '#contract/certificate'
import type { HoursVerified } from '#contract/hours'
import type { RawInputOf } from '#contract/operations'
import type { Answer } from '#contract/shared/refusal'
import {
  bookingFrom,
  codeOn,
  openTestHouse,
  type Person,
  type SignedIn,
  type TestHouse,
  volunteerIn,
} from '#support/house'
import { ledgerHands } from '#support/ledgerHands'
import { sdkFor } from '#support/sdk'
import { serve } from '#support/serve'
import { dayMs, hourMs } from '#support/time'
import { verifyScript } from '#support/verifyScript'

let house: TestHouse
let resident: SignedIn
let li: Person
let zhao: Person
let leader: Person
let hands: ReturnType<typeof ledgerHands>

const leaderOf = (teamId: string) => ({ role: 'team_leader', scope: { teamId } }) as const
const code = (answer: Answer<unknown>) => (answer.ok ? 'ok' : answer.code)
const day = (at: number) => new Date(at + 8 * hourMs).toISOString().slice(0, 10)
const today = () => day(house.cloud.now())
const lines = async (who: Person) => (await who.ask('hours.statement', { limit: 50 })).items

/** 李师傅 has 45 recorded and 6000 honour minutes. 赵师傅 has 25 minutes on each of two days. */
beforeAll(async () => {
  house = await openTestHouse()
  hands = ledgerHands(house)
  resident = await house.signedIn('wx_resident')
  li = await house.person('wx_li', [volunteerIn('repair')], '李师傅')
  zhao = await house.person('wx_zhao', [volunteerIn('repair')], '赵师傅')
  leader = await house.person('wx_leader', [leaderOf('repair')], '陈队长')
  await serve(house, resident, li, 45)
  // The reason equals the title of the service, and still both are listed apart.
  const honour = { memberId: li.memberId, minutes: 6000, reason: '水管漏水' }
  const { entryId } = await leader.ask('hours.honour', honour)
  // so much in one month takes an admin's word
  await house.person(house.admin.openid)
  await house.admin.ask('hours.approveHonour', { entryId })
  await serve(house, resident, zhao, 25)
  house.cloud.advance(dayMs)
  await serve(house, resident, zhao, 25)
})
afterAll(() => house.close())

const paperOf = (who: Person, span: RawInputOf<'hours.certificate'> = {}) =>
  who.ask('hours.certificate', span)
/** What anybody with the paper reads without a sign-in. */
const seenBy = async ({
  certificateNo,
  verifyCode,
}: Pick<CertificateIssued, 'certificateNo' | 'verifyCode'>) =>
  (await house.cloud.api(undefined, {
    op: 'certificate.verify',
    input: { certificateNo, verifyCode },
  })) as Answer<{ valid: boolean; reason?: string }>

let seed = 1
/** Expects that the certificate holds, and that it does not while one byte of the ledger is changed. */
async function holdsToTheByte(who: Person, paper: CertificateIssued): Promise<void> {
  expect(await seenBy(paper)).toMatchObject({ ok: true, data: { valid: true } })
  const { seq } = await who.ask('certificate.get', { certificateNo: paper.certificateNo })
  for (let count = 0; count < 3; count++) {
    seed += 7
    const undo = await hands.changeByte(who.memberId, seed, seq)
    expect(await seenBy(paper)).toMatchObject({ ok: true, data: { valid: false, reason: 'ledger_changed' } })
    await undo()
  }
  expect(await seenBy(paper)).toMatchObject({ ok: true, data: { valid: true } })
}

describe('a certificate', () => {
  it('is checked by anybody with the paper, and shows no whole name', async () => {
    const issued = await li.ask('hours.certificate', {}, { commandId: 'paper' })
    expect(await li.ask('hours.certificate', {}, { commandId: 'paper' })).toEqual(issued)
    const seen = await seenBy(issued)
    expect(seen).toMatchObject({
      ok: true,
      data: {
        valid: true,
        nameMasked: '李**',
        minutes: 45,
        honourMinutes: 6000,
        issuer: { name: '土崩坎社区居民委员会' },
      },
    })
    expect(JSON.stringify(seen)).not.toContain('李师傅')
    expect(await seenBy({ ...issued, verifyCode: 'A'.repeat(10) })).toMatchObject({
      ok: false,
      code: 'not_found',
    })
    await holdsToTheByte(li, issued)
  })

  it('holds for its holder what the paper needs: name, number, what was done and when, issuer, ledger', async () => {
    const issued = await paperOf(li)
    const { certificateNo } = issued
    const whole = await li.ask('certificate.get', { certificateNo })
    const statement = await li.ask('hours.statement', {})
    expect(whole).toMatchObject({
      name: '李师傅',
      volunteerNo: statement.volunteerNo,
      minutes: statement.recordedMinutes,
      honourMinutes: statement.honourMinutes,
      issuer: { name: '土崩坎社区居民委员会', contact: '023-0000 0000' },
      seq: 2,
    })
    const on = statement.items.map(({ servedFrom }) => day(servedFrom))
    expect(whole.services).toMatchObject([
      { title: '水管漏水', times: 1, minutes: 6000, honour: true, firstDay: on[0], lastDay: on[0] },
      { title: '水管漏水', times: 1, minutes: 45, firstDay: on[1], lastDay: on[1] },
    ])
    expect(whole.services[1]).not.toHaveProperty('honour')
    expect(code(await zhao.send('certificate.get', { certificateNo }))).toBe('not_found')
    await holdsToTheByte(li, issued)
  })

  it('is refused where there is nothing to prove', async () => {
    expect(code(await resident.send('hours.certificate', {}))).toBe('no_hours')
    const longAgo = { from: '2020-01-01', to: '2020-12-31' }
    expect(code(await li.send('hours.certificate', longAgo))).toBe('no_hours')
    // The refused request lists nothing, and the certificate holds.
    expect((await resident.ask('hours.certificates', {})).items).toEqual([])
    await holdsToTheByte(li, await paperOf(li))
  })

  it('does not hold when a line is missing, or when a line and the whole chain behind it were made anew', async () => {
    const issued = await paperOf(li)
    for (const seq of [1, 2]) {
      const undo = await hands.remove(li.memberId, seq)
      expect(await seenBy(issued)).toMatchObject({ data: { valid: false, reason: 'ledger_changed' } })
      await undo()
    }
    const changes = [{ minutes: 46 }, { title: '水管漏氺' }, { servedFrom: 1 }, { teamId: 'repais' }]
    for (const change of changes) {
      const undo = await hands.rewrite(li.memberId, 1, change, true)
      expect(await seenBy(issued)).toMatchObject({ data: { valid: false, reason: 'ledger_changed' } })
      await undo()
    }
    await holdsToTheByte(li, issued)
  })

  it('stays good when later lines come', async () => {
    const issued = await paperOf(li)
    await serve(house, resident, li, 30)
    await holdsToTheByte(li, issued)
  })

  it('is revoked with a line it counts, and not with one of other days; its holder is told', async () => {
    const [late, early] = await lines(zhao)
    const earlyDay = day(early?.servedFrom ?? 0)
    const [whole, ofEarly] = [await paperOf(zhao), await paperOf(zhao, { to: earlyDay })]
    await holdsToTheByte(zhao, whole)
    await holdsToTheByte(zhao, ofEarly)
    await leader.ask('hours.reverse', { entryId: late?.entryId ?? '', reason: '时间不对' })
    expect(await seenBy(whole)).toMatchObject({ data: { valid: false, reason: 'revoked' } })
    await holdsToTheByte(zhao, ofEarly)
    const cards = (await zhao.ask('hours.certificates', {})).items
    const stateOf = ({ certificateNo }: CertificateIssued) =>
      cards.find((card) => card.certificateNo === certificateNo)?.state
    expect([stateOf(whole), stateOf(ofEarly)]).toEqual(['revoked', 'valid'])
    expect((await zhao.ask('inbox.list', {})).items.map(({ title }) => title)).toContain('一张服务证明作废了')
  })

  it('is revoked by an admin, with the reason', async () => {
    const issued = await paperOf(li)
    await holdsToTheByte(li, issued)
    const { certificateNo } = issued
    expect(code(await leader.send('certificate.revoke', { certificateNo, reason: '发错了' }))).toBe(
      'forbidden',
    )
    await house.admin.ask('certificate.revoke', { certificateNo, reason: '发错了' })
    expect(await seenBy(issued)).toMatchObject({ data: { valid: false, reason: 'revoked' } })
    expect(await li.ask('certificate.get', { certificateNo })).toMatchObject({
      state: 'revoked',
      revokedReason: '发错了',
    })
  })
})

describe('the digest of a day', () => {
  it('noted outside the database shows a rewriting of the digests as well', async () => {
    house.cloud.advance(dayMs)
    await house.cloud.tick()
    const { token } = await house.signedIn(house.admin.openid)
    const file = join(house.dataDir, 'digests.json')
    const script = (who: string) => verifyScript('--url', house.cloud.url, '--token', who, '--digests', file)
    const latest = await resident.ask('hours.digest', {})
    const first = await script(token)
    expect(first).toMatchObject({ code: 0, said: expect.stringContaining('0 breaks') })
    expect(first.said).toContain(`latest digest: ${latest.day} ${latest.digest}`)
    const digests = sdkFor(house.cloud).database().collection('digests')
    const rewritten = (digest: string) => digests.where({ day: latest.day }).update({ data: { digest } })
    await rewritten('0'.repeat(64))
    const second = await script(token)
    expect(second.code).toBe(1)
    expect(second.said).toContain(`broken: the digest of ${latest.day} is not what its lines give`)
    expect(second.said).toContain(`broken: the digest of ${latest.day} is not the one noted in ${file}`)
    await rewritten(latest.digest)
    for (const who of [resident.token, '-Ab3', '--Ab3'])
      expect(await script(who)).toMatchObject({ code: 1, said: expect.stringContaining("an admin's word") })
  })

  it('shows a chain that was rewritten whole, which the chain alone cannot show', async () => {
    house.cloud.advance(dayMs)
    await house.cloud.tick()
    const published = await resident.ask('hours.digest', {})
    expect(published).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const verified = () => house.admin.ask('hours.verify', {})
    expect(await verified()).toMatchObject({ chains: 2, breaks: [] })
    const broken = await hands.rewrite(li.memberId, 1, { minutes: 99 }, false)
    expect((await verified()).breaks).toContainEqual({
      ...{ memberId: li.memberId, what: 'changed', seq: 1 },
    })
    await broken()
    const undo = await hands.rewrite(li.memberId, 1, { minutes: 99 }, true)
    // The volunteer's own document notes the last line of the chain.
    const tail = (await hands.ledger(li.memberId)).at(-1)
    expect((await verified()).breaks).toContainEqual({
      ...{ memberId: li.memberId, what: 'rewritten', seq: tail?.seq },
    })
    const [, before] = await hands.note(li.memberId, { hoursHash: tail?.hash ?? '' })
    const { breaks } = await verified()
    // without the deployment's key neither the lines nor the note can be marked anew
    const { memberId } = li
    const forged = (await hands.ledger(memberId)).map(({ seq }) => ({ memberId, what: 'forged', seq }))
    expect(breaks).toEqual(
      expect.arrayContaining([...forged, { memberId, what: 'misnoted', seq: tail?.seq }]),
    )
    expect(breaks).toContainEqual({ day: expect.any(String) })
    await undo()
    await before()
    expect((await verified()).breaks).toEqual([])
  })

  it('is made once for each day, also after a gap', async () => {
    house.cloud.advance(4 * dayMs)
    await Promise.all([house.cloud.tick(), house.cloud.tick()])
    const latest = await resident.ask('hours.digest', {})
    expect(latest.entries).toBe(0)
    expect(latest.day < today()).toBe(true)
  })
})

describe('lines that were removed', () => {
  const walk = async () => {
    const breaks: HoursVerified['breaks'] = []
    for (let cursor: string | undefined; ; ) {
      const page = await house.admin.ask('hours.verify', { limit: 1, ...(cursor && { cursor }) })
      breaks.push(...page.breaks)
      cursor = page.nextCursor
      if (!cursor) return breaks.filter((each) => 'memberId' in each)
    }
  }
  const scripted = async () => {
    const { token } = await house.signedIn(house.admin.openid)
    return verifyScript('--url', house.cloud.url, '--token', token)
  }

  it.each<[string, (last: number) => number[], (last: number) => object, (last: number) => string]>([
    ['first', () => [1], () => ({ what: 'missing', seq: 1, until: 1 }), () => 'lacks line 1: removed'],
    ['middle', () => [2], () => ({ what: 'missing', seq: 2, until: 2 }), () => 'lacks line 2: removed'],
    [
      'last',
      (last) => [last],
      (last) => ({ what: 'missing', seq: last, until: last }),
      (last) => `lacks line ${last}: removed`,
    ],
    [
      'whole chain of',
      (last) => Array.from({ length: last }, (_, index) => index + 1),
      (last) => ({ what: 'missing', seq: 1, until: last, whole: true }),
      (last) => `is gone: it had ${last} lines`,
    ],
  ])(
    'the %s lines are named, whose and which',
    async (_, which, found, words) => {
      const { memberId } = zhao
      while ((await hands.ledger(memberId)).length < 3) {
        house.cloud.advance(dayMs)
        await serve(house, resident, zhao, 25)
      }
      expect(await walk()).toEqual([])
      const last = (await hands.ledger(memberId)).length
      const undone = []
      for (const seq of which(last)) undone.push(await hands.remove(memberId, seq))
      expect(await walk()).toEqual([{ memberId, ...found(last) }])
      const script = await scripted()
      expect(script.code).toBe(1)
      expect(script.said).toContain(`broken: the ledger of ${memberId} ${words(last)}`)
      for (const undo of undone) await undo()
      expect(await walk()).toEqual([])
    },
    300_000,
  )

  it('are named even if a later line has taken their number', async () => {
    const { memberId } = zhao
    const lines = await hands.ledger(memberId)
    const last = lines.length
    const undo = await hands.remove(memberId, last)
    house.cloud.advance(dayMs)
    await serve(house, resident, zhao, 25)
    expect((await hands.ledger(memberId)).length).toBe(last)
    expect(await walk()).toEqual([{ memberId, what: 'rewritten', seq: last }])
    const { communityId, day: served } = (await hands.ledger(memberId)).at(-1) ?? {}
    await undo()
    // the line that took the number is gone, and so are its minutes
    await hands.changeSums(`${communityId}_${served}`, { byTeam: {}, byProject: {}, byMember: {} })
    expect(await walk()).toEqual([])
  })

  it('are named, and so is a ledger that its volunteer’s document does not note', async () => {
    const { memberId } = zhao
    const lines = (await hands.ledger(memberId)).length
    house.cloud.advance(dayMs)
    const [, back] = await hands.note(memberId, { hoursLines: 0 })
    expect(await walk()).toEqual([{ memberId, what: 'unnoted', seq: lines }])
    await back()
    expect(await walk()).toEqual([])
  })

  it('takes no cursor of another list', async () => {
    for (const cursor of ['m.', 'm.x', 'zzz'])
      expect(code(await house.admin.send('hours.verify', { cursor }))).toBe('invalid_input')
  })
})

describe('what somebody with the database alone wrote', () => {
  const breaks = async () => {
    const found: HoursVerified['breaks'] = []
    for (let cursor: string | undefined; ; ) {
      const page = await house.admin.ask('hours.verify', { ...(cursor && { cursor }) })
      found.push(...page.breaks)
      cursor = page.nextCursor
      if (!cursor) return found
    }
  }
  const scripted = async () => {
    const { token } = await house.signedIn(house.admin.openid)
    return verifyScript('--url', house.cloud.url, '--token', token)
  }

  it('behind the note is named, and a real line of which the note does not know yet is not', async () => {
    const { memberId } = zhao
    const [before] = await hands.note(memberId, {})
    await serve(house, resident, zhao, 25)
    await house.cloud.tick()
    // as if the function had died between the line and its note
    const [, noted] = await hands.note(memberId, before)
    expect(await breaks()).toEqual([])
    const last = (await hands.ledger(memberId)).at(-1)
    for (const mark of [undefined, last?.mark]) {
      const undo = await hands.append(memberId, 600, mark)
      expect(await breaks()).toEqual([
        { memberId, what: 'forged', seq: (last?.seq ?? 0) + 1 },
        { day: last?.day, what: 'sums' },
      ])
      expect((await scripted()).said).toContain(
        `has at line ${(last?.seq ?? 0) + 1} a line that this deployment`,
      )
      await undo()
    }
    await noted()
    expect(await breaks()).toEqual([])
  })

  it('into the sums of a day is named, and sums that are about to be made are not', async () => {
    const { communityId, day: served = '' } = (await hands.ledger(li.memberId))[0] ?? {}
    house.cloud.advance(dayMs)
    const undo = await hands.changeSums(`${communityId}_${served}`, { byTeam: {} })
    expect(await breaks()).toEqual([{ day: served, what: 'sums' }])
    expect((await scripted()).said).toContain(`broken: the sums of ${served} are not what its lines give`)
    await undo()
    expect(await breaks()).toEqual([])
    await serve(house, resident, li, 30)
    // of a line that was credited within ten minutes the sums may not have been made
    house.cloud.advance(2 * hourMs)
    const { bookingId } = await resident.ask('booking.request', bookingFrom(house.cloud.now()))
    await li.ask('booking.claim', { bookingId })
    house.cloud.advance(hourMs)
    await li.ask('booking.checkIn', { bookingId, code: await codeOn(house, resident, bookingId) })
    house.cloud.advance(30 * 60_000)
    await li.ask('booking.checkOut', { bookingId, code: await codeOn(house, resident, bookingId) })
    await resident.ask('booking.confirm', { bookingId, stars: 5 })
    const fresh = (await hands.ledger(li.memberId)).at(-1)?.day ?? ''
    // sums of a day that owes a recount are shown to nobody
    expect(await breaks()).toEqual([])
    await house.cloud.tick()
    const back = await hands.changeSums(`${communityId}_${fresh}`, {
      byTeam: {},
      byProject: {},
      byMember: {},
    })
    expect(await breaks()).toEqual([])
    house.cloud.advance(hourMs)
    expect(await breaks()).toEqual([{ day: fresh, what: 'sums' }])
    await back()
    expect(await breaks()).toEqual([])
  })

  it.each([
    ['name', { name: '王麻子' }],
    ['issuer', { issuer: { name: '别的社区' } }],
    ['minutes', { minutes: 4500 }],
    ['services', { services: [] }],
    ['span', { from: '2020-01-01' }],
  ])('into a certificate’s %s makes it invalid for that reason', async (_, change) => {
    const issued = await paperOf(li)
    const undo = await hands.changePaper(issued.certificateNo, change)
    const seen = await seenBy(issued)
    expect(seen).toMatchObject({ data: { valid: false, reason: 'words_changed', nameMasked: '' } })
    expect(JSON.stringify(seen)).not.toMatch(/王|别的社区|4500/)
    const what = 'words_changed'
    expect(await breaks()).toEqual([{ certificateNo: issued.certificateNo, what }])
    expect((await scripted()).said).toContain(
      `the certificate ${issued.certificateNo} does not say what was issued`,
    )
    await undo()
    await holdsToTheByte(li, issued)
    expect(await breaks()).toEqual([])
  })

  it('is told from a certificate without marks, which was issued before there were any', async () => {
    const issued = await paperOf(li)
    const bare = sdkFor(house.cloud).database().collection('certificates').doc(issued.certificateNo)
    const { data } = (await bare.get()) as unknown as { data: { _id: string; marks?: object } }
    const { _id: _, marks, ...rest } = data
    expect(marks).toBeDefined()
    await bare.set({ data: rest })
    // digests with marks are older than this certificate
    expect(await seenBy(issued)).toMatchObject({
      data: { valid: false, reason: 'words_changed', unmarked: true },
    })
    const digests = sdkFor(house.cloud).database().collection('digests')
    const remove = sdkFor(house.cloud).database().command.remove()
    await digests
      .where({ day: sdkFor(house.cloud).database().command.gte('') })
      .update({ data: { mark: remove } })
    expect(await seenBy(issued)).toMatchObject({ data: { valid: true, unmarked: true } })
    const { unmarkedCertificates } = await house.admin.ask('hours.verify', { cursor: 'c.' })
    expect(unmarkedCertificates).toBe(1)
  })
})

describe('hours:verify on a data folder', () => {
  it('says how much it read, names a line that was changed, and asks for nothing but the folder', async () => {
    const { memberId } = li
    const undo = await hands.rewrite(memberId, 1, { title: '水管漏氺' }, false)
    await house.pause()
    const broken = await verifyScript('--data', house.dataDir)
    await house.resume()
    expect(broken.code).toBe(1)
    expect(broken.said).toContain(`broken: the ledger of ${memberId} does not follow at line 1`)
    await undo()
    await house.pause()
    const whole = await verifyScript('--data', house.dataDir)
    await house.resume()
    expect(whole).toMatchObject({
      code: 0,
      said: expect.stringMatching(/2 ledgers, \d+ lines, \d+ certificates, 0 breaks/),
    })
  })
})
