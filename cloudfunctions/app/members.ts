import type { Dependent as DependentView, Grant, Me, MemberState, Registered } from '#contract/member'
import type { InputOf } from '#contract/operations'
import type { Answer } from '#contract/refusal'

import { record } from '#core/aggregate'
import { volunteerAge } from '#core/member/age'
import { isClosing } from '#core/member/closing'
import { maskPhone, maskUnit } from '#core/member/mask'
import { type Dependent, decideVerify, hasWithdrawn, type Member } from '#core/member/member'
import { isMinor } from '#core/member/volunteering'
import { dependents, households, members } from '#store/collections'
import { phoneOf } from '#store/wechat'
import { ageOf, birthPlace, readBirth, sealBirth } from './birth'
import { change } from './change'
import { type Context, invalid, isFirstAdmin, lifeOf, type MemberContext, no, rolesOf, yes } from './context'
import { openDoor } from './household'
import { derivedId } from './ids'
import { actsFor, proxiesOf } from './proxies'

const manyDependents = 10

export async function me(context: Context): Promise<Answer<Me>> {
  const { identity, settings, community } = context
  const { member } = identity
  const admin: Grant[] = isFirstAdmin(identity, settings) ? [{ role: 'admin' }] : []
  if (!member) return yes({ roles: admin, consents: [] })
  const [household, ownDependents, proxies, principals] = await Promise.all([
    households.get(member.householdId),
    dependentsOf(member._id),
    proxiesOf(member._id),
    actsFor(member._id),
  ])
  const { sealing } = settings
  const roles =
    rolesOf(identity, settings).length > member.roles.length ? [...member.roles, ...admin] : member.roles
  const shown: Me = {
    member: {
      memberId: member._id,
      name: member.name,
      state: member.state,
      gridId: member.gridId,
      dependents: ownDependents,
      proxies,
      actsFor: principals,
    },
    roles: member.state === 'verified' ? roles : admin,
    consents: member.consents,
  }
  if (isClosing(member) && shown.member) shown.member.closesAt = member.closesAt
  if (isMinor(ageOf(member, context.command.at, sealing)) && shown.member) shown.member.minor = true
  if (member.volunteerNo && shown.member) shown.member.volunteerNo = member.volunteerNo
  if (member.phone !== null && shown.member)
    shown.member.phoneMasked = maskPhone(
      sealing.open(member.phone, { collection: 'members', id: member._id, field: 'phone' }),
    )
  if (household) {
    const { building, unit } = openDoor(household, settings)
    const estate = community.estates.find(({ estateId }) => estateId === household.estateId)
    shown.household = {
      estateId: estate?.estateId ?? household.estateId,
      building,
      unitMasked: maskUnit(unit),
    }
  }
  return yes(shown)
}

async function dependentsOf(memberId: string): Promise<DependentView[]> {
  const found = await dependents.find({ memberId, removed: false }, ['addedAt', 1], manyDependents)
  return found.map(({ _id, name, relation }) => ({ dependentId: _id, name, relation }))
}

/** Registers the person behind the openid. Again with the same words is a repeat; a pending member waits for a worker. */
export async function register(
  context: Context,
  input: InputOf<'member.register'>,
): Promise<Answer<Registered>> {
  const { community, settings, identity, command } = context
  const { openid } = identity
  if (openid === undefined) return no('unauthenticated')
  const estate = community.estates.find(({ estateId }) => estateId === input.estateId)
  if (!estate) return invalid('estateId', 'is not an estate of this community')
  if (!estate.buildings.includes(input.building))
    return invalid('building', 'is not a building of this estate')
  if (!community.grids.some(({ gridId }) => gridId === input.gridId))
    return invalid('gridId', 'is not a grid of this community')
  const given = readBirth(input, command.at)
  if (given && 'ok' in given) return given
  if (given && given.age < volunteerAge) return no('too_young_to_register')
  if (!input.consents.some(({ kind }) => kind === 'service'))
    return invalid('consents', 'the service consent is missing')

  if (identity.member) return registeredAgain(identity.member, command.fingerprint)
  const { memberId } = await lifeOf(settings.communityId, openid)
  const phone = input.phone ?? (input.phoneCode === undefined ? undefined : await phoneOf(input.phoneCode))
  if (phone === undefined && input.phoneCode !== undefined)
    return invalid('phoneCode', 'WeChat knows no number for this code')
  const number = phone === undefined ? null : `+86${phone.slice(-11)}`
  const householdId = await householdAt(context, input)
  const { sealing } = settings
  const start: Member = {
    _id: memberId,
    communityId: settings.communityId,
    rev: 0,
    events: [],
    pending: [],
    wakesAt: null,
    dueAt: null,
    openid,
    name: input.name,
    state: 'pending',
    phone:
      number === null ? null : sealing.seal(number, { collection: 'members', id: memberId, field: 'phone' }),
    phoneKey: number === null ? null : sealing.indexKey(number),
    birth: given ? sealBirth(given.birth, birthPlace(memberId), sealing) : null,
    gridId: input.gridId,
    estateId: input.estateId,
    householdId,
    roles: [],
    volunteerNo: null,
    licences: [],
    consents: input.consents.map((consent) => ({ ...consent, given: true, at: command.at })),
    registeredAt: command.at,
    closesAt: null,
  }
  const first = isFirstAdmin(identity, settings)
  const registered = record(start, command, 'registered')
  const member: Member = first
    ? {
        ...record(registered, { ...command, key: `${command.key}:first` }, 'verified', 'configuration'),
        state: 'verified',
        roles: [{ role: 'resident' }, { role: 'admin' }],
      }
    : registered
  if (await members.insert(member)) return yes({ memberId, state: member.state })
  const raced = await members.get(memberId)
  return raced ? registeredAgain(raced, command.fingerprint) : no('conflict')
}

/** Somebody already registered: the same words are a repeat, other words change nothing. */
function registeredAgain(member: Member, fingerprint: string): Answer<Registered> {
  if (member.events[0]?.fingerprint !== fingerprint) return no('conflict')
  return yes({ memberId: member._id, state: member.state })
}

/** The dwelling behind a door, made when nobody has registered there yet. */
async function householdAt(
  { settings }: Context,
  { estateId, building, unit }: InputOf<'member.register'>,
): Promise<string> {
  const { sealing, communityId } = settings
  const id = `h_${sealing.indexKey(JSON.stringify([communityId, estateId, building, unit]))}`
  if (!(await households.get(id)))
    await households.insert({
      _id: id,
      communityId,
      estateId,
      door: sealing.seal(JSON.stringify({ building, unit }), { collection: 'households', id, field: 'door' }),
    })
  return id
}

export async function verify(
  context: Context,
  { memberId, accept, reason }: InputOf<'member.verify'>,
): Promise<Answer<{ state: MemberState }>> {
  const { identity, settings, command } = context
  const verified = await change(members, memberId, command, (member) => {
    const worker = identity.member?.roles.some(
      ({ role, scope }) => role === 'grid_worker' && (scope?.gridId ?? member.gridId) === member.gridId,
    )
    if (!worker && !rolesOf(identity, settings).includes('admin')) return { refusal: 'not_found' }
    return decideVerify(member, command, accept, reason)
  })
  return verified.refusal ?? yes({ state: verified.state.state })
}

export async function addDependent(
  { member, command, settings }: MemberContext,
  input: InputOf<'member.addDependent'>,
): Promise<Answer<{ dependentId: string }>> {
  if (hasWithdrawn(member, 'sensitive') && (input.needs !== undefined || input.birthDay !== undefined))
    return no('consent_needed')
  const dependentId = derivedId('d', command.key)
  const born = readBirth(input, command.at)
  if (born && 'ok' in born) return born
  const { sealing } = settings
  const at = (field: string) => ({ collection: 'dependents', id: dependentId, field })
  const dependent: Dependent = {
    _id: dependentId,
    communityId: member.communityId,
    memberId: member._id,
    name: input.name,
    relation: input.relation,
    birthDay: born
      ? sealBirth(born.birth, { collection: 'dependents', id: dependentId, field: 'birthDay' }, sealing)
      : null,
    needs: input.needs === undefined ? null : sealing.seal(input.needs, at('needs')),
    consentNote: input.consentNote,
    addedAt: command.at,
    removed: false,
    fingerprint: command.fingerprint,
  }
  const past = await dependents.get(dependentId)
  if (past) return past.fingerprint === command.fingerprint ? yes({ dependentId }) : no('conflict')
  if ((await dependents.count({ memberId: member._id, removed: false })) >= manyDependents)
    return invalid('name', `at most ${manyDependents} dependents`)
  await dependents.insert(dependent)
  return yes({ dependentId })
}

/** Removing twice is removing once; what was sealed is gone. */
export async function removeDependent(
  { member }: MemberContext,
  { dependentId }: InputOf<'member.removeDependent'>,
): Promise<Answer<{ dependentId: string }>> {
  const dependent = await dependents.get(dependentId)
  if (!dependent || dependent.memberId !== member._id) return no('not_found')
  if (!dependent.removed)
    await dependents.update({ _id: dependentId }, { removed: true, needs: null, birthDay: null })
  return yes({ dependentId })
}
