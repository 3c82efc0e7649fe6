import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { LocalCloud } from '#local/cloud'
import type { Stage } from '#local/engine/aggregate'
import { fromWire, type PlainObject } from '#local/engine/documents'
import { type Engine, openEngine } from '#local/engine/engine'
import { readFilter } from '#local/engine/filter'
import type { IndexSpec } from '#local/engine/manifest'
import { readOrder } from '#local/engine/order'
import { startHouse } from '#local/house'
import { manifest } from '#store/manifest'
import { type Asking, askingsInSource } from '#support/queries/askings'
import { around, first, foundBy, whereOf } from '#support/queries/documents'
import { sdkFor } from '#support/sdk'

/** What a query sifts beside its index, by the reason why that is little. */
const sifted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'of a person’s own bookings, most are shown as a card of their own': {
    'app/booking/booking.ts: bookings.page mine': 'behind',
    'app/home/home.ts: bookings.finding mine': 'behind, state',
  },
  'what waits for a second word, or for a telephone call, is little': {
    'app/callList/callList.ts: notices.page callList': 'activityId, bookingId, requestId',
    'app/hours/honours.ts: honours.counting waiting': 'anything',
    'app/hours/honours.ts: honours.page waiting': 'anything',
  },
  'of a day’s bookings, most have one volunteer, who claimed them in time': {
    'app/report/bookingFigures.ts: bookings.count createdByState': 'claimedInTime, claims, hand.number',
  },
  'an administrator seldom looks for what is missing, and hears of a refused template once a day': {
    'app/community/lacking.ts: members.find byState': 'roles.role',
    'app/notice/messageFaults.ts: members.find byState': 'roles.role',
  },
  'bookings that are open, or done and not yet confirmed, are few': {
    'app/booking/hall.ts: bookings.find byTeam': 'anything',
    'app/booking/dispatch.ts: bookings.counting atRisk': 'anything, windowTo',
    'app/booking/dispatch.ts: bookings.page atRisk': 'anything, atRisk, windowTo',
    'app/booking/dispatch.ts: bookings.page byTeam': 'anything',
    'app/booking/dispatch.ts: bookings.page open': 'anything',
    'app/community/communityOps.ts: bookings.count open': 'kind, service',
  },
  'a course has some dozens of papers, one of each of its trainees and few that were replaced': {
    'app/training/certify.ts: certificates.find ofCourse': 'memberId',
  },
  'a person reads their notices; a hundred unread ones are many': {
    'app/notice/inbox.ts: notices.updateAll unread':
      'activityId, bookingId, publicationId, requestId, vacancyId',
  },
  'drafts that were thrown away are few beside what stood written': {
    'app/publication/reading.ts: publications.page listed': 'edition',
    'app/publication/reading.ts: publications.page listedOfKind': 'edition',
  },
  'those who ever allowed a message are gone through for what is urgent': {
    'app/publication/mailing.ts: allowances.page ofTemplate': 'balance',
  },
  'a campaign has some hundred requests at most': {
    'app/campaign/figures.ts: requests.count ofCampaign': 'withdrawn',
    'app/campaign/reading.ts: requests.find ofCampaign': 'onBoard',
  },
  'a campaign gathers few of a community’s requests, and these are soon finished': {
    'app/campaign/reading.ts: requests.page alike': 'campaignId',
    'app/campaign/reading.ts: requests.find alike': 'campaignId',
  },
  'the timer takes out within a minute what is over': {
    'app/activity/pages.ts: activities.pageNamed ahead': 'lastTo',
    'app/activity/pages.ts: activities.pageNamed aheadOfKind': 'lastTo',
    'app/activity/pages.ts: activities.pageNamed aheadOfTeam': 'lastTo',
  },
  'it is asked when somebody leaves, or changes a name or a number, of their own bookings': {
    'app/account/closing.ts: bookings.count claimed': 'state',
    'app/account/closing.ts: bookings.count mine': 'hand.number, stars, state',
    'app/effects/callOff.ts: bookings.find claimed': 'needsLicence, state, teamId, windowTo',
    'app/effects/callOff.ts: bookings.find mine': 'anything',
    'app/enrolment/adopt.ts: bookings.count claimed': 'state',
    'app/enrolment/adopt.ts: bookings.count mine': 'state',
    'app/member/carryName.ts: bookings.updateAll claimed': 'state',
    'app/member/carryName.ts: bookings.updateAll mine': 'state',
    'app/member/phones.ts: bookings.find mine': 'state',
  },
  'a person has few relatives, wards, proxies, teams and browsers': {
    'app/account/closing.ts: dependents.count byMember': 'removed',
    'app/account/closing.ts: guardianships.count byGuardian': 'state',
    'app/account/exportOwn.ts: dependents.find byMember': 'removed',
    'app/activity/pages.ts: dependents.find byMember': 'removed',
    'app/dependent/dependents.ts: dependents.count byMember': 'removed',
    'app/dependent/family.ts: dependents.find byMember': 'removed',
    'app/desk/desks.ts: desks.find byMember': 'expiresAt, revokedAt',
    'app/effects/callOff.ts: memberships.find byMember': 'state',
    'app/effects/callOff.ts: placements.find byMember': 'state',
    'app/effects/callOff.ts: proxyships.find byMember': 'anything',
    'app/effects/callOff.ts: proxyships.find byProxy': 'anything',
    'app/proxy/proxies.ts: proxyships.find byMember': 'anything',
    'app/proxy/proxies.ts: proxyships.find byProxy': 'anything',
    'app/team/licences.ts: memberships.find byMember': 'state',
  },
  'few people have one name, one dwelling, or a move that waits': {
    'app/member/people.ts: members.find byAsked': 'asked.home.gridId',
    'app/member/people.ts: members.find byNameKey': 'gridId',
    'app/register/match.ts: members.find byHousehold': 'state',
    'app/register/match.ts: members.find byState': 'movedFrom.householdId',
  },
  'most of those who were born in a month are still here': {
    'app/activity/celebrants.ts: dependents.find byBirthMonth': 'removed',
    'app/activity/celebrants.ts: members.find byBirthMonth': 'state',
  },
  'a person sends few pictures within a day': {
    'app/file/files.ts: files.count byOwner': 'attachedTo',
  },
  'a day has one': {
    'app/hours/digests.ts: digests.find byDay': 'mark',
    'app/report/bookingFigures.ts: tallies.find byDay': 'bookings',
  },
  'an administrator seldom takes out a part of the community': {
    'app/community/communityOps.ts: activities.count ahead': 'sessions.shifts.teamId',
    'app/community/communityOps.ts: honours.count byTeam': 'state',
    'app/community/communityOps.ts: hourSums.count byDay': 'anything',
    'app/community/communityOps.ts: members.count byState':
      'estateId, movedFrom.estateId, movedFrom.gridId, roles.scope.gridId',
  },
}

/** A file that nobody has written, whose queries have the wrong index. */
const wrong = {
  file: 'app/wrong.ts',
  text: `
    import { bookings, requests } from '#store/collections'
    import { above, not } from '#store/words/conditions'
    const listing = { cursor: undefined, limit: 20 }
    export const ofGrid = (communityId: string, gridId: string | undefined) =>
      requests.page('board', { communityId, onBoard: true, ...(gridId && { gridId }) }, listing)
    export const since = (communityId: string) =>
      bookings.find('open', { communityId, state: 'open', createdAt: above(1) }, listing)
    export const others = (communityId: string) =>
      bookings.count('byTeam', { communityId, state: not('open') })
    export const later = (communityId: string) => ({
      others: bookings.counting('byTeam', { communityId, state: not('open') }),
      since: bookings.finding('open', { communityId, state: 'open', createdAt: above(1) }, listing),
    })
    export const right = (communityId: string) =>
      requests.page('boardOfCategory', { communityId, onBoard: true, category: 'parking' }, listing)
  `,
}

/** A collection as this test uses it, with names that the compiler does not check. */
type AnyLists = Record<string, (index: string, where: object, ...more: object[]) => Promise<unknown>>

let cloud: LocalCloud
let open: (collection: string) => AnyLists
let together: (communityId: string, asked: object) => Promise<unknown>
let askings: Asking[]
const dataDir = mkdtempSync(join(tmpdir(), 'rows-'))

beforeAll(async () => {
  cloud = await startHouse({ dataDir, functionsDir: resolve('dist/cloudfunctions'), port: 0 })
  sdkFor(cloud)
  const store: { open: unknown } = await import('#store/open')
  open = store.open as typeof open
  const several: { together: unknown } = await import('#store/together')
  together = several.together as typeof together
  const communities = open('communities') as unknown as { insert(doc: object): Promise<boolean> }
  await communities.insert({ _id: beside })
  askings = askingsInSource({ [wrong.file]: wrong.text })
})
afterAll(async () => {
  await cloud.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const limit = 20
/** The community beside which inquiries are made. */
const beside = 'beside'
const isInquiry = ({ method }: Asking): boolean => ['finding', 'pagingNamed', 'counting'].includes(method)
const isList = ({ method }: Asking): boolean =>
  ['find', 'finding', 'page', 'pageNamed', 'pagingNamed'].includes(method)

/** The read of an asking, as it reaches the database through the real SDK; of a list, from its beginning or further on. */
async function readOf(asking: Asking, after?: PlainObject): Promise<(engine: Engine) => unknown> {
  const { collection, index, method } = asking
  let read: ((engine: Engine) => unknown) | undefined
  cloud.hooks.before = (_, request) => {
    const inner = innerOf(request)
    if (inner) {
      read = (engine) => engine.aggregate(collection, inner)
      return
    }
    const { filter, order } = sentIn(request)
    if (method === 'count') read = (engine) => engine.count(collection, filter)
    else read = (engine) => engine.find(collection, { filter, order, ...(isList(asking) && { limit }) })
  }
  const listing = { limit, cursor: undefined, after, fields: ['_id'] }
  const others = { named: { from: 'sessions', key: '_id', by: 'activityId', fields: [] } }
  const more = {
    ...{ find: [listing], finding: [listing], page: [listing], count: [], counting: [] },
    ...{ pageNamed: [listing, others], pagingNamed: [listing, others] },
    ...{ updateAll: [{ touched: 1 }], removeAll: [] },
  }
  const how = after ? 'find' : method
  const asked = open(collection)[how]?.(index, whereOf(asking), ...more[how])
  if (how === method && isInquiry(asking)) await together(beside, { asked })
  else await asked
  delete cloud.hooks.before
  if (!read) throw new Error(`${asking.place} has asked nothing`)
  return read
}

/** The stages of an inquiry, as they stand inside what is sent. */
function innerOf({ stages }: Readonly<Record<string, unknown>>): Stage[] | undefined {
  if (!Array.isArray(stages)) return undefined
  const [lookup] = stages.filter(({ stageKey }) => stageKey === '$lookup')
  const { pipeline } = fromWire(lookup.stageValue) as { pipeline?: PlainObject[] }
  return pipeline?.flatMap((stage) => Object.entries(stage).map(([name, value]) => ({ name, value })))
}

function sentIn({ query, order, stages }: Readonly<Record<string, unknown>>) {
  const [asked, sorted] = Array.isArray(stages)
    ? stages.map(({ stageValue }) => fromWire(stageValue))
    : [fromWire(query), fromWire(order ?? undefined)]
  return { filter: readFilter(asked), order: readOrder(sorted) }
}

/** So many documents stand before and after those that an asking finds. To look at one costs a step and more. */
const many = 120

/** The conditions for which a query looks at what it does not answer; `its order` where it is what it answers later. */
async function siftedBy(asking: Asking, indexes: readonly IndexSpec[]): Promise<string[]> {
  const { collection, where } = asking
  const file = join(dataDir, 'rows.db')
  const engine = openEngine({ file, manifest: { [collection]: { indexes } } })
  const docs = foundBy(asking)
  engine.insert(collection, docs)
  const reads = [await readOf(asking), ...(asking.goesOn ? [await readOf(asking, docs[first / 2])] : [])]
  const steps = () => reads.map((read) => engine.stepsOf(() => read(engine)))
  const growsBy = (more: PlainObject[]): boolean => {
    steps()
    const known = steps()
    engine.insert(collection, more)
    return steps().some((now, at) => now > (known[at] ?? 0) + many)
  }
  try {
    const fields = where.filter((said) => growsBy(around(asking, many, said))).map(({ field }) => field)
    return isList(asking) && growsBy(around(asking, many)) ? [...fields, 'its order'] : fields
  } finally {
    engine.close()
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
  }
}

/** A key that is unique would let no second document in that is found alike. */
const indexesOf = (collection: string): IndexSpec[] =>
  (manifest[collection]?.indexes ?? []).map(({ name, keys }) => ({ name, keys }))

/** By the place in the source, what its queries sift. */
async function siftedIn(some: readonly Asking[], without?: string): Promise<Record<string, string>> {
  const found = new Map<string, Set<string>>()
  for (const asking of some) {
    const indexes = indexesOf(asking.collection).filter(({ name }) => name !== without)
    for (const field of await siftedBy(asking, indexes))
      found.set(asking.place, (found.get(asking.place) ?? new Set()).add(field))
  }
  return Object.fromEntries([...found].map(([place, fields]) => [place, [...fields].sort().join(', ')]))
}

const isWrong = ({ place }: Asking): boolean => place.startsWith(wrong.file)

describe('a query in the source of the functions', () => {
  it('is one of many', () => {
    expect(askings.length).toBeGreaterThan(180)
  })

  it('looks at little more than it answers, however much there is of the rest', async () => {
    const product = askings.filter((asking) => !isWrong(asking))
    expect(await siftedIn(product)).toEqual(Object.assign({}, ...Object.values(sifted)))
  }, 300_000)

  it('is seen when it has the wrong index', async () => {
    expect(await siftedIn(askings.filter(isWrong))).toEqual({
      [`${wrong.file}: requests.page board`]: 'gridId',
      [`${wrong.file}: bookings.find open`]: 'its order',
      [`${wrong.file}: bookings.count byTeam`]: 'state',
      [`${wrong.file}: bookings.counting byTeam`]: 'state',
      [`${wrong.file}: bookings.finding open`]: 'its order',
    })
  })

  it.each([
    ['boardOfCategory', 'app/request/request.ts: requests.page boardOfCategory', 'category'],
    ['byStateOfGrid', 'app/member/people.ts: members.page byStateOfGrid', 'gridId'],
    ['queue', 'app/request/request.ts: requests.page queue', 'its order'],
  ])('is seen when the index %s is taken away', async (index, place, fields) => {
    const some = askings.filter((asking) => asking.place === place)
    expect(await siftedIn(some, index)).toEqual({ [place]: fields })
  })
})
