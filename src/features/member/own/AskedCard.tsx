import { useCommand } from '#cloud/call/useCommand'
import type { Community } from '#contract/community'
import type { AskedForMe, MemberState } from '#contract/member'
import { movingText as words } from '#text/member/moving'
import { Button } from '#ui/button/Button'
import { Failure } from '#ui/form/Failure'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'

export interface AskedCardProps {
  asked: AskedForMe
  /** Absent while it is being read. */
  community: Community | undefined
  onSettled: (accepted: boolean, state: MemberState) => void
}

/** Another home or name that somebody has stated for the viewer, who agrees or does not. */
export function AskedCard({ asked, community, onSettled }: AskedCardProps) {
  const settle = useCommand('member.settleAsked')
  const { by, name, home } = asked
  const grid = community?.grids.find(({ gridId }) => gridId === home?.gridId)?.name

  async function say(accept: boolean) {
    const reply = await settle.run({ accept })
    if (reply) onSettled(accept, reply.state)
  }
  return (
    <Card title={words.askedTitle(by)} edge='ochre'>
      {name && <Cell name={words.askedName}>{name}</Cell>}
      {home && <Cell name={words.askedHome}>{[home.door, grid].filter(Boolean).join(' · ')}</Cell>}
      <Box>{words.askedLead}</Box>
      <Failure>{settle.failure}</Failure>
      <Button busy={settle.busy} onPress={() => say(true)}>
        {words.agree}
      </Button>
      <Button look='quiet' busy={settle.busy} onPress={() => say(false)}>
        {words.disagree}
      </Button>
    </Card>
  )
}
