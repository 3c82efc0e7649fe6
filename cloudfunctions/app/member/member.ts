import { type Context, grantsShown, invalid, isAdmin, isFirstAdmin, lifeOf, no, yes } from '#app/call/context'
import { asBefore } from '#app/call/pointer'
import { shownDependentsOf } from '#app/dependent/dependents'
import { actsFor, proxiesOf } from '#app/proxy/proxies'
import { withVoucher } from '#app/register/match'
import type { Me, MemberState, memberRegister, memberVerify, Registered } from '#contract/member'
import type { Birth } from '#contract/shared/birth'
import type { Input } from '#contract/shared/operation'
import type { Answer, Refusal } from '#contract/shared/refusal'
import { isClosing } from '#core/account/closing'
import { unwritten } from '#core/change/aggregate'
import { volunteerAge } from '#core/member/age'
import { birthMonthKey } from '#core/member/birthday'
import { maskPhone, maskUnit } from '#core/member/mask'
import {
  decideRegister,
  isStaffOnly,
  type Member,
  type Registration,
  registeredBefore,
  rejectedFor,
  type Voucher,
} from '#core/member/member'
import { isMoving } from '#core/member/moving'
import { isMinor } from '#core/member/volunteering'
import { decideVerifyOrMove, decidingGrid } from '#core/member/workersWord'
import { households, members } from '#store/collections'
import { ageOf, birthSpot, readBirth, sealBirth } from './birth'
import { dwellingIn, householdAt, openDoor, type StatedHome } from './household'
import { askedOf, movedFromOf } from './moves'
import { keptNumber, sentNumber } from './phones'

export async function me(context: Context): Promise<Answer<Me>> {
  const { identity, settings, community, caller } = context
  const { member, openid } = identity
  const roles = grantsShown(identity, settings)
  if (!member) {
    const isNew = community.rev === 0 && roles.length === 0 && caller.via === 'mini_program'
    return yes({ roles, consents: [], ...(isNew && openid !== undefined && { setUpId: openid }) })
  }
  const [household, ownDependents, proxies, principals] = await Promise.all([
    member.householdId === '' ? undefined : households.get(member.householdId),
    shownDependentsOf(member._id),
    proxiesOf(member._id, context.command.at),
    actsFor(member._id, context.command.at),
  ])
  const { sealing } = settings
  const shown: Me = {
    member: {
      memberId: member._id,
      name: member.name,
      state: member.state,
      gridId: member.gridId,
      dependents: ownDependents,
      proxies,
      actsFor: principals.actsFor,
      ...(principals.asked.length > 0 && { askedToAct: principals.asked }),
    },
    roles,
    consents: member.consents,
  }
  if (member.paper && shown.member) shown.member.onPaper = true
  if (member.office && shown.member) shown.member.office = member.office
  if (isClosing(member) && shown.member) shown.member.closesAt = member.closesAt
  if (isMinor(ageOf(member, context.command.at, sealing)) && shown.member) shown.member.minor = true
  if (member.volunteerNo && shown.member) shown.member.volunteerNo = member.volunteerNo
  if (isMoving(member) && shown.member) shown.member.movedFrom = movedFromOf(member.movedFrom)
  const asked = await askedOf(context, member)
  if (asked && shown.member) shown.member.asked = asked
  const reason = rejectedFor(member)
  if (reason !== undefined && shown.member) shown.member.rejectedFor = reason
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

/**
 * Registers the person behind the openid; after a worker's no they may register again. Whoever the household
 * register confirms is verified at once. Everybody else waits for a worker.
 */
export async function register(
  context: Context,
  input: Input<typeof memberRegister>,
): Promise<Answer<Registered>> {
  const { community, settings, identity, command } = context
  const { openid } = identity
  if (openid === undefined) return no('unauthenticated')
  const dwelling = statedHome(context, input)
  if (dwelling && 'ok' in dwelling) return dwelling
  const given = readBirth(input, command.at)
  if (given && 'ok' in given) return given
  if (given && given.age < volunteerAge) return no('too_young_to_register')
  if (!input.consents.some(({ kind }) => kind === 'service'))
    return invalid('consents', 'the service consent is missing')
  if (given && !input.consents.some(({ kind }) => kind === 'sensitive')) return no('consent_needed')
  // WeChat's code works once, so a repeat must be found before the code is used
  const before = identity.member && registeredBefore(identity.member, command)
  if (identity.member && before)
    return before === 'repeat'
      ? yes({ memberId: identity.member._id, state: identity.member.state })
      : no('conflict')
  const phone = await sentNumber(input)
  if (typeof phone === 'object') return phone

  const { memberId } = await lifeOf(community._id, openid)
  const said = await registrationOf(context, memberId, { ...input, dwelling, birth: given?.birth }, phone)
  const start: Member = {
    ...said,
    _id: memberId,
    communityId: community._id,
    ...unwritten(),
    openid,
    state: 'pending',
    roles: [],
    volunteerNo: null,
    licences: [],
    consents: [],
    registeredAt: command.at,
    closesAt: null,
  }
  const write = (voucher: Voucher | undefined) =>
    context.change(
      members,
      memberId,
      command,
      (member) =>
        decideRegister(
          member.joinedTo ? (asBefore(member) ?? { ...start, rev: member.rev }) : member,
          command,
          said,
          voucher,
        ),
      start,
    )
  const registered = isFirstAdmin(identity, settings)
    ? await write('configuration')
    : dwelling === undefined
      ? await write(undefined)
      : await withVoucher(context, { memberId, home: said }, write)
  return registered.refusal ?? yes({ memberId, state: registered.state.state })
}

/** The dwelling that is stated; undefined for staff who live elsewhere. */
function statedHome(
  { community }: Context,
  { gridId, estateId, building, unit }: Input<typeof memberRegister>,
): StatedHome | Refusal | undefined {
  if (estateId === undefined || building === undefined || unit === undefined) return undefined
  return dwellingIn(community, { gridId, estateId, building, unit })
}

/** Makes the registration of what somebody has stated; personal fields are sealed. */
async function registrationOf(
  { settings, community, command }: Context,
  memberId: string,
  input: Omit<Input<typeof memberRegister>, keyof StatedHome> & {
    dwelling: StatedHome | undefined
    birth: Birth | undefined
  },
  phone: string | undefined,
): Promise<Registration> {
  const { sealing } = settings
  const { name, dwelling, birth } = input
  return {
    name,
    ...keptNumber(phone, memberId, settings),
    birth: birth ? sealBirth(birth, birthSpot(memberId), sealing) : null,
    birthMonthKey: birth ? birthMonthKey(birth) : null,
    gridId: dwelling?.gridId ?? '',
    estateId: dwelling?.estateId ?? '',
    householdId: dwelling ? await householdAt({ settings, community }, dwelling) : '',
    office: input.office ?? null,
    consents: input.consents.map((consent) => ({ ...consent, given: true, at: command.at })),
  }
}

export async function verify(
  context: Context,
  { memberId, accept, reason }: Input<typeof memberVerify>,
): Promise<Answer<{ state: MemberState }>> {
  const { identity, command } = context
  const verified = await context.change(members, memberId, command, (member) => {
    const gridId = decidingGrid(member)
    const worker = identity.member?.roles.some(
      ({ role, scope }) => role === 'grid_worker' && (scope?.gridId ?? gridId) === gridId,
    )
    if ((!worker || isStaffOnly(member)) && !isAdmin(context)) return { refusal: 'not_found' }
    return decideVerifyOrMove(member, command, accept, reason, context.community.limits.rejectedKeptDays)
  })
  return verified.refusal ?? yes({ state: verified.state.state })
}
