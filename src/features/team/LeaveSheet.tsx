import { useCommand } from '#cloud/call/useCommand'
import type { MemberId } from '#contract/shared/scalars'
import type { Team } from '#contract/team'
import { teamText } from '#text/team/team'
import { Confirm } from '#ui/sheet/Confirm'

export interface LeaveSheetProps {
  team: Team
  /** The member who leaves, when the person acts for somebody. */
  actingFor?: MemberId | undefined
  onLeft: () => void
  onClose: () => void
}

/** Leaves a team after a question. */
export function LeaveSheet({ team, actingFor, onLeft, onClose }: LeaveSheetProps) {
  const leave = useCommand('team.leave', { actingFor })
  return (
    <Confirm
      title={teamText.leaveTitle(team.name)}
      text={teamText.leaveText}
      action={teamText.leave}
      keep={teamText.leaveKeep}
      busy={leave.busy}
      failure={leave.failure}
      onConfirm={async () => {
        if (await leave.run({ teamId: team.teamId })) onLeft()
      }}
      onClose={onClose}
    />
  )
}
