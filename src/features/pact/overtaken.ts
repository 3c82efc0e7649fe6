import type { RefusalCode } from '#contract/shared/refusal'

/** Somebody else, or time, was faster: the page is read again. */
export const pactOvertaken: readonly RefusalCode[] = [
  'pact_changed',
  'publication_over',
  'vote_none',
  'vote_cast',
  'paper_reversed',
  'paper_none',
]
