import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { LocalCloud } from '#local/cloud'
import { readFilter } from '#local/engine/filter'
import { openHouse } from '#local/house'

let cloud: LocalCloud
const dataDir = mkdtempSync(join(tmpdir(), 'lists-'))

beforeAll(async () => {
  cloud = await openHouse({ dataDir, functionsDir: resolve('dist/cloudfunctions'), port: 0 })
})
afterAll(async () => {
  await cloud.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const after = (field: string, value: number, beyond: '$gt' | '$lt') => ({
  $or: [{ [field]: { [beyond]: value } }, { [field]: value, _id: { [beyond]: 'x' } }],
})

/** Every list that a use case reads, on its first page and after a cursor. */
const lists: [name: string, collection: string, filter: object, order: Record<string, 1 | -1>][] = [
  [
    'the hall',
    'bookings',
    { communityId: 'c', state: 'open', teamId: { $in: ['a', 'b'] } },
    { windowFrom: 1, _id: 1 },
  ],
  [
    'the hall, next page',
    'bookings',
    { $and: [{ communityId: 'c', state: 'open', teamId: { $in: ['a'] } }, after('windowFrom', 5, '$gt')] },
    { windowFrom: 1, _id: 1 },
  ],
  ['my bookings', 'bookings', { requesterId: 'm' }, { createdAt: -1, _id: -1 }],
  [
    'my bookings, next page',
    'bookings',
    { $and: [{ requesterId: 'm' }, after('createdAt', 5, '$lt')] },
    { createdAt: -1, _id: -1 },
  ],
  ['claimed bookings', 'bookings', { claimerId: 'm' }, { windowFrom: -1, _id: -1 }],
  [
    'a team’s bookings',
    'bookings',
    { communityId: 'c', teamId: { $in: ['a'] } },
    { windowFrom: -1, _id: -1 },
  ],
  ['the no-shows of a booking', 'noShows', { bookingId: 'b' }, { claim: 1, _id: 1 }],
  ['what somebody is said to have missed', 'noShows', { accusedId: 'm' }, { saidAt: -1, _id: -1 }],
  ['what somebody has said', 'noShows', { saidById: 'm' }, { saidAt: -1, _id: -1 }],
  ['a team’s no-shows', 'noShows', { teamId: 'a' }, { saidAt: -1, _id: -1 }],
  [
    'what is at risk',
    'bookings',
    {
      $and: [
        { communityId: 'c', state: 'open', windowTo: { $gt: 5 } },
        {
          $or: [
            { teamId: { $in: ['a'] }, atRisk: { $in: ['leader', 'grid'] } },
            { gridId: { $in: ['g'] }, atRisk: 'grid' },
          ],
        },
      ],
    },
    { windowFrom: 1, _id: 1 },
  ],
  [
    'forgotten check-outs',
    'bookings',
    { communityId: 'c', state: 'done', 'checkedOut.how': 'planned_end', teamId: { $in: ['a'] } },
    { windowFrom: 1, _id: 1 },
  ],
  [
    'one volunteer’s claims of late',
    'bookings',
    { claimerId: 'm', windowFrom: { $gt: 5 } },
    { windowFrom: -1, _id: -1 },
  ],
  ['diaries of a team', 'diaries', { _id: { $in: ['a', 'b'] } }, { _id: 1 }],
  ['what is due', 'bookings', { dueAt: { $lte: 5 } }, { dueAt: 1, _id: 1 }],
  ['my shifts', 'shiftPlaces', { memberId: 'm', state: { $in: ['confirmed'] } }, { from: 1, _id: 1 }],
  ['my shifts that have been', 'shiftPlaces', { memberId: 'm' }, { from: -1, _id: -1 }],
  ['the places of a shift', 'shiftPlaces', { shiftId: 's' }, { _id: 1 }],
  ['the shifts of a session', 'shifts', { sessionId: 's', state: 'open' }, { _id: 1 }],
  ['shifts that are due', 'shifts', { dueAt: { $lte: 5 } }, { dueAt: 1, _id: 1 }],
  ['the inbox', 'notices', { memberId: 'm' }, { at: -1, _id: -1 }],
  ['who has a ledger', 'members', { communityId: 'c', hoursLines: { $gt: 0 } }, { hoursLines: 1, _id: 1 }],
  ['a ledger', 'entries', { memberId: 'm' }, { seq: -1, _id: -1 }],
  ['a credited source', 'entries', { memberId: 'm', source: 's' }, { seq: -1, _id: -1 }],
  ['the members of all teams', 'memberships', { communityId: 'c', state: 'accepted' }, { _id: 1 }],
  ['a roster', 'memberships', { teamId: 'a' }, { since: -1, _id: -1 }],
  ['the dwellings of an estate', 'households', { communityId: 'c', estateId: 'a' }, { _id: 1 }],
  ['my teams', 'memberships', { memberId: 'm' }, { since: -1, _id: -1 }],
  ['who has named me as guardian', 'guardianships', { guardianId: 'm' }, { since: -1, _id: -1 }],
  ['the register', 'dwellings', { communityId: 'c' }, { _id: 1 }],
  ['dwellings of the register', 'dwellings', { _id: { $in: ['a', 'b'] } }, { _id: 1 }],
  ['dependents', 'dependents', { memberId: 'm', removed: false }, { addedAt: 1, _id: 1 }],
  ['a volunteer’s number', 'volunteerNumbers', { memberId: 'm' }, { _id: 1 }],
  ['what is still to be forgotten', 'closings', { dueAt: { $lte: 5 } }, { dueAt: 1, _id: 1 }],
  ['a walk through everything', 'bookings', { _id: { $gt: 'b' } }, { _id: 1 }],
  ['doors still kept', 'bookings', { requesterId: 'm', contact: { $ne: null } }, { createdAt: -1, _id: -1 }],
  ['browsers', 'desks', { memberId: 'm' }, { since: -1, _id: -1 }],
  [
    'activities ahead',
    'activities',
    { communityId: 'c', ahead: true, lastTo: { $gt: 5 } },
    { firstFrom: 1, _id: 1 },
  ],
  [
    'activities that are over',
    'activities',
    { communityId: 'c', published: true, lastTo: { $lte: 5 } },
    { lastTo: -1, _id: -1 },
  ],
  [
    'activities that are over, next page',
    'activities',
    { $and: [{ communityId: 'c', published: true, lastTo: { $lte: 5 } }, after('lastTo', 4, '$lt')] },
    { lastTo: -1, _id: -1 },
  ],
  ['drafts', 'activities', { communityId: 'c', state: 'draft' }, { createdAt: -1, _id: -1 }],
  ['sessions of a page', 'sessions', { activityId: { $in: ['a', 'b'] } }, { activityId: 1, _id: 1 }],
  ['sessions of an activity', 'sessions', { activityId: 'a' }, { _id: 1 }],
  ['shifts of an activity', 'shifts', { activityId: 'a' }, { _id: 1 }],
  [
    'birthdays of a month',
    'members',
    { communityId: 'c', birthMonthKey: 'solar:05', state: 'verified' },
    { _id: 1 },
  ],
  [
    'relatives’ birthdays',
    'dependents',
    { communityId: 'c', birthMonthKey: 'solar:05', removed: false },
    { _id: 1 },
  ],
  ['unread notices', 'notices', { memberId: 'm', read: false }, {}],
]

describe('every list of the sample community', () => {
  it.each(lists)('%s is read through an index', (_, collection, filter, order) => {
    const plan = cloud.explain(collection, readFilter(filter as never), Object.entries(order))
    expect(plan).toMatch(/USING (COVERING )?INDEX/)
    expect(plan).not.toMatch(/\bSCAN\b/)
    expect(plan).not.toMatch(/TEMP B-TREE/)
  })

  it('the claims of a whole team are found through an index, and those few are sorted', () => {
    const claims = { claimerId: { $in: ['a', 'b'] }, windowFrom: { $gt: 5 } }
    const plan = cloud.explain('bookings', readFilter(claims), [
      ['windowFrom', -1],
      ['_id', -1],
    ])
    expect(plan).toMatch(/USING (COVERING )?INDEX/)
    expect(plan).not.toMatch(/\bSCAN\b/)
  })

  it('would be seen to scan without one', () => {
    expect(cloud.explain('bookings', readFilter({ risks: 'x' }), [['risks', 1]])).toMatch(/\bSCAN\b/)
  })
})
