import type { Community } from '#contract/community'
import type { Me } from '#contract/member'
import { routes } from '#routes'
import { homeText } from '#text/community/home'
import { staffRegistrationText as staffWords } from '#text/member/adoption'
import { meText } from '#text/member/member'
import { beforeWords, movingText } from '#text/member/moving'
import { registrationText } from '#text/member/registration'
import { Button } from '#ui/button/Button'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'
import { SealChip } from '#ui/show/SealChip'
import { wordsOfHome } from './wordsOfHome'

/** Shows the state of a registration, and what was written. */
export function RegisteredCard({
  me,
  community,
  onAgain,
}: {
  me: Me & { member: NonNullable<Me['member']> }
  community: Community
  /** Called when a rejected person wants to register again. */
  onAgain: () => void
}) {
  const { member, household } = me
  const grid = community.grids.find(({ gridId }) => gridId === member.gridId)
  return (
    <>
      {member.movedFrom && (
        <Card title={movingText.waitingTitle} edge='ochre'>
          <SealChip tone='waits'>{homeText.registrationState.moving.seal}</SealChip>
          {movingText.waitingSteps.map((step) => (
            <Box key={step}>{step}</Box>
          ))}
          <Cell name={movingText.before}>{beforeWords(member.movedFrom, community)}</Cell>
        </Card>
      )}
      {member.state === 'pending' && !member.movedFrom && (
        <Card title={registrationText.pendingTitle} edge='ochre'>
          <SealChip tone='waits'>{homeText.registrationState.pending.seal}</SealChip>
          {(member.office ? [staffWords.pending] : registrationText.pendingSteps).map((step) => (
            <Box key={step}>{step}</Box>
          ))}
        </Card>
      )}
      {member.state === 'verified' && (
        <Card title={registrationText.doneTitle} edge='pine'>
          <Box>{member.office ? staffWords.done : registrationText.doneText}</Box>
          <Button to={routes.home}>{registrationText.doneHome}</Button>
        </Card>
      )}
      {member.state === 'rejected' && (
        <Card title={registrationText.rejectedTitle} edge='ochre'>
          {member.rejectedFor && <Box>{registrationText.rejectedReason(member.rejectedFor)}</Box>}
          <Box>{registrationText.rejectedText}</Box>
          <Button onPress={onAgain}>{registrationText.again}</Button>
        </Card>
      )}
      <Card title={registrationText.yours}>
        <Cell name={registrationText.name}>{member.name}</Cell>
        <Cell name={registrationText.phone}>{member.phoneMasked ?? meText.noPhone}</Cell>
        {household && <Cell name={meText.home}>{wordsOfHome(household, community)}</Cell>}
        {member.office && <Cell name={staffWords.office}>{member.office}</Cell>}
        {grid && <Cell name={registrationText.grid}>{grid.name}</Cell>}
      </Card>
    </>
  )
}
