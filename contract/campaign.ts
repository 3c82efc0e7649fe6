import * as v from 'valibot'
import type { RequestCard, RequestState } from './request'
import { type ContractRow, reply } from './shared/operation'
import { few, type Instant, id, type Page, paging, paragraph, wholeNumber } from './shared/scalars'

/** So many requests come to a campaign at once. */
export const gatheredAtOnce = 30
/** A cluster has at least so many open requests of one category and estate, filed within so many days. */
export const clusterLeast = 3
export const clusterDays = 60

const campaignOne = v.object({ publicationId: id })

/** Brings requests of the campaign's category to it. One that is there already stays. */
export const campaignGather = v.object({
  publicationId: id,
  requestIds: v.pipe(few(id, gatheredAtOnce), v.minLength(1)),
})

/** How far it has come: the index of one of its stages, with words for everybody. */
export const campaignStage = v.object({
  publicationId: id,
  stage: wholeNumber(0, 7),
  words: v.optional(paragraph(2, 300)),
})

/** Resolves every gathered request that is open, with the same words. */
export const campaignResolve = v.object({ publicationId: id, words: paragraph(2, 500) })

export const campaignGet = campaignOne

/** `gathered`: its own. `open`: those of its category that could come to it. For those who write. */
export const campaignRequests = v.object({
  publicationId: id,
  which: v.picklist(['gathered', 'open']),
  ...paging,
})

/** Where many have asked for the same. For those who write. */
export const campaignProposed = v.object({})

/** A stage that a campaign has reached. */
export interface StageReached {
  /** The index of the stage. */
  stage: number
  at: Instant
  words?: string
}

/** What has become of the requests of a campaign, and how many people it is about: who filed one, or supports one. */
export interface CampaignFigures {
  gathered: number
  resolved: number
  /** That wait for their end still. */
  open: number
  people: number
}

export interface CampaignShown extends CampaignFigures {
  stages: string[]
  /** In the order of time; the last one is where it stands. */
  reached: StageReached[]
  /** Those of its requests that everybody may read. */
  requests: { requestId: string; title: string; state: RequestState }[]
}

export interface Gathered extends CampaignFigures {
  /** Those that did not come, and why. */
  left: { requestId: string; why: 'finished' | 'in_campaign' }[]
}

/** Open requests of one category in one estate. */
export interface Cluster {
  category: string
  categoryTitle: string
  estateId: string
  estateName: string
  count: number
  /** When the first of them was filed. */
  since: Instant
}

export const campaignOperations = {
  'campaign.gather': { input: campaignGather, reply: reply<Gathered>() },
  'campaign.stage': { input: campaignStage, reply: reply<{ stage: number }>() },
  'campaign.resolve': { input: campaignResolve, reply: reply<CampaignFigures>() },
  'campaign.get': { input: campaignGet, reply: reply<CampaignShown>() },
  'campaign.requests': { input: campaignRequests, reply: reply<Page<RequestCard>>() },
  'campaign.proposed': { input: campaignProposed, reply: reply<Page<Cluster>>() },
} as const satisfies Record<string, ContractRow>
