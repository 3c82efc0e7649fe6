import * as v from 'valibot'
import type { RequestState } from './request'
import { type ContractRow, reply } from './shared/operation'
import { type Instant, id, line, type Page, paging, paragraph, wholeNumber } from './shared/scalars'

const edition = wholeNumber(1, 10_000)
/** The votes of one pact are numbered from 1. */
const vote = wholeNumber(1, 10_000)

/** Assents to the present edition; `assents: false` takes it back. `edition` says which one was read. */
export const pactAssent = v.object({
  publicationId: id,
  edition: v.optional(edition),
  assents: v.optional(v.boolean(), true),
})

/** Adds the assents on one sheet of paper, or takes one such line back. Both need the present edition. */
export const pactPaperAssents = v.union([
  v.object({ publicationId: id, count: wholeNumber(1, 100_000), note: line(1, 100) }),
  v.object({ publicationId: id, reverses: id, note: line(1, 100) }),
])
export const pactPapers = v.object({ publicationId: id, ...paging })

export const pactPropose = v.object({ publicationId: id, words: paragraph(1, 500) })
export const pactProposals = v.object({ publicationId: id, ...paging })

/** `vote` says which one was read. */
export const pactVote = v.object({ publicationId: id, yes: v.boolean(), vote: v.optional(vote) })

/** Without `vote`, the last one about that edition. */
export const pactProof = v.object({ publicationId: id, edition, vote: v.optional(vote) })

/** One line of the book of assents on paper. */
export interface PaperLine {
  lineId: string
  /** Negative where it takes one back. */
  count: number
  note: string
  who: string
  at: Instant
  /** The line that it takes back. */
  reverses?: string
  reversed?: true
}

/** A proposal that staff have cleared, in their words. */
export interface PactProposal {
  requestId: string
  title: string
  text: string
  at: Instant
  state: RequestState
  supporters: number
  supported?: true
  own?: true
  /** What was answered, and why. */
  answer?: string
}

/** A vote as anybody may check it. While it runs, nothing of it is known. */
export interface PactProof {
  publicationId: string
  edition: number
  vote: number
  /** Names it in the text of the hash. */
  pollId: string
  state: 'open' | 'counted'
  opensAt: Instant
  closesAt: Instant
  /** So many must have voted. */
  least: number
  /** Since it was counted: every ballot in the order of ids, and what follows from them. */
  ballots?: { id: string; yes: boolean }[]
  hash?: string
  yes?: number
  no?: number
  passed?: boolean
}

export const pactOperations = {
  'pact.assent': { input: pactAssent, reply: reply<{ assents: number; assented: boolean }>() },
  'pact.paperAssents': { input: pactPaperAssents, reply: reply<{ lineId: string; paper: number }>() },
  'pact.papers': { input: pactPapers, reply: reply<Page<PaperLine>>() },
  'pact.propose': { input: pactPropose, reply: reply<{ proposalId: string }>() },
  'pact.proposals': { input: pactProposals, reply: reply<Page<PactProposal>>() },
  'pact.vote': { input: pactVote, reply: reply<{ state: 'voted'; ballotId: string }>() },
  'pact.proof': { input: pactProof, reply: reply<PactProof>() },
} as const satisfies Record<string, ContractRow>
