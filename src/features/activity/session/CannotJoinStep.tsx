import type { ActivityDetail } from '#contract/activity'
import type { CannotJoin } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'
import { routes } from '#routes'
import { cannotJoinAction, cannotJoinWords } from '#text/session/signup'
import { Button } from '#ui/button/Button'
import { signInFrom } from '#ui/go/signInFrom'
import { Box } from '#ui/show/Box'

const ways: Partial<Record<CannotJoin, { to: string; action: string }>> = {
  not_registered: { to: routes.register, action: cannotJoinAction.not_registered },
  not_verified: { to: routes.register, action: cannotJoinAction.not_verified },
  too_young: { to: routes.dependents, action: cannotJoinAction.too_young },
  too_old: { to: routes.dependents, action: cannotJoinAction.too_old },
}
const elsewhere = { to: routes.activities, action: cannotJoinAction.other }

export interface CannotJoinStepProps {
  why: CannotJoin
  signup: ActivityDetail['signup']
  now: Instant
  /** Whether the page can lead on; somebody else's way is not the viewer's. */
  leads: boolean
}

/** Says why the viewer, or whom they act for, cannot join and what to do about it, and leads there. */
export function CannotJoinStep({ why, signup, now, leads }: CannotJoinStepProps) {
  const way =
    why === 'not_signed_in' ? { to: signInFrom(), action: cannotJoinAction.not_signed_in } : ways[why]
  const { to, action } = way ?? elsewhere
  return (
    <Box className='stack-tight'>
      <Box>{cannotJoinWords(why, signup, now)}</Box>
      {leads && (
        <Button look={way ? 'primary' : 'quiet'} to={to}>
          {action}
        </Button>
      )}
    </Box>
  )
}
