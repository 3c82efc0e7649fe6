import type { Grant } from '#contract/member'
import { type Operation, operations } from '#contract/operations'
import type { Answer } from '#contract/shared/refusal'
import {
  appoint,
  bookingFrom,
  dayMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'
import { type Belongings, ownership } from '#support/ownership'

const kinds = [
  'nobody',
  'stranger',
  'pending',
  'resident',
  'volunteer',
  'team_leader',
  'coordinator',
  'grid_worker',
  'officer',
  'admin',
] as const
type Kind = (typeof kinds)[number]

/** What each kind of caller is told at the gate: `-` goes on to the operation itself. */
type Row = Record<Kind, 'unauthenticated' | 'not_registered' | 'not_verified' | 'forbidden' | '-'>

const open: Row = row('-', '-', '-', kinds)
const known: Row = row('unauthenticated', '-', '-', kinds)
const member: Row = row('unauthenticated', 'not_registered', '-', kinds)
const only = (...allowed: Kind[]): Row => row('unauthenticated', 'not_registered', 'not_verified', allowed)
/** Every verified member is a resident. */
const resident = only(
  'resident',
  'volunteer',
  'team_leader',
  'coordinator',
  'grid_worker',
  'officer',
  'admin',
)

function row(
  nobody: Row['nobody'],
  stranger: Row['nobody'],
  pending: Row['nobody'],
  allowed: readonly Kind[],
): Row {
  const others = kinds.slice(3).map((kind) => [kind, allowed.includes(kind) ? '-' : 'forbidden'])
  return { nobody, stranger, pending, ...Object.fromEntries(others) } as Row
}

/** A new operation without a row does not compile. */
const gate: Record<Operation, Row> = {
  'community.get': open,
  'home.get': open,
  'community.whole': only('admin'),
  'community.lacking': only('admin'),
  'community.edit': only('admin'),
  'desk.begin': open,
  'desk.poll': open,
  'desk.approve': member,
  'desk.list': member,
  'desk.logout': member,
  'member.me': open,
  'member.register': known,
  'member.changePhone': resident,
  'member.move': resident,
  'member.rename': resident,
  'member.settleAsked': member,
  'member.verify': only('admin', 'grid_worker'),
  'member.grant': only('admin'),
  'member.revoke': only('admin'),
  'member.roles': only('admin'),
  'member.dependents': resident,
  'member.addDependent': resident,
  'member.editDependent': resident,
  'member.removeDependent': resident,
  'member.appointProxy': resident,
  'member.dismissProxy': member,
  'member.acceptProxy': resident,
  'member.declineProxy': member,
  'member.consent': member,
  'member.pending': only('admin', 'grid_worker'),
  'member.search': only('admin', 'grid_worker'),
  'member.enrol': only('admin', 'grid_worker'),
  'member.adoptCode': only('admin', 'grid_worker'),
  'member.adopt': known,
  'member.import': only('admin'),
  'member.removeDwelling': only('admin'),
  'member.reveal': only('admin', 'coordinator', 'grid_worker', 'team_leader'),
  'member.accessLog': member,
  'member.export': member,
  'member.unfinished': member,
  'member.close': member,
  'member.keep': member,
  'guardian.ask': resident,
  'guardian.answer': resident,
  'guardian.record': only('admin', 'grid_worker'),
  'guardian.endRecord': only('admin', 'grid_worker'),
  'guardian.list': resident,
  'team.list': open,
  'team.get': open,
  'poster.code': open,
  'team.apply': resident,
  'team.decide': only('team_leader', 'admin'),
  'team.mine': member,
  'team.showLicence': only('volunteer'),
  'team.decideLicence': only('team_leader', 'admin'),
  'team.revokeLicence': only('team_leader', 'admin'),
  'team.endProbation': only('team_leader', 'admin'),
  'team.leave': member,
  'team.roster': only('team_leader', 'admin'),
  'booking.request': resident,
  'booking.weeks': member,
  'booking.list': member,
  'booking.get': member,
  'booking.claim': only('volunteer'),
  'booking.release': resident,
  'booking.cancel': resident,
  'booking.change': resident,
  'booking.code': resident,
  'booking.slip': resident,
  'booking.checkIn': resident,
  'booking.checkOut': resident,
  'booking.confirm': resident,
  'booking.object': resident,
  'booking.noShow': resident,
  'booking.appeal': resident,
  'booking.decideNoShow': only('team_leader', 'admin'),
  'booking.noShows': only('team_leader', 'admin'),
  'booking.atRisk': only('team_leader', 'grid_worker', 'admin'),
  'booking.candidates': only('team_leader', 'admin'),
  'booking.dispatch': only('team_leader', 'admin'),
  'booking.invite': only('team_leader', 'admin'),
  'booking.forgotten': only('team_leader', 'admin'),
  'booking.settle': only('team_leader', 'admin'),
  'request.file': resident,
  'guide.apply': resident,
  'pact.assent': resident,
  'pact.paperAssents': only('coordinator', 'officer', 'admin'),
  'pact.papers': only('coordinator', 'officer', 'admin'),
  'pact.propose': resident,
  'pact.proposals': open,
  'pact.vote': resident,
  'pact.proof': open,
  'request.similar': resident,
  'request.support': resident,
  'request.list': member,
  'request.get': open,
  'request.accept': only('grid_worker', 'officer'),
  'request.assign': only('grid_worker', 'officer'),
  'request.progress': only('grid_worker', 'officer'),
  'request.ask': only('grid_worker', 'officer'),
  'request.extend': only('grid_worker', 'officer'),
  'request.escalate': only('grid_worker', 'officer'),
  'request.takeOver': only('grid_worker', 'officer'),
  'request.return': only('grid_worker', 'officer'),
  'request.approve': only('grid_worker', 'officer'),
  'request.resolve': only('grid_worker', 'officer'),
  'request.decline': only('grid_worker', 'officer'),
  'request.publish': only('grid_worker', 'officer'),
  'request.answer': resident,
  'request.rate': resident,
  'request.reopen': resident,
  'request.correct': resident,
  'request.supplement': resident,
  'request.withdraw': resident,
  'request.hands': only('grid_worker', 'officer'),
  'request.rates': only('grid_worker', 'officer', 'admin'),
  'file.begin': member,
  'file.part': member,
  'file.url': open,
  'session.code': only('coordinator', 'team_leader', 'admin'),
  'session.checkIn': resident,
  'session.mark': only('coordinator', 'team_leader', 'admin'),
  'session.walkIn': only('coordinator', 'team_leader', 'admin'),
  'session.undoWalkIn': only('coordinator', 'team_leader', 'admin'),
  'session.roster': only('coordinator', 'team_leader', 'admin'),
  'notice.unreached': only('coordinator', 'team_leader', 'grid_worker', 'admin'),
  'notice.toldByPhone': only('coordinator', 'team_leader', 'grid_worker', 'admin'),
  'session.tell': only('coordinator', 'team_leader', 'admin'),
  'session.tellings': only('coordinator', 'team_leader', 'admin'),
  'session.export': only('coordinator', 'team_leader', 'admin'),
  'session.appeal': resident,
  'session.feedback': resident,
  'session.feedbacks': only('coordinator', 'team_leader', 'admin'),
  'shift.signUp': only('volunteer'),
  'shift.withdraw': resident,
  'shift.checkIn': resident,
  'shift.checkOut': resident,
  'shift.confirm': only('coordinator', 'team_leader', 'admin'),
  'shift.add': only('coordinator', 'team_leader', 'admin'),
  'shift.candidates': only('coordinator', 'team_leader', 'admin'),
  'shift.list': open,
  'shift.mine': member,
  'shift.roster': only('coordinator', 'team_leader', 'admin'),
  'training.stock': only('coordinator', 'admin'),
  'training.handOut': only('coordinator', 'admin'),
  'training.takeBack': only('coordinator', 'admin'),
  'training.stocks': only('coordinator', 'admin'),
  'subsidy.claim': resident,
  'subsidy.withdrawClaim': resident,
  'subsidy.draw': only('coordinator', 'admin'),
  'subsidy.approve': only('coordinator', 'admin'),
  'subsidy.pay': only('coordinator', 'admin'),
  'subsidy.receive': resident,
  'subsidy.reverse': only('coordinator', 'admin'),
  'subsidy.sheet': only('coordinator', 'admin'),
  'subsidy.lines': only('coordinator', 'admin'),
  'subsidy.mine': member,
  'session.signUp': resident,
  'session.withdraw': resident,
  'session.acceptOffer': resident,
  'session.declineOffer': resident,
  'session.changeParty': resident,
  'session.mine': member,
  'session.drawProof': open,
  'activity.saveDraft': only('coordinator', 'team_leader', 'admin'),
  'activity.publish': only('coordinator', 'team_leader', 'admin'),
  'activity.edit': only('coordinator', 'team_leader', 'admin'),
  'activity.copy': only('coordinator', 'team_leader', 'admin'),
  'activity.cancel': only('coordinator', 'team_leader', 'admin'),
  'activity.list': open,
  'activity.get': open,
  'activity.templates': only('coordinator', 'team_leader', 'admin'),
  'activity.birthdays': only('coordinator'),
  'activity.invite': only('coordinator'),
  'activity.addPhotos': only('coordinator', 'team_leader', 'admin'),
  'activity.removePhoto': only('coordinator', 'team_leader', 'admin'),
  'hours.statement': member,
  'hours.honour': only('team_leader'),
  'hours.word': only('coordinator', 'team_leader', 'admin'),
  'hours.words': only('admin'),
  'hours.approveHonour': only('coordinator', 'team_leader', 'admin'),
  'hours.honours': only('coordinator', 'team_leader', 'admin'),
  'hours.reverse': only('team_leader', 'admin'),
  'hours.months': member,
  'hours.leaderboard': open,
  'hours.digest': open,
  'hours.verify': only('admin'),
  'hours.certificate': resident,
  'hours.certificates': member,
  'certificate.get': member,
  'certificate.revoke': only('admin'),
  'certificate.verify': open,
  'training.board': only('coordinator', 'team_leader', 'admin'),
  'training.complete': only('coordinator', 'admin'),
  'training.certificate': member,
  'training.admit': only('coordinator', 'team_leader', 'admin'),
  'report.overview': only('grid_worker', 'officer', 'team_leader', 'coordinator', 'admin'),
  'inbox.list': member,
  'inbox.read': member,
  'notice.allow': member,
  'vacancy.publish': only('coordinator', 'admin'),
  'vacancy.edit': only('coordinator', 'admin'),
  'vacancy.close': only('coordinator', 'admin'),
  'vacancy.list': open,
  'vacancy.get': open,
  'publication.saveDraft': only('coordinator', 'officer', 'admin'),
  'publication.publish': only('coordinator', 'officer', 'admin'),
  'publication.approve': only('coordinator', 'officer', 'admin'),
  'publication.return': only('coordinator', 'officer', 'admin'),
  'publication.edit': only('coordinator', 'officer', 'admin'),
  'publication.retire': only('coordinator', 'officer', 'admin'),
  'publication.list': open,
  'publication.get': open,
  'publication.editions': open,
  'station.say': only('volunteer', 'team_leader', 'coordinator', 'grid_worker', 'officer', 'admin'),
  'standard.figures': open,
  'campaign.gather': only('coordinator', 'officer', 'admin'),
  'campaign.stage': only('coordinator', 'officer', 'admin'),
  'campaign.resolve': only('coordinator', 'officer', 'admin'),
  'campaign.get': open,
  'campaign.requests': only('coordinator', 'officer', 'admin'),
  'campaign.proposed': only('coordinator', 'officer', 'admin'),
  'placement.interest': resident,
  'placement.withdraw': member,
  'placement.pass': only('coordinator', 'admin'),
  'placement.invite': only('coordinator', 'admin'),
  'placement.place': only('coordinator', 'admin'),
  'placement.decline': only('coordinator', 'admin'),
  'placement.leave': only('coordinator', 'admin'),
  'placement.followUp': only('coordinator', 'admin'),
  'placement.list': only('coordinator', 'admin'),
  'placement.mine': member,
  'placement.due': only('coordinator', 'admin'),
  'placement.figures': only('coordinator', 'admin'),
}

/** An input no schema accepts: whoever passes the gate is told so, unless the operation takes anything. */
const wrong = {
  scope: 1,
  teamId: 1,
  memberId: 1,
  bookingId: 1,
  shiftId: 1,
  sessionId: 1,
  dependentId: 1,
  requestId: 1,
  vacancyId: 1,
  publicationId: 1,
  placementId: 1,
  from: 1,
  entryId: 1,
  year: 1,
  month: 1,
  day: 1,
  certificateNo: 1,
  pairId: 1,
  deskId: 1,
  cursor: 1,
  noticeIds: 1,
  templateId: 1,
  name: 1,
  phone: 1,
}

let house: TestHouse
const send: Partial<Record<Kind, (op: Operation) => Promise<{ ok: boolean; code?: string }>>> = {}

beforeAll(async () => {
  house = await openTestHouse()
  send.nobody = (op) => house.cloud.api(undefined, { op, input: wrong }) as never
  const through = (openid: string) => (op: Operation) =>
    house.cloud.call(openid, 'api', { op, input: wrong }) as never
  send.stranger = through('wx_stranger')
  await house.stranger('wx_pending').send('member.register', {
    name: '小唐',
    gridId: 'grid1',
    estateId: 'huochai',
    building: '1栋',
    unit: '1-1',
    consents: [
      { kind: 'service', version: '2026-11' },
      { kind: 'sensitive', version: '2026-11' },
    ],
  })
  send.pending = through('wx_pending')
  const grants: Partial<Record<Kind, Grant[]>> = {
    resident: [],
    volunteer: [volunteerIn('repair')],
    team_leader: [{ role: 'team_leader', scope: { teamId: 'repair' } }],
    coordinator: [{ role: 'coordinator' }],
    grid_worker: [{ role: 'grid_worker', scope: { gridId: 'grid1' } }],
    officer: [{ role: 'officer', scope: { tier: 'community' } }],
    admin: [{ role: 'admin' }],
  }
  for (const [kind, roles] of Object.entries(grants)) {
    await house.person(`wx_${kind}`, roles)
    send[kind as Kind] = through(`wx_${kind}`)
  }
})
afterAll(() => house.close())

describe.each(Object.keys(operations) as Operation[])('%s', (op) => {
  it.each(kinds)('answers a %s at the gate', async (kind) => {
    const answer = await send[kind]?.(op)
    const expected = gate[op][kind]
    const code = answer?.ok ? 'ok' : answer?.code
    if (expected !== '-') expect(code).toBe(expected)
    else expect(['ok', 'invalid_input']).toContain(code)
  })
})

/** Everybody whom the gate lets in somewhere, at work in another team, grid or tier than the owner's. */
const outsiders = [
  'resident',
  'volunteer',
  'team_leader',
  'coordinator',
  'grid_worker',
  'officer',
  'admin',
] as const
const elsewhere: Record<(typeof outsiders)[number], Grant[]> = {
  resident: [],
  volunteer: [volunteerIn('arts')],
  team_leader: [{ role: 'team_leader', scope: { teamId: 'arts' } }],
  coordinator: [{ role: 'coordinator' }],
  grid_worker: [{ role: 'grid_worker', scope: { gridId: 'grid2' } }],
  officer: [{ role: 'officer', scope: { tier: 'subdistrict' } }],
  admin: [{ role: 'admin' }],
}

/** Each operation with each role that the gate lets in and that has no business with the owner's. */
const tries = (Object.keys(operations) as Operation[]).flatMap((op) => {
  const own = ownership[op]
  if ('nothing' in own) return []
  return outsiders
    .filter((kind) => gate[op][kind] === '-' && (kind !== 'admin' || own.adminToo))
    .map((kind) => ({ op, kind, own }))
})

describe('a document of another person', () => {
  let theirs: Belongings
  let others: Record<string, Person>

  beforeAll(async () => {
    theirs = await belongings()
    others = {}
    for (const kind of outsiders) others[kind] = await house.person(`wx_elsewhere_${kind}`, elsewhere[kind])
  })

  it.each(tries)('$op keeps a $kind from elsewhere out of somebody else’s', async ({ op, kind, own }) => {
    const other = others[kind] as Person
    const sent = (input: object) => other.send(op, input as never) as Promise<Answer<unknown>>
    if ('names' in own) {
      const answer = await sent(own.names(theirs))
      expect(own.codes ?? ['not_found', 'forbidden']).toContain(answer.ok ? 'ok' : answer.code)
    } else if ('lists' in own) {
      const answer = await sent(own.lists(theirs))
      expect(answer.ok).toBe(true)
      for (const hidden of own.hides(theirs)) expect(JSON.stringify(answer)).not.toContain(hidden)
    } else {
      const before = await own.alone(theirs)
      await sent(own.leaves(theirs))
      expect(await own.alone(theirs)).toEqual(before)
    }
  })

  it('is open to its owner, so that these tests can fail', async () => {
    const { owner, bookingId } = theirs
    expect(await owner.send('booking.get', { bookingId })).toMatchObject({ ok: true })
    expect(JSON.stringify(await owner.send('desk.list', {}))).toContain(theirs.deskId)
    expect(await owner.send('hours.statement', { memberId: owner.memberId })).toMatchObject({ ok: true })
  })

  it('a leader decides in their own team, a worker verifies in their own grid', async () => {
    const leader = await house.person('wx_team_leader')
    expect((await leader.ask('team.roster', { teamId: 'repair' })).items.length).toBeGreaterThan(0)
    expect(
      await leader.ask('team.decide', { memberId: theirs.applicantId, teamId: 'repair', accept: true }),
    ).toEqual({ state: 'accepted' })
    const worker = await house.person('wx_grid_worker')
    expect(await worker.ask('member.verify', { memberId: theirs.pendingId, accept: true })).toEqual({
      state: 'verified',
    })
  })
})

async function registered(openid: string, gridId: string): Promise<string> {
  const answer = await house.stranger(openid).send('member.register', {
    name: '新邻居',
    gridId,
    estateId: 'huochai',
    building: '1栋',
    unit: '1-2',
    consents: [
      { kind: 'service', version: '2026-11' },
      { kind: 'sensitive', version: '2026-11' },
    ],
  })
  if (!answer.ok) throw new Error('registration was refused')
  return answer.data.memberId
}

/** Honour minutes of the repair team: a credited line, a certificate over it, and an undecided proposal. */
async function hoursOf(
  volunteer: Person,
): Promise<Pick<Belongings, 'honourId' | 'lineId' | 'certificateNo'>> {
  const leader = await house.person('wx_team_leader')
  const admin = await house.person('wx_admin')
  const propose = (minutes: number) =>
    leader.ask('hours.honour', { memberId: volunteer.memberId, minutes, reason: '帮忙搬家' })
  const { entryId } = await propose(60)
  const { entryId: lineId } = await admin.ask('hours.approveHonour', { entryId })
  const { certificateNo } = await volunteer.ask('hours.certificate', {})
  return { honourId: (await propose(30)).entryId, lineId, certificateNo }
}

/** The documents of a person of the first grid, one of each kind. */
async function belongings(): Promise<Belongings> {
  const ownerId = await registered('wx_owner', 'grid1')
  await house.person('wx_admin', [{ role: 'admin' }])
  const owner = await house.signedIn('wx_owner')
  if (owner.memberId !== ownerId) throw new Error('the owner is somebody else')
  const now = house.cloud.now()
  const [{ bookingId }, { bookingId: openId }] = [
    await owner.ask('booking.request', bookingFrom(now)),
    await owner.ask('booking.request', bookingFrom(now)),
  ]
  const volunteer = await house.person('wx_volunteer')
  await volunteer.ask('booking.claim', { bookingId })
  const { dependentId } = await owner.ask('member.addDependent', {
    name: '老李',
    relation: '老伴',
    consentNote: '同意',
  })
  const proxy = await house.person('wx_proxy')
  await appoint(owner, proxy)
  const applicant = await house.person('wx_applicant')
  await applicant.ask('team.apply', { teamId: 'repair', skills: [] })
  const coordinator = await house.person('wx_their_coordinator', [{ role: 'coordinator' }])
  const { vacancyId } = await coordinator.ask('vacancy.publish', {
    ...{
      title: '保洁员',
      firm: '清清家政',
      place: '土崩坎',
      payText: '每月 3500 元',
      hoursText: '每天 8 小时',
    },
    validTo: now + 30 * dayMs,
  })
  const { placementId } = await owner.ask('placement.interest', { vacancyId, consent: true })
  const { requestId } = await owner.ask('request.file', {
    category: 'other',
    description: '路灯不亮',
    gridId: 'grid1',
  })
  const [desk] = (await owner.ask('desk.list', {})).items
  const [notice] = (await owner.ask('inbox.list', {})).items
  return {
    owner,
    bookingId,
    openId,
    dependentId,
    noticeId: notice?.noticeId ?? '',
    deskId: desk?.deskId ?? '',
    proxyId: proxy.memberId,
    pendingId: await registered('wx_newcomer', 'grid1'),
    applicantId: applicant.memberId,
    requestId,
    placementId,
    ...(await hoursOf(volunteer)),
    now,
  }
}
