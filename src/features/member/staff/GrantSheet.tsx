import { useState } from 'react'
import type { WholeCommunity } from '#contract/community'
import { type Grant, tiers } from '#contract/member'
import { tierText, memberRolesText as words } from '#text/member/role'
import { Button } from '#ui/button/Button'
import { Choice, type Option } from '#ui/choice/Choice'
import { Failure } from '#ui/form/Failure'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'

export interface GrantSheetProps {
  name: string
  community: WholeCommunity
  busy: boolean
  failure: string | undefined
  onGrant: (grant: Grant) => void
  onClose: () => void
}

type Granted = (typeof words.roles)[number]['value']

/** Chooses a role, then the team, grid or tier it holds for, from what the community has. */
export function GrantSheet({ name, community, busy, failure, onGrant, onClose }: GrantSheetProps) {
  const [role, setRole] = useState<Granted>()
  const [placing, setPlacing] = useState(false)
  const [place, setPlace] = useState<string>()
  const [fault, setFault] = useState<string>()
  const places = role && placesFor(role, community)

  const choose = () => {
    if (!role) return setFault(words.roleMissing)
    setFault(undefined)
    if (places) setPlacing(true)
    else onGrant({ role })
  }
  const give = () => {
    if (!role || !places || !place) return setFault(words.scopeMissing)
    setFault(undefined)
    onGrant({ role, scope: { [places.key]: place } })
  }

  return (
    <Sheet title={words.grantTitle(name)} onClose={onClose}>
      {placing && places ? (
        <Choice
          key='place'
          label={places.label}
          options={places.options}
          chosen={place}
          onChoose={setPlace}
          error={fault}
        />
      ) : (
        <Choice
          key='role'
          label={words.role}
          options={words.roles}
          chosen={role}
          onChoose={(chosen) => {
            setRole(chosen)
            setPlace(undefined)
          }}
          tall
          error={fault}
        />
      )}
      <Box className='soft small'>{words.tells}</Box>
      <Failure>{failure}</Failure>
      <Box className='stack-tight'>
        {placing || (role && !places) ? (
          <Button busy={busy} onPress={placing ? give : choose}>
            {words.give}
          </Button>
        ) : (
          <Button onPress={choose}>{words.next}</Button>
        )}
        {placing && (
          <Button look='quiet' onPress={() => setPlacing(false)}>
            {words.back}
          </Button>
        )}
      </Box>
    </Sheet>
  )
}

interface Places {
  key: 'teamId' | 'gridId' | 'tier'
  label: string
  options: readonly Option<string>[]
}

/** Where a role can hold; undefined for one that holds everywhere. */
function placesFor(role: Granted, { teams, grids }: WholeCommunity): Places | undefined {
  if (role === 'volunteer' || role === 'team_leader') {
    const options = teams.map(({ teamId, name }) => ({ value: teamId, title: name }))
    return { key: 'teamId', label: words.team, options }
  }
  if (role === 'grid_worker') {
    const options = grids.map(({ gridId, name }) => ({ value: gridId, title: name }))
    return { key: 'gridId', label: words.grid, options }
  }
  if (role !== 'officer') return undefined
  const options = tiers
    .filter((tier) => tier !== 'grid')
    .map((tier) => ({ value: tier, title: tierText[tier] }))
  return { key: 'tier', label: words.tier, options }
}
