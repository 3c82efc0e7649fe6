import type { RefusalCode } from '#contract/shared/refusal'

/** With these the page shows an old state. */
export const campaignOvertaken: readonly RefusalCode[] = [
  'publication_over',
  'not_found',
  'in_campaign',
  'request_finished',
  'nothing_gathered',
]
