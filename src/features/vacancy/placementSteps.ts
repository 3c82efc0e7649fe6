import type { RefusalCode } from '#contract/shared/refusal'

/** Refusals which mean that the page shows an old state. */
export const wayOvertaken: readonly (RefusalCode | 'unreachable')[] = [
  'conflict',
  'not_found',
  'vacancy_over',
  'placement_declined',
  'placement_works',
  'placement_not_under_way',
  'follow_up_none',
]
