import { tiers } from '#contract/member'
import type { RequestDetail } from '#contract/request'
import { holderText, tierLineWords } from '#text/request/request'
import { StepLine } from '#ui/drawing/StepLine'

const names = tiers.map((tier) => holderText[tier])

export interface TierLineProps {
  request: Pick<RequestDetail, 'tier' | 'state'>
  /** Until when the tier that holds it has time. */
  until: string
}

/** The four tiers of a request as a line, with the one that holds it and its deadline. */
export function TierLine({ request: { tier, state }, until }: TierLineProps) {
  const here = tiers.indexOf(tier)
  const over = state === 'closed' || state === 'declined'
  return (
    <StepLine label={tierLineWords(names, here, over)} steps={names} here={here} until={until || undefined} />
  )
}
