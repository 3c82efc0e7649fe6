import type { Instant } from '#contract/shared/scalars'

/** What is voted on, for how long, and how many must. */
export interface PollAbout {
  subject: 'pact'
  /** What it is about, and which edition of it. */
  subjectId: string
  edition: number
  /** From 1, among the polls about it. */
  number: number
  /** So many must have voted. */
  least: number
  opensAt: Instant
  closesAt: Instant
}
