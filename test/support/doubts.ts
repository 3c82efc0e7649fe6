import type { RawInputOf } from '#contract/operations'
import { fromBase32, scanCode, stepAt, typedCode } from '#contract/shared/attendanceCode'
import { defaultPaces } from '#contract/shared/pace'
import { dayOf } from '#contract/shared/wallClock'
import type { LocalCloud } from '#local/cloud'
import { type Ask, askThrough, settlePerson, stranger } from '#local/sample/driver'
import { type StagedPapers, stagePapers } from './doubtfulPapers'
import { sdkFor } from './sdk'
import { dayMs, minuteMs } from './time'

/** What waits for somebody's word, or came out otherwise than it was promised. */
export interface StagedDoubts {
  /** 林师傅's member id; the service that counts for less, since it overlaps another one. */
  lin: string
  overlapped: string
  /** 秦阿姨's, longer than planned: 邱师傅 has checked out. */
  overrun: string
  /** 秦阿姨's: 秦小军, who lives with her, has checked out. */
  related: string
  /** 秦阿姨's: 谭师傅's check-in came after she had said that he did not come. */
  proven: string
  /** 何叔's: 欧师傅 has checked in, and left the team. */
  begun: string
  /** 赵姐's own shift is done; 欧师傅 has left the last team in the middle of another. */
  activity: string
  session: string
  /** 何叔's, and a request that was filed for somebody; 方专干's looks of these days are spent. */
  unseen: string
  filed: string
  papers: StagedPapers
}

type Booked = { bookingId: string; requester: string; from: number }
type Kind = RawInputOf<'booking.request'>['kind']

const repair = { teamId: 'repair' }
const admin = 'sample_admin'
const chen = 'sample_chen'
const qin = 'doubt_qin'
const descriptions: Record<Kind, string> = {
  plumbing: '水槽下面的水管一直在滴水。',
  lamp: '客厅的灯一闪一闪的。',
  lock: '大门的锁拧不动。',
}

/** Makes these within the next two and a half hours of the cloud's clock. */
export async function stageDoubts(cloud: LocalCloud): Promise<StagedDoubts> {
  const ask = askThrough(cloud.call)
  const start = cloud.now()
  const until = (minutes: number) => cloud.advance(Math.max(0, start + minutes * minuteMs - cloud.now()))
  const people = await comeIn(ask)

  const book = async (
    requester: string,
    kind: Kind,
    [from, to]: readonly [number, number],
  ): Promise<Booked> => {
    const window = { from: start + from * minuteMs, to: start + to * minuteMs }
    const about = { service: 'repair', kind, description: descriptions[kind] ?? '', risks: '无' }
    const { bookingId } = await ask(requester, 'booking.request', { ...about, place: 'home', window })
    return { bookingId, requester, from: window.from }
  }
  const claimed = async (volunteer: string, ...booked: Parameters<typeof book>) => {
    const booking = await book(...booked)
    await ask(volunteer, 'booking.claim', { bookingId: booking.bookingId })
    return booking
  }
  /** The code of a booking at any time, as a phone keeps it. */
  const codes = async ({ bookingId, requester }: Booked) => {
    const { secret, stepSeconds } = await ask(requester, 'booking.code', { bookingId })
    return (minutes: number) => {
      const at = start + minutes * minuteMs
      return { bookingId, at, code: scanCode(fromBase32(secret), stepAt(at, stepSeconds)) }
    }
  }
  const attends = async (volunteer: string, booking: Booked, [came, left]: readonly [number, number]) => {
    const at = await codes(booking)
    await ask(volunteer, 'booking.checkIn', at(came))
    await ask(volunteer, 'booking.checkOut', at(left))
  }

  const first = await claimed('doubt_lin', 'sample_he', 'plumbing', [5, 45])
  const second = await claimed('doubt_lin', qin, 'lamp', [45, 105])
  const long = await claimed('doubt_qiu', qin, 'lock', [10, 55])
  const family = await claimed('doubt_jun', qin, 'plumbing', [10, 70])
  const missed = await claimed('doubt_tan', qin, 'lamp', [5, 65])
  const begun = await claimed('doubt_ou', 'sample_he', 'lock', [20, 95])
  const shifts = await publishShifts(ask, start)
  const kept = await codes(missed)

  until(25)
  await ask(qin, 'booking.noShow', { bookingId: missed.bookingId, note: '等了很久没有来' })
  await ask('doubt_ou', 'booking.checkIn', (await codes(begun))(24))
  until(110)
  await attends('doubt_lin', first, [6, 60])
  await attends('doubt_lin', second, [46, 100])
  for (const { bookingId, requester } of [first, second])
    await ask(requester, 'booking.confirm', { bookingId, stars: 5 })
  await attends('doubt_jun', family, [12, 68])
  await ask('doubt_tan', 'booking.checkIn', kept(7))
  await ask('doubt_tan', 'booking.checkOut', kept(40))
  const doorCode = async () => {
    const { secret, stepSeconds } = await ask('sample_zhao', 'session.code', { sessionId: shifts.session })
    return typedCode(fromBase32(secret), stepAt(cloud.now(), stepSeconds))
  }
  for (const who of ['sample_zhao', 'doubt_ou'])
    await ask(who, 'shift.checkIn', { shiftId: shifts.ofVolunteer[who] ?? '', code: await doorCode() })
  for (const team of [repair, { teamId: 'arts' }]) await ask('doubt_ou', 'team.leave', team)
  until(145)
  await ask('sample_zhao', 'shift.checkOut', {
    shiftId: shifts.ofVolunteer.sample_zhao ?? '',
    code: await doorCode(),
  })
  await attends('doubt_qiu', long, [11, 144])
  await takeBack(ask, people)
  await proposeTooMuch(ask, people.doubt_lin)
  const papers = await stagePapers(cloud, ask)
  await cloud.tick()
  const unseen = await claimed('doubt_qiu', 'sample_he', 'plumbing', [600, 660])
  const filed = await spendLooks(cloud, ask)
  return {
    lin: people.doubt_lin,
    ...{ overlapped: second.bookingId, overrun: long.bookingId, related: family.bookingId },
    ...{ proven: missed.bookingId, begun: begun.bookingId, unseen: unseen.bookingId, filed },
    ...{ activity: shifts.activity, session: shifts.session, papers },
  }
}

/** A request for somebody without a phone; 方专干, who works on it, has looked as often as today and tomorrow allow. */
async function spendLooks(cloud: LocalCloud, ask: Ask): Promise<string> {
  const fang = 'doubt_fang'
  const { requestId } = await ask('doubt_bi', 'request.file', {
    category: 'green_space',
    description: '楼下的树枝伸到窗户里来了。',
    gridId: 'grid5',
    estateId: 'juliu',
    forResident: { name: '简婆婆', phone: '13910000099' },
  })
  const memberId = (await ask(fang, 'member.me', {})).member?.memberId ?? ''
  const at = cloud.now()
  const looks = sdkFor(cloud).database().collection('lookups')
  for (const day of [dayOf(at), dayOf(at + dayMs)]) {
    const _id = `${memberId}_reveal_${day}`
    const count = defaultPaces.reveal.perDay
    await looks.add({ data: { _id, communityId: 'tubengkan', memberId, pace: 'reveal', count, at } })
  }
  return requestId
}

const electrician = { licence: '电工证', validUntil: '2030-12-31' }

/** Those whom the sample does not have. 秦小军 lives with 秦阿姨; 严队长 leads the repair team beside 陈队长. */
async function comeIn(ask: Ask): Promise<Record<'doubt_lin' | 'doubt_qiu', string>> {
  const home = { estateId: 'huochai', building: '4栋', unit: '3-2', gridId: 'grid1' }
  const volunteer = { role: 'volunteer', scope: repair } as const
  await settlePerson(ask, { ...stranger(qin, '秦阿姨', []), ...home })
  await settlePerson(ask, { ...stranger('doubt_jun', '秦小军', [volunteer]), ...home })
  const of = (openid: string, name: string, roles = [volunteer]) =>
    settlePerson(ask, stranger(openid, name, roles))
  await settlePerson(ask, stranger('doubt_yan', '严队长', [{ role: 'team_leader', scope: repair }]))
  await settlePerson(ask, stranger('doubt_mei', '梅姐', [{ role: 'coordinator' }]))
  const worker = { role: 'grid_worker', scope: { gridId: 'grid5' } } as const
  await settlePerson(ask, stranger('doubt_fang', '方专干', [worker]))
  await settlePerson(ask, stranger('doubt_bi', '毕专干', [worker]))
  const ou = await of('doubt_ou', '欧师傅')
  await ask(admin, 'member.grant', { memberId: ou, role: 'volunteer', scope: { teamId: 'arts' } })
  await of('doubt_tan', '谭师傅')
  const licenced = { skills: ['电工'], licences: [electrician] }
  return {
    doubt_lin: await settlePerson(ask, { ...stranger('doubt_lin', '林师傅', [volunteer]), ...licenced }),
    doubt_qiu: await settlePerson(ask, { ...stranger('doubt_qiu', '邱师傅', [volunteer]), ...licenced }),
  }
}

/** An activity of 赵姐's, about to begin after an hour and a half, at whose shifts she and 欧师傅 help. */
async function publishShifts(ask: Ask, start: number) {
  const from = start + 100 * minuteMs
  const { activityId, sessionIds, shiftIds } = await ask('sample_zhao', 'activity.publish', {
    kind: 'other',
    title: '旧衣服义卖',
    summary: '把不穿的衣服带来，卖的钱给困难的邻居。',
    place: '社区门口',
    sessions: [
      {
        ...{ from, to: from + 40 * minuteMs, capacity: 30 },
        shifts: [
          { name: '摆摊收钱', capacity: 2 },
          { name: '搬桌椅', capacity: 2 },
        ],
      },
    ],
    signup: { opensAt: start, closesAt: from, rule: 'first_come', partyMax: 4 },
  })
  const [own = '', other = ''] = shiftIds
  await ask('sample_zhao', 'shift.signUp', { shiftId: own })
  await ask('doubt_ou', 'shift.signUp', { shiftId: other })
  const ofVolunteer: Record<string, string> = { sample_zhao: own, doubt_ou: other }
  return { activity: activityId, session: sessionIds[0] ?? '', ofVolunteer }
}

/** 邱师傅's licence is taken back, with a reason. */
async function takeBack(ask: Ask, { doubt_qiu: memberId }: { doubt_qiu: string }): Promise<void> {
  const { licence } = electrician
  await ask(chen, 'team.revokeLicence', {
    ...repair,
    memberId,
    licence,
    reason: '核对的时候看错了，请重新登记。',
  })
}

/** 陈队长 proposes more for 林师傅 than a month may have, twice; 严队长 has said yes to the first. */
async function proposeTooMuch(ask: Ask, memberId: string): Promise<void> {
  const propose = (reason: string) => ask(chen, 'hours.honour', { ...repair, memberId, minutes: 660, reason })
  const { entryId } = await propose('整理工具房')
  await ask('doubt_yan', 'hours.approveHonour', { entryId }).catch(() => undefined)
  await propose('教新队员认电路')
}
