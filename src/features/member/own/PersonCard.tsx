import type { Me } from '#contract/member'
import { meText } from '#text/member/member'
import { roleText } from '#text/member/role'
import { Box } from '#ui/show/Box'
import { Words } from '#ui/show/Words'
import { rolesHeld } from './rolesHeld'
import './PersonCard.scss'

export interface PersonCardProps {
  me: Me & { member: NonNullable<Me['member']> }
  /** The home in words. Absent while it is being read. */
  home: string | undefined
}

/** Shows the person's name, roles, masked phone and home. */
export function PersonCard({ me, home }: PersonCardProps) {
  const { member } = me
  const roles = rolesHeld(me).map((role) => roleText[role])
  return (
    <Box className='person'>
      <Box className='person-seal' silent>
        {member.name.slice(0, 1)}
      </Box>
      <Box className='person-words'>
        <Box className='person-name'>{member.name}</Box>
        {roles.length > 0 && <Box className='person-roles'>{meText.roles(roles)}</Box>}
        {member.volunteerNo && (
          <Box className='person-line'>
            <Words>{meText.volunteerNo} </Words>
            {member.volunteerNo}
          </Box>
        )}
        <Box className='person-line'>
          <Words>{meText.phone} </Words>
          {member.phoneMasked ?? meText.noPhone}
        </Box>
        {home && (
          <Box className='person-line'>
            <Words>{meText.home} </Words>
            {home}
          </Box>
        )}
      </Box>
    </Box>
  )
}
