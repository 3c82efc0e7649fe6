import { join } from 'node:path'
import { readSettings } from '#app/call/settings'
import { markWith } from '#app/hours/mark'
import type { Day, MemberId } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import { spanOf } from '#core/activity/activity'
import { type BookingFigures, noFigures, plusFigures, settledBefore } from '#core/booking/figures'
import { type LedgerLine, nextEntry } from '#core/hours/ledger'
import { linesOfPage, markOfSums, sumsByMonth } from '#core/hours/ledgerSums'
import type { Marker } from '#core/hours/marks'
import { newSession } from '#core/session/session'
import { newMembership } from '#core/team/membership'
import { type Engine, openEngine } from '#local/engine/engine'
import { openKeys } from '#local/keys'
import { manifest } from '#store/manifest'
import { aPublished, aSession as plannedSession } from '#support/activityModel'
import { openBooking } from '#support/bookings'
import { dayMs, hourMs, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { filedRequest } from '#support/requests'
import { aPlan } from '#support/sessions'
import { bareDocuments, functionsWithBare } from './bare'

/** A community with so many documents of each kind; of what is rare there are as few in every one. */
export interface ListHouse {
  house: TestHouse
  resident: Person
  volunteer: Person
  leader: Person
  worker: Person
}

const communityId = 'tubengkan'
const together = 2000
/** Of what is rare, what is somebody's own, and what is open. */
const few = 40
export const rareTeam = 'arts'

export async function openListHouse(size: number): Promise<ListHouse> {
  const house = await openTestHouse({ workers: 8, functionsDir: functionsWithBare() })
  const roles = {
    resident: [],
    volunteer: [volunteerIn('repair')],
    leader: [{ role: 'team_leader' as const, scope: { teamId: rareTeam } }],
    worker: [
      { role: 'grid_worker' as const, scope: { gridId: 'grid1' } },
      { role: 'team_leader' as const, scope: { teamId: 'repair' } },
    ],
  }
  const people = {
    resident: await house.person('wx_resident', roles.resident, '王奶奶'),
    volunteer: await house.person('wx_volunteer', roles.volunteer, '李师傅'),
    leader: await house.person('wx_leader', roles.leader, '陈队长'),
    worker: await house.person('wx_worker', roles.worker, '周网格'),
  }
  const now = house.cloud.now()
  await house.pause()
  const engine = openEngine({ file: join(house.dataDir, 'cloud.db'), manifest })
  fill(
    engine,
    size,
    now,
    people,
    markWith(readSettings({ ...openKeys(house.dataDir), FIRST_ADMIN_OPENID: '-' })),
  )
  engine.close()
  await house.resume()
  return { house, ...people }
}

type People = Omit<ListHouse, 'house'>

function fill(engine: Engine, size: number, now: number, people: People, mark: Marker): void {
  const put: Put = (collection, count, make) => {
    for (let from = 0; from < count; from += together)
      engine.insert(
        collection,
        Array.from({ length: Math.min(together, count - from) }, (_, at) => ({ ...make(from + at) })),
      )
  }
  /** Whether this one is of the few, which lie evenly among all. */
  const isRare = (index: number) => index % Math.ceil(size / few) === 0
  const quiet = { wakesAt: null, dueAt: null, pending: [] }
  const ago = (index: number) => now - dayMs - Math.floor((index / size) * 365 * dayMs)
  const mine = (index: number, who: MemberId) => (isRare(index + 1) ? who : `m_other_${index % 500}`)

  put('rotations', 50, (index) => bareDocuments(50)[index] ?? {})
  const booked = new Map<Day, BookingFigures>()
  put('bookings', size, (index) => {
    const isOpen = isRare(index + 2)
    const day = dayOf(ago(index))
    const one = { ...noFigures, requested: 1, confirmed: isOpen ? 0 : 1 }
    booked.set(day, plusFigures(booked.get(day) ?? noFigures, one))
    const windowFrom = isOpen ? now + dayMs + index : ago(index)
    return {
      ...openBooking({ windowFrom, windowTo: windowFrom + hourMs, createdAt: ago(index) }),
      ...quiet,
      _id: `b_old_${index}`,
      state: isOpen ? 'open' : 'confirmed',
      teamId: isRare(index) ? rareTeam : 'repair',
      requesterId: mine(index, people.resident.memberId),
      claimerId: isOpen ? null : mine(index, people.volunteer.memberId),
    }
  })
  put('requests', size, (index) => ({
    ...filedRequest({}, ago(index)),
    ...quiet,
    _id: `r_old_${index}`,
    category: isRare(index) ? 'jobs' : 'parking_shed',
    state: isRare(index + 2) ? 'accepted' : 'closed',
    unfinished: isRare(index + 2),
    onBoard: true,
    published: { title: '车棚漏雨', text: '三号车棚漏雨' },
    requesterId: mine(index, people.resident.memberId),
  }))
  put('notices', size, (index) => ({
    _id: `n_old_${index}`,
    communityId,
    memberId: mine(index, people.resident.memberId),
    at: ago(index),
    read: true,
    dueAt: null,
    delivery: 'not_allowed',
    kind: 'booking_claimed',
    title: '水管漏水',
  }))
  fillActivities(put, size, now, isRare)
  fillHours(put, size, now, people, mark)
  fillTallies(put, now, booked)
}

type Put = (collection: string, count: number, make: (index: number) => object) => void

function fillActivities(put: Put, size: number, now: number, isRare: (index: number) => boolean): void {
  const all = Array.from({ length: size + few }, (_, index) => {
    const past = index < size
    const from = past
      ? now - dayMs - Math.floor((index / size) * 3 * 365 * dayMs)
      : now + (index - size + 1) * dayMs
    return { index, past, from, sessionId: `s_old_${index}`, activityId: `a_old_${index}` }
  })
  put('activities', all.length, (index) => {
    const { past, from, sessionId, activityId } = all[index] as (typeof all)[number]
    const sessions = [plannedSession(sessionId, from)]
    const signup = {
      opensAt: from - 9 * dayMs,
      closesAt: from - dayMs,
      rule: 'first_come' as const,
      partyMax: 4,
      audience: null,
    }
    return {
      ...aPublished({ sessions, signup, kind: isRare(index) ? 'lecture' : 'festival' }, from - 10 * dayMs),
      ...spanOf({ sessions }),
      ...{ _id: activityId, wakesAt: null, dueAt: null, pending: [], ahead: !past },
    }
  })
  put('sessions', all.length, (index) => {
    const { from, sessionId, activityId } = all[index] as (typeof all)[number]
    const plan = {
      sessionId,
      activityId,
      from,
      to: from + 2 * hourMs,
      capacity: 30,
      opensAt: from - 9 * dayMs,
      closesAt: from - dayMs,
    }
    return { ...newSession(aPlan(plan)), wakesAt: null, dueAt: null, free: 12, waiting: 3 }
  })
}

/** A volunteer's lines grow with the community, up to five thousand; those of others make days and sums. */
function fillHours(put: Put, size: number, now: number, { volunteer }: People, mark: Marker): void {
  const own = Math.min(Math.max(size / 20, 50), 5000)
  const lines: LedgerLine[] = []
  put('entries', own, (index) => {
    const servedFrom = now - (own - index) * 8 * hourMs
    const credit = {
      memberId: volunteer.memberId,
      source: `b_line_${index}:1`,
      minutes: 60,
      teamId: 'repair',
      title: '水管漏水',
      servedFrom,
      servedTo: servedFrom + hourMs,
    }
    const line = nextEntry(lines.at(-1), { effect: 'credit', ...credit }, communityId, servedFrom + hourMs)
    lines.push(line)
    return line
  })
  put('ledgerSums', 1, () => keptSums(lines, mark))
  put('members', size, (index) => ({
    _id: `m_other_${index}`,
    communityId,
    openid: `wx_other_${index}`,
    name: '居民',
    nameKey: '居民',
    state: index % 9 === 0 ? 'pending' : 'verified',
    registeredAt: now - Math.floor((index / size) * 365 * dayMs),
    roles: [],
    licences: [],
    consents: [{ kind: 'leaderboard', version: '1', given: true, at: now }],
    rev: 1,
    events: [],
    ...{ wakesAt: null, dueAt: null, pending: [], phone: null, phoneKey: null, birth: null },
    ...{ gridId: 'grid1', estateId: 'huochai', householdId: `h_${index}` },
  }))
  put('memberships', Math.min(size / 20, 1500), (index) => ({
    ...newMembership({ _id: `m_other_${index}`, name: '居民', communityId }, 'repair'),
    state: 'accepted',
    since: now - index,
  }))
  put('hourSums', 365, (index) => {
    const day = dayOf(now - index * dayMs)
    const byMember = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`m_other_${(index * 7 + at) % 400}`, 60]),
    )
    const byTeam = { repair: { recordedMinutes: 1200, honourMinutes: 0 } }
    return { _id: `${communityId}_${day}`, communityId, day, rev: 1, byTeam, byProject: {}, byMember }
  })
}

/** Counts of days as the timer leaves them: of bookings, where little happens to them any more. */
function fillTallies(put: Put, now: number, booked: ReadonlyMap<Day, BookingFigures>): void {
  put('tallies', 365, (index) => {
    const day = dayOf(now - index * dayMs)
    const counts = { filed: 3, responded: 3, respondedInTime: 2, resolved: 2, rated: 1, satisfied: 1 }
    const lines = [{ gridId: 'grid1', category: 'parking_shed', tier: 'grid', ...counts }]
    const settled = day < settledBefore(now) && { bookings: booked.get(day) ?? noFigures }
    return { _id: `${communityId}_${day}`, communityId, day, rev: 1, lines, ...settled }
  })
}

/** The sums as the timer leaves them after the last full page of lines. */
function keptSums(lines: readonly LedgerLine[], mark: Marker) {
  const counted = lines.slice(0, lines.length - (lines.length % linesOfPage))
  const { memberId = '', seq = 0, hash = '' } = counted.at(-1) ?? {}
  const sums = { seq, hash, months: sumsByMonth(counted) }
  return { _id: memberId, communityId, rev: 1, dueAt: null, ...sums, mark: markOfSums(memberId, sums, mark) }
}
