import { appoint, bookingFrom, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { sdkFor } from '#support/sdk'

let house: TestHouse
let wang: Person
let daughter: Person
let worker: Person

beforeAll(async () => {
  house = await openTestHouse()
  await register('wx_wang', '王奶奶', 'grid1', '13900001111')
  await register('wx_far', '远邻', 'grid2', '13900002222')
  wang = await house.person('wx_wang')
  daughter = await house.person('wx_daughter', [], '小王')
  worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }], '小刘')
})
afterAll(() => house.close())

async function register(openid: string, name: string, gridId: string, phone: string): Promise<string> {
  const registered = await house.stranger(openid).send('member.register', {
    name,
    phone,
    gridId,
    estateId: 'huochai',
    building: '3栋',
    unit: '2-1',
    consents: [
      { kind: 'service', version: '2026-11' },
      { kind: 'sensitive', version: '2026-11' },
    ],
  })
  if (!registered.ok) throw new Error(registered.code)
  return registered.data.memberId
}

const inboxOf = async (person: Person) => (await person.ask('inbox.list', {})).items

describe('a proxy', () => {
  it('may act only after the member has appointed them', async () => {
    const input = bookingFrom(house.cloud.now())
    expect(await daughter.send('booking.request', input, { actingFor: wang.memberId })).toMatchObject({
      code: 'forbidden',
    })
    expect(await daughter.send('booking.request', input, { actingFor: 'm_nobody' })).toMatchObject({
      code: 'forbidden',
    })
    expect(await wang.send('member.appointProxy', { memberId: wang.memberId })).toMatchObject({
      code: 'proxy_self',
    })
    const { proxies } = await wang.ask('member.appointProxy', { memberId: daughter.memberId })
    const listed = { memberId: daughter.memberId, name: '小王', since: expect.any(Number) }
    expect(proxies).toEqual([{ ...listed, asksUntil: expect.any(Number) }])
    expect((await daughter.ask('member.me', {})).member).toMatchObject({
      actsFor: [],
      askedToAct: [{ memberId: wang.memberId, name: '王奶奶' }],
    })
    expect(await daughter.send('booking.request', input, { actingFor: wang.memberId })).toMatchObject({
      code: 'forbidden',
    })
    const agree = () => daughter.ask('member.acceptProxy', { memberId: wang.memberId })
    expect(await agree()).toEqual({ state: 'active' })
    expect(await agree()).toEqual({ state: 'active' })
    expect((await wang.ask('member.me', {})).member?.proxies).toEqual([listed])
    expect((await inboxOf(wang))[0]).toMatchObject({ title: '代办人同意了' })
    expect((await daughter.ask('member.me', {})).member?.actsFor).toMatchObject([
      { memberId: wang.memberId, name: '王奶奶' },
    ])
    expect((await inboxOf(daughter))[0]).toMatchObject({ title: '有人请您代办' })
  })

  it('books as the member, and both are told who did it', async () => {
    const acting = { actingFor: wang.memberId, commandId: 'for-grandmother' }
    const input = bookingFrom(house.cloud.now())
    const { bookingId } = await daughter.ask('booking.request', input, acting)
    expect(await daughter.ask('booking.request', input, acting)).toEqual({ bookingId, state: 'open' })
    expect((await wang.ask('booking.list', { scope: 'mine' })).items.map((card) => card.bookingId)).toContain(
      bookingId,
    )
    expect((await daughter.ask('booking.list', { scope: 'mine' })).items).toEqual([])
    const seen = await wang.ask('booking.get', { bookingId })
    expect(seen).toMatchObject({ part: 'requester' })
    expect(seen.timeline[0]).toMatchObject({ event: 'requested', who: '小王', onBehalf: true })
    const told = (await inboxOf(wang)).filter((notice) => notice.bookingId === bookingId)
    expect(told).toMatchObject([
      { title: '有人替您办了事', text: expect.stringContaining('小王替您预约了服务') },
    ])
    expect((await inboxOf(daughter)).filter((notice) => notice.bookingId === bookingId)).toMatchObject([
      { title: '代办记录', text: expect.stringContaining('王奶奶') },
    ])
  })

  it('is not the member in anything else', async () => {
    for (const op of ['member.me', 'hours.statement', 'inbox.list', 'desk.list', 'member.accessLog'] as const)
      expect(await daughter.send(op, {}, { actingFor: wang.memberId })).toMatchObject({ code: 'forbidden' })
    expect(
      await daughter.send('member.appointProxy', { memberId: worker.memberId }, { actingFor: wang.memberId }),
    ).toMatchObject({ code: 'forbidden' })
  })

  it('files a request as the member, reads it, and both are told', async () => {
    const acting = { actingFor: wang.memberId }
    const filing = { category: 'parking_shed', description: '车棚漏雨', gridId: 'grid1' }
    const { requestId } = await daughter.ask('request.file', filing, acting)
    expect((await wang.ask('request.list', { scope: 'mine' })).items).toMatchObject([{ requestId }])
    expect((await daughter.ask('request.list', { scope: 'mine' })).items).toEqual([])
    const seen = await daughter.ask('request.get', { requestId }, acting)
    expect(seen).toMatchObject({ part: 'requester', timeline: [{ event: 'filed', onBehalf: true }] })
    expect((await inboxOf(wang))[0]).toMatchObject({
      requestId,
      text: expect.stringContaining('小王替您反映了问题。'),
    })
    expect((await inboxOf(daughter))[0]).toMatchObject({ requestId, title: '代办记录' })
  })

  it('sees what everybody sees with the member’s eyes', async () => {
    const acting = { actingFor: wang.memberId }
    for (const op of ['community.get', 'team.list'] as const)
      expect(await daughter.send(op, {}, acting)).toMatchObject({ ok: true })
    expect(await daughter.send('activity.list', { when: 'upcoming' }, acting)).toMatchObject({ ok: true })
  })

  it('gets no role of the member: what leaders and admins read stays closed', async () => {
    const leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }])
    const admin = await house.person(house.admin.openid)
    const { bookingId } = await wang.ask('booking.request', bookingFrom(house.cloud.now()))
    for (const officer of [leader, admin]) {
      expect(await officer.ask('booking.get', { bookingId })).toMatchObject({ part: 'staff' })
      await appoint(officer, daughter)
      const acting = { actingFor: officer.memberId }
      for (const op of ['booking.get', 'booking.slip'] as const)
        expect(await daughter.send(op, { bookingId }, acting)).toMatchObject({ code: 'not_found' })
      expect((await daughter.ask('booking.list', { scope: 'team' }, acting)).items).toEqual([])
      expect((await daughter.ask('request.list', { scope: 'queue' }, acting)).items).toEqual([])
    }
  })

  it('is whom they ask a few times a day at most, and hears of it once; who declines is left alone', async () => {
    const asker = await house.person('wx_asker', [], '爱请人的')
    const target = { memberId: worker.memberId }
    for (let round = 0; round < 3; round++) {
      await asker.ask('member.appointProxy', target)
      await asker.ask('member.dismissProxy', target)
    }
    expect(await asker.send('member.appointProxy', target)).toMatchObject({ code: 'proxies_spent' })
    const heard = (await inboxOf(worker)).filter(({ text }) => text.includes('爱请人的'))
    expect(heard).toHaveLength(1)
    expect(await worker.send('member.acceptProxy', { memberId: asker.memberId })).toMatchObject({
      code: 'proxy_over',
    })
    await house.cloud.advance(25 * 3_600_000)
    await asker.ask('member.appointProxy', target)
    expect(await worker.ask('member.declineProxy', { memberId: asker.memberId })).toEqual({ state: 'ended' })
    expect((await inboxOf(asker))[0]).toMatchObject({ title: '对方没有同意代办' })
    expect(await asker.send('member.appointProxy', target)).toMatchObject({ code: 'proxy_declined' })
    expect((await worker.ask('member.me', {})).member).not.toHaveProperty('askedToAct')
  })

  it('is no longer asked once the week is over; the member hears that nobody answered', async () => {
    const asker = await house.person('wx_patient', [], '有耐心的')
    await asker.ask('member.appointProxy', { memberId: worker.memberId })
    await house.cloud.advance(7 * 24 * 3_600_000)
    await house.cloud.tick()
    expect((await asker.ask('member.me', {})).member?.proxies).toEqual([])
    expect((await inboxOf(asker))[0]).toMatchObject({ title: '请人代办没有回音' })
    expect(await worker.send('member.acceptProxy', { memberId: asker.memberId })).toMatchObject({
      code: 'proxy_over',
    })
  })

  it('may not act after the dismissal; a late repeat of the appointment changes nothing', async () => {
    const appoint = () =>
      wang.ask('member.appointProxy', { memberId: daughter.memberId }, { commandId: 'appoint-again' })
    await appoint()
    expect(await wang.ask('member.dismissProxy', { memberId: daughter.memberId })).toEqual({ proxies: [] })
    expect(await appoint()).toEqual({ proxies: [] })
    expect(
      await daughter.send('booking.list', { scope: 'mine' }, { actingFor: wang.memberId }),
    ).toMatchObject({ code: 'forbidden' })
    expect(await wang.send('member.dismissProxy', { memberId: 'm_nobody' })).toMatchObject({
      code: 'not_found',
    })
  })
})

describe('a grid worker', () => {
  it('acts for a resident of their grid, and for nobody else’s', async () => {
    const input = bookingFrom(house.cloud.now())
    const far = await house.person('wx_far')
    expect(await worker.send('booking.request', input, { actingFor: far.memberId })).toMatchObject({
      code: 'forbidden',
    })
    const { bookingId } = await worker.ask('booking.request', input, { actingFor: wang.memberId })
    expect((await wang.ask('booking.get', { bookingId })).timeline[0]).toMatchObject({
      who: '小刘',
      onBehalf: true,
    })
  })

  it('does not confirm in a resident’s name a request that they resolved themselves', async () => {
    const filing = { category: 'parking_shed', description: '车棚没有灯', gridId: 'grid1' }
    const { requestId } = await wang.ask('request.file', filing)
    await worker.ask('request.resolve', { requestId, resolution: '已装灯' })
    const acting = { actingFor: wang.memberId }
    expect(await worker.send('request.rate', { requestId, satisfied: true }, acting)).toMatchObject({
      code: 'own_work',
    })
    expect(await wang.ask('request.rate', { requestId, satisfied: true })).toMatchObject({ state: 'closed' })
  })

  it('sees who waits in their grid, the longest first, masked', async () => {
    await register('wx_new', '新邻居', 'grid1', '13900003333')
    await register('wx_new_far', '外格邻居', 'grid2', '13900004444')
    const { items } = await worker.ask('member.pending', {})
    expect(items).toMatchObject([{ name: '新邻居', state: 'pending', phoneMasked: '139****3333' }])
    expect((await house.admin.ask('member.pending', {})).items.map(({ name }) => name)).toEqual([
      '新邻居',
      '外格邻居',
    ])
  })

  it.each([
    ['a whole name', '王奶奶'],
    ['a name with a space in it', '王 奶奶'],
    ['a number with spaces', '139 0000 1111'],
    ['a number with the country’s', '+86 139-0000-1111'],
    ['a number with the country’s and no plus', '8613900001111'],
    ['a number in full width', '１３９　００００　１１１１'],
  ])('finds people of their grid by %s', async (_, q) => {
    expect((await worker.ask('member.search', { q })).items).toMatchObject([
      { memberId: wang.memberId, phoneMasked: '139****1111' },
    ])
  })

  it('finds a name whatever dot, space or width it is written with, and a namesake of another grid takes no place', async () => {
    const memberId = await register('wx_dots', '阿依・古丽 B', 'grid1', '13900005555')
    for (const dot of ['•', '・', '·', '‧', '･', '．', ' · '])
      for (const letter of ['B', 'b', 'Ｂ'])
        expect((await worker.ask('member.search', { q: `阿依${dot}古丽${letter}` })).items).toMatchObject([
          { memberId, name: '阿依・古丽 B' },
        ])
    for (let namesake = 0; namesake < 21; namesake++)
      await register(`wx_namesake_${namesake}`, '李小明', 'grid2', `139010000${10 + namesake}`)
    const near = await register('wx_namesake_near', '李小明', 'grid1', '13901009999')
    expect((await worker.ask('member.search', { q: '李 小明' })).items).toMatchObject([{ memberId: near }])
  })

  it('finds who registered before names had a key, once the timer has passed', async () => {
    const memberId = await register('wx_before', '陈•阿婆', 'grid1', '13900006666')
    const database = sdkFor(house.cloud).database()
    const stored = database.collection('members').where({ _id: memberId })
    await stored.update({ data: { nameKey: database.command.remove() } })
    const found = async () => (await worker.ask('member.search', { q: '陈·阿婆' })).items
    expect(await found()).toEqual([])
    await house.cloud.tick()
    expect(await found()).toMatchObject([{ memberId }])
  })

  it('does not find people of other grids, or by half a name', async () => {
    for (const q of ['远邻', '13900002222', '王'])
      expect((await worker.ask('member.search', { q })).items).toEqual([])
  })

  it('opens sealed fields for a reason that the person reads', async () => {
    const opened = await worker.ask('member.reveal', {
      memberId: wang.memberId,
      fields: ['phone', 'door', 'birth'],
      reason: '电话核对登记',
    })
    expect(opened).toEqual({ phone: '+8613900001111', door: '火柴新村 3栋 2-1' })
    expect((await wang.ask('member.accessLog', {})).items[0]).toEqual({
      at: expect.any(Number),
      viewerName: '小刘',
      fields: ['phone', 'door', 'birth'],
      reason: '电话核对登记',
    })
    const far = await house.person('wx_far')
    expect(
      await worker.send('member.reveal', { memberId: far.memberId, fields: ['phone'], reason: '看看' }),
    ).toMatchObject({ code: 'not_found' })
    expect((await far.ask('member.accessLog', {})).items).toEqual([])
  })
})

describe('somebody’s relatives', () => {
  const needs = '耳朵背，请敲重一点'
  const relatives = async (person: Person) => (await person.ask('member.dependents', {})).items

  it('are shown to the member with what to mind, and changed by the member', async () => {
    const { dependentId } = await wang.ask('member.addDependent', {
      ...{ name: '老李', relation: '老伴', needs, consentNote: '当面说好' },
      ...{ birthDay: '1940-05-06', birthCalendar: 'lunar' },
    })
    const birth = { day: '1940-05-06', calendar: 'lunar' }
    expect(await relatives(wang)).toEqual([{ dependentId, name: '老李', relation: '老伴', needs, birth }])
    await wang.ask('member.editDependent', { dependentId, needs: '上下楼慢', birthDay: null })
    expect(await relatives(wang)).toEqual([
      { dependentId, name: '老李', relation: '老伴', needs: '上下楼慢' },
    ])
    expect(await daughter.send('member.editDependent', { dependentId, needs })).toMatchObject({
      code: 'not_found',
    })
  })

  it('keep a later change when an earlier one arrives once more', async () => {
    const [{ dependentId } = { dependentId: '' }] = await relatives(wang)
    const earlier = { commandId: 'needs-first' }
    await wang.ask('member.editDependent', { dependentId, needs: '先说的' }, earlier)
    await wang.ask('member.editDependent', { dependentId, needs })
    await wang.ask('member.editDependent', { dependentId, needs: '先说的' }, earlier)
    expect(await relatives(wang)).toMatchObject([{ needs }])
  })

  it('are booked for by the proxy and the worker, who see who they are and not what to mind', async () => {
    const acting = { actingFor: wang.memberId }
    await appoint(wang, daughter)
    const [{ dependentId } = { dependentId: '' }] = await relatives(wang)
    for (const helper of [daughter, worker]) {
      expect((await helper.ask('member.dependents', {}, acting)).items).toEqual([
        { dependentId, name: '老李', relation: '老伴' },
      ])
      const input = bookingFrom(house.cloud.now(), { forDependentId: dependentId })
      const { bookingId } = await helper.ask('booking.request', input, acting)
      expect((await wang.ask('booking.get', { bookingId })).forName).toBe('老李')
    }
    const far = await house.person('wx_far')
    expect(await far.send('member.dependents', {}, acting)).toMatchObject({ code: 'forbidden' })
  })

  it('are known to who comes for them, while they come, and that is on record', async () => {
    const volunteer = await house.person('wx_for_li', [volunteerIn('repair')], '周师傅')
    const [{ dependentId } = { dependentId: '' }] = await relatives(wang)
    const window = { from: house.cloud.now() + 9 * 3_600_000, to: house.cloud.now() + 10 * 3_600_000 }
    const input = bookingFrom(house.cloud.now(), { forDependentId: dependentId, window })
    const { bookingId } = await wang.ask('booking.request', input)
    expect((await volunteer.ask('booking.get', { bookingId })).contact).toBeUndefined()
    await volunteer.ask('booking.claim', { bookingId })
    expect((await volunteer.ask('booking.get', { bookingId })).contact).toMatchObject({ needs })
    expect((await wang.ask('member.accessLog', {})).items[0]).toMatchObject({
      ...{ viewerName: '周师傅', fields: ['phone', 'door', 'needs'], bookingId },
    })
    await volunteer.ask('booking.release', { bookingId, reason: '临时有事' })
    expect(JSON.stringify(await volunteer.ask('booking.get', { bookingId }))).not.toContain(needs)
  })

  it('leave no text behind when they are removed, and a late repeat does not add them again', async () => {
    const adding = { commandId: 'add-aunt' }
    const aunt = { name: '二姑', relation: '其他亲属', consentNote: '电话里说好' }
    const { dependentId } = await wang.ask('member.addDependent', aunt, adding)
    await wang.ask('member.removeDependent', { dependentId })
    expect(await wang.ask('member.addDependent', aunt, adding)).toEqual({ dependentId })
    expect(JSON.stringify(await relatives(wang))).not.toContain('二姑')
    expect(await wang.send('member.editDependent', { dependentId, needs })).toMatchObject({
      code: 'not_found',
    })
  })
})

describe('another telephone number', () => {
  it('is the one a volunteer on the way sees, and the one a worker finds the person by', async () => {
    const mover = await house.person('wx_mover', [], '换号的人')
    const volunteer = await house.person('wx_caller', [volunteerIn('repair')], '打电话的人')
    const { bookingId } = await mover.ask('booking.request', bookingFrom(house.cloud.now()))
    await volunteer.ask('booking.claim', { bookingId })
    const change = { commandId: 'new-number' }
    const told = { phoneMasked: '138****1234' }
    expect(
      await mover.ask('member.changePhone', { phone: '138 0000 1234'.replaceAll(' ', '') }, change),
    ).toEqual(told)
    expect((await volunteer.ask('booking.get', { bookingId })).contact).toMatchObject({
      phone: '+8613800001234',
    })
    expect((await house.admin.ask('member.search', { q: '13800001234' })).items).toMatchObject([
      { memberId: mover.memberId },
    ])
    await mover.ask('member.changePhone', { phone: '13800005678' })
    expect(await mover.ask('member.changePhone', { phone: '13800001234' }, change)).toEqual({
      phoneMasked: '138****5678',
    })
    expect(await mover.ask('member.changePhone', {})).toEqual({})
    expect((await volunteer.ask('booking.get', { bookingId })).contact).not.toHaveProperty('phone')
  })

  it('is written down by a worker for who comes to the counter, and both are told', async () => {
    await worker.ask('member.changePhone', { phone: '13900001111' }, { actingFor: wang.memberId })
    expect((await wang.ask('inbox.list', {})).items[0]).toMatchObject({ title: '有人替您办了事' })
  })
})

describe('who looked at my information', () => {
  it('has a volunteer’s opening of door and phone, once an hour however often they look', async () => {
    const volunteer = await house.person('wx_volunteer', [volunteerIn('repair')], '李师傅')
    const { bookingId } = await wang.ask('booking.request', bookingFrom(house.cloud.now()))
    await volunteer.ask('booking.claim', { bookingId })
    for (let look = 0; look < 3; look++) await volunteer.ask('booking.get', { bookingId })
    const lines = (await wang.ask('member.accessLog', {})).items.filter(
      (line) => line.bookingId === bookingId,
    )
    expect(lines).toMatchObject([
      { viewerName: '李师傅', fields: ['phone', 'door'], reason: 'booking_claimed' },
    ])
  })
})

describe('a consent', () => {
  it('to what is sensitive is asked apart: without it nothing is booked, opened or written down', async () => {
    const registered = await house.stranger('wx_half').send('member.register', {
      ...{ name: '半同意', phone: '13900008888', gridId: 'grid1', estateId: 'huochai' },
      ...{ building: '3栋', unit: '8-1', consents: [{ kind: 'service', version: '2026-11' }] },
    })
    if (!registered.ok) throw new Error(registered.code)
    const { memberId } = registered.data
    await worker.ask('member.verify', { memberId, accept: true })
    const half = await house.person('wx_half')
    const relative = { name: '老人', relation: '母亲', consentNote: '当面说好' }
    expect(await half.send('booking.request', bookingFrom(house.cloud.now()))).toMatchObject({
      code: 'consent_needed',
    })
    expect(await half.send('member.addDependent', { ...relative, needs: '耳朵背' })).toMatchObject({
      code: 'consent_needed',
    })
    expect(await half.send('member.addDependent', relative)).toMatchObject({ ok: true })
    const opened = await worker.ask('member.reveal', {
      ...{ memberId, fields: ['phone', 'door'], reason: '核对登记' },
    })
    expect(opened).toEqual({ phone: '+8613900008888' })
    await half.ask('member.consent', { kind: 'sensitive', version: '2026-11', given: true })
    expect(await half.send('booking.request', bookingFrom(house.cloud.now()))).toMatchObject({ ok: true })
  })

  it('can be withdrawn and given again; every word stays on record', async () => {
    await wang.ask('member.consent', { kind: 'sensitive', version: '2026-11', given: false })
    const { consents } = await wang.ask('member.consent', {
      kind: 'sensitive',
      version: '2026-12',
      given: true,
    })
    expect(
      consents.filter(({ kind }) => kind === 'sensitive').map(({ version, given }) => [version, given]),
    ).toEqual([
      ['2026-11', true],
      ['2026-11', false],
      ['2026-12', true],
    ])
  })
})

describe('an export', () => {
  it('gives the person everything that is held about them, opened, and nothing of others', async () => {
    const own = await wang.ask('member.export', {})
    expect(own.member).toMatchObject({
      name: '王奶奶',
      phone: '+8613900001111',
      door: '火柴新村 3栋 2-1',
      consents: expect.arrayContaining([expect.objectContaining({ kind: 'service' })]),
    })
    expect(own.bookings.length).toBeGreaterThan(1)
    expect(own.bookings[0]).toMatchObject({ description: '厨房水龙头漏水' })
    // The doors of earlier bookings were erased with the withdrawn consent above.
    expect(own.bookings.some(({ contact }) => contact !== undefined)).toBe(false)
    await wang.ask('booking.request', bookingFrom(house.cloud.now()))
    expect((await wang.ask('member.export', {})).bookings[0]).toMatchObject({
      contact: { phone: '+8613900001111', door: '火柴新村 3栋 2-1' },
    })
    expect(own.openings.length).toBeGreaterThan(1)
    await wang.ask('request.file', {
      ...{ category: 'safety', description: '楼道灯不亮', gridId: 'grid1' },
    })
    const more = await wang.ask('member.export', {})
    expect(more.requests).toContainEqual(
      expect.objectContaining({ description: '楼道灯不亮', state: 'filed' }),
    )
    expect(more).toMatchObject({ signups: [], certificates: [], supported: [] })
    const volunteer = await house.person('wx_volunteer')
    const theirs = await volunteer.ask('member.export', {})
    expect(theirs.claimed).toHaveLength(1)
    const text = JSON.stringify(theirs.claimed)
    for (const secret of ['13900001111', '栋', '2-1', '厨房']) expect(text).not.toContain(secret)
    expect(JSON.stringify(own)).not.toContain('"rev"')
  })
})
