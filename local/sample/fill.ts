import { fromBase32, stepAt, typedCode } from '#contract/shared/attendanceCode'
import { dayMs, hourMs, minuteMs } from '#contract/shared/time'
import { announceLecture, comingActivities, holdLecture } from './activities'
import { sampleCommunity } from './community'
import { type Ask, type SampleClock, settlePerson } from './driver'
import { firstAdminOpenid, samplePeople, sampleRegister } from './people'
import { publishWritten } from './publications'
import { fileForgotten, fileLately } from './requests'
import { publishVacancies } from './vacancies'

/** How long before the present the sample's past begins. */
export const sampleHistoryMs = 7 * dayMs

interface Story {
  day: number
  hour: number
  hours: number
  requester: string
  service: string
  kind: string
  description: string
  risks: string
  volunteer?: string
  stars?: number
  /** Minutes worked; only with `volunteer` and `stars`. */
  minutes?: number
  /** `forgotten`: checked in, but not checked out. */
  fate?: 'done' | 'cancelled' | 'unclaimed' | 'forgotten'
  place?: 'home' | 'accompany'
  /** Two volunteers are wanted. */
  hands?: 2
  /** The same every week, so many weeks; the volunteer claims the first. */
  weeks?: number
}

/** The 20th of the month of `present`, so many years ago. */
function bornOn(present: number, years: number): string {
  const day = new Date(present + 8 * hourMs)
  return `${day.getUTCFullYear() - years}-${String(day.getUTCMonth() + 1).padStart(2, '0')}-20`
}

/**
 * A request of this day is left without an answer and is escalated by time; later requests were filed since
 * yesterday.
 */
const forgottenDay = 2
const yesterdayMs = 20 * hourMs

/** The past week: booked on the day before, done on the day. Day 0 is six days ago. */
const past: Story[] = [
  {
    day: 0,
    hour: 9,
    hours: 2,
    requester: 'sample_wang',
    service: 'repair',
    kind: 'lamp',
    description: '厨房的灯不亮了，换个灯泡。',
    risks: '需要登高，家里有人字梯。',
    volunteer: 'sample_li',
    stars: 5,
    minutes: 35,
    fate: 'done',
  },
  {
    day: 1,
    hour: 9,
    hours: 2,
    requester: 'sample_zheng',
    service: 'repair',
    kind: 'lamp',
    description: '过道的灯一闪一闪的。',
    risks: '需要登高。',
    volunteer: 'sample_zhou',
    fate: 'forgotten',
  },
  {
    day: 1,
    hour: 14,
    hours: 3,
    requester: 'sample_he',
    service: 'disability_aid',
    kind: 'escort',
    description: '下午想去银行办存折，请人陪着去。',
    risks: '需要推轮椅，路上有坡。',
    volunteer: 'sample_wu',
    stars: 5,
    minutes: 128,
    fate: 'done',
    place: 'accompany',
  },
  {
    day: 2,
    hour: 10,
    hours: 2,
    requester: 'sample_zheng',
    service: 'repair',
    kind: 'mains',
    description: '客厅的插座没电，请师傅看看线路。',
    risks: '须先断电。',
    volunteer: 'sample_chen',
    stars: 4,
    minutes: 70,
    fate: 'done',
  },
  {
    day: 3,
    hour: 15,
    hours: 2,
    requester: 'sample_he',
    service: 'disability_aid',
    kind: 'errand',
    description: '帮忙买米和油。',
    risks: '无',
    fate: 'unclaimed',
  },
  {
    day: 4,
    hour: 9,
    hours: 2,
    requester: 'sample_wang',
    service: 'elder_care',
    kind: 'visit',
    description: '想找人说说话。',
    risks: '无',
    volunteer: 'sample_zheng',
    stars: 5,
    minutes: 62,
    fate: 'done',
  },
  {
    day: 5,
    hour: 16,
    hours: 2,
    requester: 'sample_zheng',
    service: 'repair',
    kind: 'lock',
    description: '大门的锁有点卡。',
    risks: '无',
    fate: 'cancelled',
  },
]

/** Coming bookings: day 0 is tomorrow. */
const coming: Story[] = [
  {
    day: 0,
    hour: 9,
    hours: 2,
    requester: 'sample_zheng',
    service: 'repair',
    kind: 'plumbing',
    description: '卫生间水龙头一直滴水。',
    risks: '地面湿滑。',
  },
  {
    day: 1,
    hour: 14,
    hours: 3,
    requester: 'sample_he',
    service: 'disability_aid',
    kind: 'housework',
    description: '想把床换个方向，一个人搬不动。',
    risks: '需要搬重物，要两个人抬。',
    hands: 2,
    volunteer: 'sample_feng',
  },
  {
    day: 3,
    hour: 15,
    hours: 1,
    requester: 'sample_he',
    service: 'elder_care',
    kind: 'visit',
    description: '来家里陪我说说话，读读报。',
    risks: '无',
    weeks: 6,
    volunteer: 'sample_wu',
  },
  {
    day: 2,
    hour: 10,
    hours: 2,
    requester: 'sample_wang',
    service: 'elder_care',
    kind: 'shopping',
    description: '帮忙买点青菜和鸡蛋。',
    risks: '无',
  },
]

/** Fills an empty cloud with the sample community by its own operations, with a week of past. */
export async function fillSample(ask: Ask, clock: SampleClock, tick: () => Promise<void>): Promise<void> {
  await ask(firstAdminOpenid, 'community.edit', sampleCommunity)
  await ask(firstAdminOpenid, 'member.import', { csv: sampleRegister, dryRun: false })
  const adminFirst = [...samplePeople].sort(
    (a, b) => Number(b.openid === firstAdminOpenid) - Number(a.openid === firstAdminOpenid),
  )
  for (const person of adminFirst) {
    await settlePerson(ask, person)
    for (const { name, relation, needs, turns } of person.dependents ?? [])
      await ask(person.openid, 'member.addDependent', {
        name,
        relation,
        ...(needs === undefined ? {} : { needs }),
        ...(turns === undefined ? {} : { birthDay: bornOn(clock.now() + sampleHistoryMs, turns) }),
        consentNote: '本人当面同意由家人代办',
      })
  }
  const present = clock.now() + sampleHistoryMs
  await volunteerYoung(ask, present)
  const lectureDay = 2
  const lecture = await announceLecture(ask, startOfDay(present) - (6 - lectureDay) * dayMs, clock.now())
  for (const story of past) {
    if (story.day === lectureDay + 1) await holdLecture(ask, clock, lecture)
    await live(ask, clock, tick, present, story)
    if (story.day === forgottenDay) await fileForgotten(ask)
    if (story.day === longAgo) await bookNobodyClaims(ask, present)
  }
  await clock.until(present - yesterdayMs)
  await fileLately(ask)
  await clock.until(present)
  await tick()
  for (const story of coming) {
    const bookingId = await book(ask, story, startOfDay(present) + (story.day + 1) * dayMs)
    if (story.volunteer) await ask(story.volunteer, 'booking.claim', { bookingId })
  }
  await comingActivities(ask, startOfDay(present), clock.now())
  await publishVacancies(ask, clock.now())
  await publishWritten(ask, clock.now())
}

/** The day on which 王奶奶 booked; more than half of the lead time is over. */
const longAgo = 3

/** Books for ten o'clock, between four hours and a day ahead: by now the booking is on the leader's list. */
async function bookNobodyClaims(ask: Ask, present: number): Promise<void> {
  const ten = startOfDay(present + 4 * hourMs) + 10 * hourMs
  const from = ten >= present + 4 * hourMs ? ten : ten + dayMs
  await ask('sample_wang', 'booking.request', {
    service: 'repair',
    kind: 'other_repair',
    description: '阳台的晾衣杆摇不动了，请帮忙看看。',
    risks: '需要登高。',
    place: 'home',
    window: { from, to: from + 2 * hourMs },
  })
}

/** A sixteen-year-old applies, and her mother agrees in her own account. */
async function volunteerYoung(ask: Ask, present: number): Promise<void> {
  const birthDay = `${new Date(present).getUTCFullYear() - 16}-01-15`
  await ask('sample_yu', 'team.apply', { teamId: 'disability_aid', skills: ['陪聊天', '读报'], birthDay })
  const idOf = async (openid: string) => (await ask(openid, 'member.me', {})).member?.memberId ?? ''
  const [mother, daughter] = [await idOf('sample_zheng'), await idOf('sample_yu')]
  await ask('sample_yu', 'guardian.ask', { memberId: mother, relation: '母亲' })
  await ask('sample_zheng', 'guardian.answer', { memberId: daughter, given: true, version: '2026-11' })
}

/** Midnight at +08:00 of the day that holds an instant. */
function startOfDay(at: number): number {
  return Math.floor((at + 8 * hourMs) / dayMs) * dayMs - 8 * hourMs
}

async function book(ask: Ask, story: Story, midnight: number): Promise<string> {
  const from = midnight + story.hour * hourMs
  const { requester, service, kind, description, risks, place = 'home' } = story
  const booked = await ask(requester, 'booking.request', {
    service,
    kind,
    description,
    risks,
    place,
    window: { from, to: from + story.hours * hourMs },
    ...(story.hands && { hands: story.hands }),
    ...(story.weeks && { weeks: story.weeks }),
  })
  return booked.bookingId
}

async function live(
  ask: Ask,
  clock: SampleClock,
  tick: () => Promise<void>,
  present: number,
  story: Story,
): Promise<void> {
  const midnight = startOfDay(present) - (6 - story.day) * dayMs
  const from = midnight + story.hour * hourMs
  await clock.until(from - 18 * hourMs)
  const bookingId = await book(ask, story, midnight)
  if (story.fate === 'cancelled') {
    await clock.until(from - 2 * hourMs)
    await ask(story.requester, 'booking.cancel', { bookingId, reason: '已经自己弄好了' })
  }
  if (story.fate === 'unclaimed') {
    await clock.until(from + story.hours * hourMs + minuteMs)
    await tick()
  }
  if (story.volunteer === undefined) return
  await clock.until(from - 12 * hourMs)
  await ask(story.volunteer, 'booking.claim', { bookingId })
  await clock.until(from)
  await ask(story.volunteer, 'booking.checkIn', {
    bookingId,
    code: await codeOf(ask, clock, story, bookingId),
  })
  if (story.minutes === undefined) return
  await clock.until(clock.now() + story.minutes * minuteMs)
  await ask(story.volunteer, 'booking.checkOut', {
    bookingId,
    code: await codeOf(ask, clock, story, bookingId),
  })
  await clock.until(clock.now() + 30 * minuteMs)
  await ask(story.requester, 'booking.confirm', { bookingId, stars: story.stars ?? 5 })
}

/** The code on the resident's screen, computed as on a phone. */
async function codeOf(ask: Ask, clock: SampleClock, story: Story, bookingId: string): Promise<string> {
  const { secret, stepSeconds } = await ask(story.requester, 'booking.code', { bookingId })
  return typedCode(fromBase32(secret), stepAt(clock.now(), stepSeconds))
}
