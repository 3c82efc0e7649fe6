import type { Community } from '#contract/community'
import { meText } from '#text/member/member'
import { registrationText as words } from '#text/member/registration'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'
import type { RegistrationDraft } from './registration'

/** Shows all answers before they are sent, and says what happens then. */
export function RegistrationReview({ draft, community }: { draft: RegistrationDraft; community: Community }) {
  const estate = community.estates.find(({ estateId }) => estateId === draft.estateId)?.name ?? ''
  const grid = community.grids.find(({ gridId }) => gridId === draft.gridId)?.name ?? ''
  const phone = draft.phoneCode ? words.phoneByWeChat : draft.phone.trim() || meText.noPhone
  const birthday = draft.birthday.trim()
  return (
    <Card title={words.review}>
      <Box>
        <Cell name={words.name}>{draft.name.trim()}</Cell>
        <Cell name={words.phone}>{phone}</Cell>
        {birthday && <Cell name={words.birthday}>{words.born(birthday, draft.calendar)}</Cell>}
        <Cell name={meText.home}>{words.doorOf(estate, draft.building ?? '', draft.unit.trim())}</Cell>
        <Cell name={words.grid}>{grid}</Cell>
        <Cell name={words.agreed}>{words.agreedBoth}</Cell>
      </Box>
      <Box className='soft'>{words.reviewNext}</Box>
    </Card>
  )
}
