import { tiers } from '#contract/member'
import type { RequestDetail } from '#contract/request'
import { holderText } from '#text/request/request'
import { StepLine } from '#ui/drawing/StepLine'
import { Box } from '#ui/show/Box'

const names = tiers.map((tier) => holderText[tier])

export interface TierLineProps {
  tier: RequestDetail['tier']
  /** Until when the tier that holds it has time, and what stops its clock. */
  until: string
}

/** The four tiers of a request as a line, with the one that holds it and its deadline. */
export function TierLine({ tier, until }: TierLineProps) {
  return (
    <>
      <StepLine steps={names} here={tiers.indexOf(tier)} />
      {until && <Box className='soft'>{until}</Box>}
    </>
  )
}
