import type { Checked } from '#cloud/call/checked'
import { type Sender, useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { WholeCommunity } from '#contract/community'
import { type Grant, tiers } from '#contract/member'
import { memberRolesText as words } from '#text/member/memberRoles'
import { tierText } from '#text/member/role'
import { Button } from '#ui/button/Button'
import { Choice, type Option } from '#ui/choice/Choice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'

export interface GrantSheetProps {
  name: string
  community: WholeCommunity
  by: Sender<Grant, unknown>
  onGranted: (grant: Grant) => void
  onClose: () => void
}

type Granted = (typeof words.roles)[number]['value']

interface GrantDraft {
  role?: Granted
  scope?: string | undefined
  /** The role is chosen, and the scope is asked for. */
  scoping: boolean
}

/** Chooses a role, then the team, grid or tier it holds for, from what the community has. */
export function GrantSheet({ name, community, by, onGranted, onClose }: GrantSheetProps) {
  const form = useForm(useDraft<GrantDraft>({ scoping: false }), {
    check: (written) => checkGrant(written, community),
    atFault: showFirstFault,
    by,
    onDone: (_, grant) => onGranted(grant),
  })
  const { draft, faults, choose } = form
  const { role, scope, scoping } = draft
  const scopes = role && scopesOf(role, community)

  const askScope = () => {
    form.setFaults({})
    choose({ scoping: true })
  }
  const last = scoping || (role && !scopes)

  return (
    <Sheet title={words.grantTitle(name)} onClose={onClose}>
      {scoping && scopes ? (
        <Choice
          key='scope'
          label={scopes.label}
          options={scopes.options}
          chosen={scope}
          onChoose={(chosen) => choose({ scope: chosen })}
          error={faults.scope}
        />
      ) : (
        <Choice
          key='role'
          label={words.role}
          options={words.roles}
          chosen={role}
          onChoose={(chosen) => choose({ role: chosen, scope: undefined })}
          tall
          error={faults.role}
        />
      )}
      <Box className='soft small'>{words.tells}</Box>
      <FormFoot
        form={scopes && !scoping ? { ...form, submit: askScope } : form}
        action={last ? words.give : words.next}
      >
        {scoping && (
          <Button look='quiet' onPress={() => choose({ scoping: false })}>
            {words.back}
          </Button>
        )}
      </FormFoot>
    </Sheet>
  )
}

/** What is given, or what still has to be chosen. */
function checkGrant(
  { role, scope }: GrantDraft,
  community: WholeCommunity,
): Checked<Grant, 'role' | 'scope'> {
  if (!role) return { faults: { role: words.roleMissing } }
  const scopes = scopesOf(role, community)
  if (!scopes) return { input: { role } }
  return scope
    ? { input: { role, scope: { [scopes.key]: scope } } }
    : { faults: { scope: words.scopeMissing } }
}

interface Scopes {
  key: 'teamId' | 'gridId' | 'tier'
  label: string
  options: readonly Option<string>[]
}

/** Where a role can hold; undefined for one that holds everywhere. */
function scopesOf(role: Granted, { teams, grids }: WholeCommunity): Scopes | undefined {
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
