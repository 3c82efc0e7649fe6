import type { Instant, MemberId } from '#contract/shared/scalars'
import type { BookingFigures } from '#core/booking/figures'
import type { Post } from '#core/member/post'
import { requestWithout } from '#core/request/forgetting'
import type { TallyLine } from '#core/request/rates'
import type { ServiceRequest } from '#core/request/request'
import { by, goesWith, remains } from '#store/engine/fate'
import { apart, goesAlong, rekeyed } from '#store/engine/join'
import { row } from '#store/engine/row'

/** One member's support, for the member's list; the request itself decides. */
export interface Support {
  /** `<requestId>_<memberId>` */
  _id: string
  communityId: string
  memberId: MemberId
  requestId: string
  at: Instant
}

/** The counts of the requests filed on one day, made anew after one of them has changed, and of bookings made then. */
export interface Tally {
  /** Joined from the community and the day. */
  _id: string
  communityId: string
  day: string
  /** Grows by one whenever the day owes a recount. */
  rev: number
  /** Since when it owes a recount; null, or absent in a document from before it was kept, where it owes none. */
  dueAt: Instant | null
  setbacks?: number
  lines: TallyLine[]
  /** What became of the bookings of that day; absent until little happens to them, see `settledBefore`. */
  bookings?: BookingFigures
}

export const requestsRow = row<ServiceRequest>()({
  indexes: {
    mine: ['requesterId', '-filedAt'],
    alike: ['communityId', 'category', 'gridId', 'unfinished', '-filedAt'],
    queue: ['communityId', 'queue', 'unfinished', 'sortAt'],
    queueOfCategory: ['communityId', 'queue', 'unfinished', 'category', 'sortAt'],
    board: ['communityId', 'onBoard', '-filedAt'],
    boardOfCategory: ['communityId', 'onBoard', 'category', '-filedAt'],
    byDay: ['communityId', 'filedDay'],
    ofPact: ['pactId', 'onBoard', '-filedAt'],
    ofCampaign: ['campaignId', 'state', '-filedAt'],
    due: ['dueAt'],
  },
  sealed: { forResident: 'forResident', guideAnswers: 'guideAnswers' },
  fate: by(requestWithout),
  joins: goesAlong,
  passes: true,
})

export const supportsRow = row<Support>()({
  indexes: { byMember: ['memberId', '-at'] },
  sealed: {},
  fate: goesWith('memberId'),
  joins: rekeyed(),
  passes: false,
})

export const talliesRow = row<Tally>()({
  indexes: { byDay: ['communityId', 'day'], due: ['dueAt'] },
  sealed: {},
  fate: remains('Counts of requests and bookings, of nobody in particular.'),
  joins: apart('Counts.'),
  passes: true,
})

export const postsRow = row<Post>()({
  indexes: {
    byQueue: ['queue', 'held', 'since'],
    byMember: ['memberId'],
    due: ['dueAt'],
  },
  sealed: {},
  fate: goesWith('memberId'),
  joins: rekeyed(),
  passes: true,
})
