import { useCommand } from '#cloud/call/useCommand'
import type { Team } from '#contract/team'
import { teamText } from '#text/team/team'
import { Confirm } from '#ui/sheet/Confirm'

export interface LeaveSheetProps {
  team: Team
  onLeft: () => void
  onClose: () => void
}

/** Leaves a team after a question. */
export function LeaveSheet({ team, onLeft, onClose }: LeaveSheetProps) {
  const leave = useCommand('team.leave')
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
