import type { Purpose } from '#contract/notice'
import { answered, attempted, type Delivered } from '#core/notice/delivery'
import { tellUntil } from '#core/notice/message'
import type { NoticeKind } from '#core/notice/notice'
import { type ForeseenNotice, spend, type WaitingNotice } from '#core/notice/spend'
import { canBeSpared, type Worth, worthOf, worths } from '#core/notice/worth'
import { worthRows } from '#core/notice/worthRows'

const [hourMs, dayMs] = [3_600_000, 86_400_000]
const households = 2_000
/** A month goes before the one that is counted, so that people have allowances left from it. */
const days = 60
const countedFromDay = 30
/** So many communities are simulated. */
const runs = 4
/** How a person answers WeChat's question. */
const acceptRate = 0.55
/** Of those who are asked, so many have ticked "always" and answer yes at every step. */
const alwaysRate = 0.15
/** So often somebody opens the inbox by themselves, in hours on average; by then they know without a message. */
const looksEveryHours = 60
/** Who has so many left is not asked, see src/cloud/wechat/toAsk.ts. */
const enough = 3
/** WeChat's own count is lower than ours so often: the person turned messages off there. */
const withdrawnRate = 0.03
/** So often WeChat is busy for a message. */
const busyRate = 0.01
/** The step of the simulated clock; the timer itself runs once a minute. */
const stepMs = hourMs / 2

/** mulberry32: the same numbers on every machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** An event of one person, as both rules meet it. */
interface Told {
  noticeId: string
  person: number
  kind: NoticeKind
  at: number
  until: number
  /** What it is about: today's rule sends what is about a booking, and nothing else. */
  bookingId?: string
  /** When the person looks into the inbox next. */
  looksAt: number
  /** Known beforehand from then on. */
  foreseenFrom?: number
}
/** One question of WeChat: the template that today's client asks for, and those that this one asks for. */
interface Asked {
  person: number
  at: number
  before: boolean
  purposes: readonly Purpose[]
  /** How each purpose would be answered. */
  accepts: ReadonlyMap<Purpose, boolean>
}
/** What happens to everybody, and what everybody answers. */
interface Month {
  told: Told[]
  asked: Asked[]
  /** Templates that the person has turned off in WeChat's settings. */
  off: ReadonlySet<number>
}

interface Scene {
  /** How many households meet it in a month. */
  perHousehold: number
  /** What the client asked for in the edition before, and what it asks for now. */
  before: boolean
  purposes: readonly Purpose[]
  /** What follows: the kind, after how many hours, and how likely. `window`: hours until what it is about. */
  window: number
  tells: readonly { kind: NoticeKind; after: number; rate: number; offerHours?: number }[]
  /** A later step that asks as well: a word of thanks, a rating, an answer. */
  later?: { after: number; rate: number }
}

/**
 * A month of a community of two thousand households, from the rates of the sample and of the source study: most
 * households do one thing a month, festivals come in one rush, and few things go wrong.
 */
const scenes: readonly Scene[] = [
  {
    ...{ perHousehold: 0.12, before: true, purposes: ['booking'], window: 60 },
    later: { after: 64, rate: 0.5 },
    tells: [
      { kind: 'booking_claimed', after: 6, rate: 0.85 },
      { kind: 'booking_released', after: 30, rate: 0.08 },
      { kind: 'booking_checked_in', after: 60, rate: 0.75 },
      { kind: 'booking_done', after: 61, rate: 0.75 },
      { kind: 'booking_expired', after: 60, rate: 0.1 },
    ],
  },
  {
    ...{ perHousehold: 0.1, before: false, purposes: ['booking', 'team'], window: 48 },
    tells: [
      { kind: 'booking_cancelled', after: 20, rate: 0.08 },
      { kind: 'booking_moved', after: 16, rate: 0.06 },
      { kind: 'booking_changed', after: 14, rate: 0.05 },
      { kind: 'booking_confirmed', after: 70, rate: 0.8 },
      { kind: 'booking_invited', after: 200, rate: 0.3 },
      { kind: 'booking_offered', after: 260, rate: 0.15 },
    ],
  },
  {
    ...{ perHousehold: 0.25, before: true, purposes: ['activity', 'training'], window: 168 },
    later: { after: 173, rate: 0.25 },
    tells: [
      { kind: 'activity_changed', after: 60, rate: 0.15 },
      { kind: 'activity_cancelled', after: 100, rate: 0.05 },
      { kind: 'activity_tomorrow', after: 144, rate: 0.9 },
      { kind: 'activity_soon', after: 166, rate: 0.9 },
      { kind: 'activity_over', after: 171, rate: 0.8 },
    ],
  },
  {
    ...{ perHousehold: 0.08, before: true, purposes: ['activity', 'training'], window: 168 },
    tells: [
      { kind: 'place_offered', after: 70, rate: 0.45, offerHours: 12 },
      { kind: 'activity_cancelled', after: 100, rate: 0.05 },
      { kind: 'activity_tomorrow', after: 144, rate: 0.35 },
      { kind: 'activity_soon', after: 166, rate: 0.35 },
    ],
  },
  {
    ...{ perHousehold: 0.1, before: false, purposes: ['request'], window: 0 },
    later: { after: 130, rate: 0.35 },
    tells: [
      { kind: 'request_accepted', after: 8, rate: 0.95 },
      { kind: 'request_asked', after: 30, rate: 0.2 },
      { kind: 'request_progressed', after: 60, rate: 0.5 },
      { kind: 'request_resolved', after: 120, rate: 0.7 },
      { kind: 'request_declined', after: 90, rate: 0.1 },
    ],
  },
  {
    ...{ perHousehold: 0.02, before: false, purposes: ['member', 'booking', 'activity'], window: 0 },
    tells: [
      { kind: 'member_verified', after: 20, rate: 0.9 },
      { kind: 'member_rejected', after: 20, rate: 0.08 },
    ],
  },
  {
    ...{ perHousehold: 0.01, before: false, purposes: ['team', 'booking'], window: 0 },
    tells: [{ kind: 'team_accepted', after: 40, rate: 0.8 }],
  },
]

function monthOf(random: () => number): Month {
  const month = { told: [] as Told[], asked: [] as Asked[], off: new Set<number>() }
  const always = new Set<number>()
  for (let person = 0; person < households; person++) {
    if (random() < alwaysRate) always.add(person)
    if (random() < withdrawnRate) month.off.add(person)
  }
  for (const [scene, { perHousehold, before, purposes, window, tells, later }] of scenes.entries()) {
    const many = Math.round((perHousehold * households * days) / 30)
    for (let nth = 0; nth < many; nth++) {
      const person = Math.floor(random() * households)
      const at = random() * days * dayMs
      const answers = () =>
        new Map(purposes.map((each) => [each, always.has(person) || random() < acceptRate]))
      month.asked.push({ person, at, before, purposes, accepts: answers() })
      if (later && random() < later.rate)
        month.asked.push({
          person,
          at: at + later.after * hourMs,
          before: false,
          purposes,
          accepts: answers(),
        })
      for (const { kind, after, rate, offerHours } of tells) {
        if (random() >= rate) continue
        const toldAt = at + after * hourMs * (kind.startsWith('activity_') ? 1 : 0.5 + random())
        const windowFrom = at + window * hourMs
        const until =
          offerHours === undefined
            ? tellUntil(
                { kind, ...(window > 0 && { windowFrom: Math.max(windowFrom, toldAt + hourMs) }) },
                toldAt,
              )
            : toldAt + offerHours * hourMs
        month.told.push({
          noticeId: `n_${scene}_${nth}_${kind}`,
          ...{ person, kind, at: toldAt, until: until ?? toldAt + dayMs },
          ...(kind.startsWith('booking_') && { bookingId: `b_${scene}_${nth}` }),
          looksAt: toldAt - Math.log(1 - random()) * looksEveryHours * hourMs,
          ...(kind === 'activity_tomorrow' && { foreseenFrom: at }),
        })
      }
    }
  }
  month.told.sort((one, other) => one.at - other.at)
  month.asked.sort((one, other) => one.at - other.at)
  return month
}

interface Person {
  /** What we believe is left, and what WeChat would take, by template. */
  ours: Map<string, number>
  wechat: Map<string, number>
}
const allowOne = (person: Person, template: string) => {
  for (const count of [person.ours, person.wechat]) count.set(template, (count.get(template) ?? 0) + 1)
}

/** Which notices reached their person by WeChat before it was too late. */
type Reached = Set<string>
type Rule = (month: Month, random: () => number) => Reached

const peopleOf = (): Person[] =>
  Array.from({ length: households }, () => ({ ours: new Map(), wechat: new Map() }))

/** The edition before: notices about bookings in their order, one template, spent before the call. */
const greedy: Rule = (month, random) => {
  const people = peopleOf()
  const reached: Reached = new Set()
  let next = 0
  for (const told of month.told) {
    for (let asked = month.asked[next]; asked && asked.at <= told.at; asked = month.asked[++next]) {
      const [first] = asked.purposes
      const person = people[asked.person]
      if (asked.before && person && first && asked.accepts.get(first)) allowOne(person, 'booking')
    }
    const person = people[told.person]
    const left = person?.ours.get('booking') ?? 0
    if (told.bookingId === undefined || !person || left === 0) continue
    person.ours.set('booking', left - 1)
    if (month.off.has(told.person)) person.ours.set('booking', 0)
    else if (random() >= busyRate) reached.add(told.noticeId)
  }
  return reached
}

interface Going extends WaitingNotice {
  at: number
  delivery: Delivered['delivery']
  tries?: number
  told: Told
}

/** This edition: each purpose its template, up to three asked for at once, spent by worth. */
const byWorth =
  (templateOf: (purpose: Purpose) => string, plans: typeof spend = spend): Rule =>
  (month, random) => {
    const people = peopleOf()
    const reached: Reached = new Set()
    // its own templates first, then those that the person has used up, three at most; see src/cloud/wechat/toAsk.ts
    const answer = (person: Person, { purposes, accepts }: Asked) => {
      const own = new Map(purposes.map((purpose) => [templateOf(purpose), accepts.get(purpose) === true]))
      const wanted = [...own].filter(([template]) => (person.ours.get(template) ?? 0) < enough)
      const usedUp = [...person.ours].filter(([template, left]) => left === 0 && !own.has(template))
      const others = usedUp.map(([template]): [string, boolean] => [
        template,
        [...accepts.values()].every(Boolean),
      ])
      if (wanted.length === 0) return
      for (const [template, accepted] of [...wanted, ...others].slice(0, 3))
        if (accepted) allowOne(person, template)
    }
    const going = new Map<number, Going[]>()
    const foreseenOf = new Map<number, Told[]>()
    for (const told of month.told)
      if (told.foreseenFrom !== undefined)
        foreseenOf.set(told.person, [...(foreseenOf.get(told.person) ?? []), told])
    let [nextTold, nextAsked] = [0, 0]
    for (let now = 0; now <= (days + 14) * dayMs; now += stepMs) {
      for (let asked = month.asked[nextAsked]; asked && asked.at <= now; asked = month.asked[++nextAsked]) {
        const person = people[asked.person]
        if (person) answer(person, asked)
      }
      for (let told = month.told[nextTold]; told && told.at <= now; told = month.told[++nextTold]) {
        const { message, purpose } = worthRows[told.kind]
        if (!message) continue
        const { noticeId, until, at } = told
        const notice: Going = {
          ...{ told, noticeId, until, at, templateId: templateOf(purpose), worth: worthOf(message.worth) },
          spare: canBeSpared(message.worth),
          ...{ dueAt: at, delivery: 'waiting' },
        }
        going.set(told.person, [...(going.get(told.person) ?? []), notice])
      }
      for (const [index, own] of going) {
        const person = people[index]
        if (!person || !own.some(({ dueAt }) => dueAt <= now)) continue
        const unread = own.filter(({ told }) => told.looksAt > now)
        const foreseen = (foreseenOf.get(index) ?? [])
          .filter(({ foreseenFrom = now, at }) => foreseenFrom <= now && at > now)
          .map(
            ({ at }): ForeseenNotice => ({
              ...{ templateId: templateOf('activity'), worth: worthOf('reminder'), dueAt: at },
            }),
          )
        const plan = plans(now, person.ours, unread, foreseen)
        const left = new Map(unread.map((notice) => [notice.noticeId, notice]))
        for (const id of [...plan.passOver, ...plan.late]) left.delete(id)
        for (const { noticeId, at } of plan.wait) {
          const notice = left.get(noticeId)
          if (notice) left.set(noticeId, { ...notice, dueAt: at })
        }
        for (const id of plan.send) {
          const notice = left.get(id)
          if (!notice) continue
          const { templateId, until } = notice
          const taken = !month.off.has(index) && (person.wechat.get(templateId) ?? 0) > 0
          const said = random() < busyRate ? 'busy' : taken ? 'sent' : 'refused'
          const tried = { ...notice, ...attempted(notice, now) }
          const { delivery, dueAt } = answered(tried, said, until, now)
          if (said === 'refused') person.ours.set(templateId, 0)
          if (said === 'sent') {
            reached.add(id)
            for (const count of [person.ours, person.wechat])
              count.set(templateId, Math.max(0, (count.get(templateId) ?? 0) - 1))
          }
          if (dueAt === null) left.delete(id)
          else left.set(id, { ...tried, delivery, dueAt })
        }
        if (left.size > 0) going.set(index, [...left.values()])
        else going.delete(index)
      }
    }
    return reached
  }

/** The same consents, spent on whatever comes first. */
const firstCome: typeof spend = (now, balances, waiting) =>
  spend(
    now,
    balances,
    waiting.map((notice) => ({ ...notice, worth: 1, spare: false, until: Math.max(notice.until, now + 1) })),
    [],
  )

interface Share {
  worth: number
  reached: number
}
const percent = ({ worth, reached }: Share) => `${worth === 0 ? '–' : ((100 * reached) / worth).toFixed(1)} %`

/** The share of the events worth a message that reached their person in time; one that was read first is left out. */
function sharesOf(month: Month, reached: Reached) {
  const byWorth = new Map<string, Share>()
  const count = (under: string, isReached: boolean, weight: number) => {
    const share = byWorth.get(under) ?? { worth: 0, reached: 0 }
    byWorth.set(under, { worth: share.worth + weight, reached: share.reached + (isReached ? weight : 0) })
  }
  for (const { noticeId, kind, at } of month.told) {
    const worth = worthRows[kind].message?.worth
    if (worth === undefined || at < countedFromDay * dayMs) continue
    count(worth, reached.has(noticeId), 1)
    count(kind, reached.has(noticeId), 1)
    count('all', reached.has(noticeId), 1)
    count('weighted', reached.has(noticeId), worthOf(worth))
  }
  return byWorth
}

/** The simulated kinds of a worth. */
const kindsOf = (worth: Worth): NoticeKind[] => [
  ...new Set(
    scenes
      .flatMap(({ tells }) => tells.map(({ kind }) => kind))
      .filter((kind) => worthRows[kind].message?.worth === worth),
  ),
]

/** What share of the events worth a message reach their person in time, by each rule over the same events. */
export async function run(): Promise<void> {
  const rules: Record<string, Rule> = {
    before: greedy,
    'first come': byWorth((purpose) => purpose, firstCome),
    'by worth': byWorth((purpose) => purpose),
    'one, first come': byWorth(() => 'all', firstCome),
    'one, by worth': byWorth(() => 'all'),
  }
  const lists = Object.keys(rules).map((name) => ({ name, shares: new Map<string, Share>() }))
  let events = 0
  for (let month = 0; month < runs; month++) {
    const made = monthOf(seeded(month + 1))
    for (const { name, shares } of lists) {
      const rule = rules[name]
      if (!rule) continue
      for (const [under, { worth, reached }] of sharesOf(made, rule(made, seeded(100 + month)))) {
        if (name === 'before' && under === 'all') events += worth
        const sum = shares.get(under) ?? { worth: 0, reached: 0 }
        shares.set(under, { worth: sum.worth + worth, reached: sum.reached + reached })
      }
    }
  }
  console.log(
    `\nEvents worth a message that reach their person through WeChat in time, ${households} households:`,
  )
  console.log(
    `  assumed: ${runs} communities over a month after another, ${Math.round(events / runs)} such events in each; ${percent({ worth: 1, reached: acceptRate })} of questions accepted, of ${percent({ worth: 1, reached: alwaysRate })} of people all; nobody is reached twice, and what was read first needs no message (a look each ${looksEveryHours} hours); ${percent({ worth: 1, reached: withdrawnRate })} have turned messages off in WeChat, and it is busy for ${percent({ worth: 1, reached: busyRate })}. "before": bookings alone, one template, first come; "first come" and "by worth": a template for each purpose, up to three asked for at once; "one": the same when one template serves all purposes`,
  )
  const row = (name: string, cells: readonly string[]) =>
    console.log(`  ${name.padEnd(22)}${cells.map((cell) => cell.padStart(17)).join('')}`)
  row(
    '',
    lists.map(({ name }) => name),
  )
  const shareOf = (under: string) =>
    lists.map(({ shares }) => percent(shares.get(under) ?? { worth: 0, reached: 0 }))
  row('all', shareOf('all'))
  row('weighted by worth', shareOf('weighted'))
  for (const worth of worths) {
    row(worth, shareOf(worth))
    for (const kind of kindsOf(worth)) row(`  ${kind}`, shareOf(kind))
  }
  const ratio = (under: string) => {
    const [one, , other] = lists.map(({ shares }) => shares.get(under) ?? { worth: 0, reached: 0 })
    return one && other && one.reached > 0 ? `${(other.reached / one.reached).toFixed(1)} times` : '–'
  }
  console.log(`  by worth instead of before: ${ratio('all')}, weighted ${ratio('weighted')}`)
}
