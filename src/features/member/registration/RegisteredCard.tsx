import type { Community } from '#contract/community'
import type { Me } from '#contract/member'
import { routes } from '#routes'
import { homeText } from '#text/community/home'
import { meText } from '#text/member/member'
import { beforeWords, movingText } from '#text/member/moving'
import { registerText } from '#text/member/registration'
import { Button } from '#ui/button/Button'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'
import { SealChip } from '#ui/show/SealChip'
import { wordsOfHome } from './wordsOfHome'

/** What becomes of a registration: being checked, passed or not, and what was written. */
export function RegisteredCard({
  me,
  community,
  onAgain,
}: {
  me: Me & { member: NonNullable<Me['member']> }
  community: Community
  /** Somebody who was rejected wants to register again. */
  onAgain: () => void
}) {
  const { member, household } = me
  const grid = community.grids.find(({ gridId }) => gridId === member.gridId)
  return (
    <>
      {member.movedFrom && (
        <Card title={movingText.waitingTitle} edge='ochre'>
          <Box>
            <SealChip tone='waits'>{homeText.standing.moving.seal}</SealChip>
          </Box>
          {movingText.waitingSteps.map((step) => (
            <Box key={step}>{step}</Box>
          ))}
          <Cell name={movingText.before}>{beforeWords(member.movedFrom, community)}</Cell>
        </Card>
      )}
      {member.state === 'pending' && !member.movedFrom && (
        <Card title={registerText.pendingTitle} edge='ochre'>
          <Box>
            <SealChip tone='waits'>{homeText.standing.pending.seal}</SealChip>
          </Box>
          {registerText.pendingSteps.map((step) => (
            <Box key={step}>{step}</Box>
          ))}
        </Card>
      )}
      {member.state === 'verified' && (
        <Card title={registerText.doneTitle} edge='pine'>
          <Box>{registerText.doneText}</Box>
          <Button to={routes.home}>{registerText.doneHome}</Button>
        </Card>
      )}
      {member.state === 'rejected' && (
        <Card title={registerText.rejectedTitle} edge='ochre'>
          {member.rejectedFor && <Box>{registerText.rejectedReason(member.rejectedFor)}</Box>}
          <Box>{registerText.rejectedText}</Box>
          <Button onPress={onAgain}>{registerText.again}</Button>
        </Card>
      )}
      <Card title={registerText.yours}>
        <Cell name={registerText.name}>{member.name}</Cell>
        <Cell name={registerText.phone}>{member.phoneMasked ?? meText.noPhone}</Cell>
        {household && <Cell name={meText.home}>{wordsOfHome(household, community)}</Cell>}
        {grid && <Cell name={registerText.grid}>{grid.name}</Cell>}
      </Card>
    </>
  )
}
