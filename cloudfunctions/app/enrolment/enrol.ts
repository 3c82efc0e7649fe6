import { isAdmin, type MemberContext, no, worksInGrid, yes } from '#app/call/context'
import { derivedId } from '#app/call/ids'
import { birthSpot, readBirth, sealBirth } from '#app/member/birth'
import { dwellingIn, householdAt } from '#app/member/household'
import { keptNumber } from '#app/member/phones'
import { nameKeyOf, registerHints } from '#app/register/match'
import type { Enrolled, memberEnrol } from '#contract/enrolment'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { decideEnrol, isTheSame, paperConsents } from '#core/enrolment/enrol'
import { volunteerAge } from '#core/member/age'
import { birthMonthKey } from '#core/member/birthday'
import type { Member } from '#core/member/member'
import { members } from '#store/collections'

/** Nobody lives with more people. */
const manyLiving = 100

type Stated = Pick<Member, 'name' | 'householdId' | 'gridId'>

/**
 * Derives a paper member's id from dwelling, name and grid, of which it tells nothing: two workers who enrol
 * the same person meet one document, and a worker of another grid does not meet it. Whoever moved away or left
 * keeps their id, and a namesake who comes after them has another.
 */
async function paperLifeOf(
  { settings, community }: MemberContext,
  stated: Stated,
): Promise<{ memberId: string; member?: Member }> {
  const key = nameKeyOf(settings, stated.householdId, stated.name)
  for (let life = 1; ; life++) {
    const memberId = derivedId('m', 'paper', community._id, key, stated.gridId, String(life))
    const member = await members.get(memberId)
    if (!member) return { memberId }
    if (isTheSame(member, stated)) return { memberId, member }
  }
}

/** An account of the same name behind the same door, in a grid that the worker answers for. */
async function accountOf(context: MemberContext, stated: Stated): Promise<boolean> {
  const living = await members.find('byHousehold', { householdId: stated.householdId }, { limit: manyLiving })
  return living.some(
    (member) =>
      member.openid !== undefined && isTheSame(member, stated) && worksInGrid(context, member.gridId),
  )
}

/**
 * A worker of the grid, or an admin, enrols somebody without WeChat who has agreed on paper. Enrolling them
 * again answers the same member; who has an account is looked for instead.
 */
export async function enrol(
  context: MemberContext,
  input: Input<typeof memberEnrol>,
): Promise<Answer<Enrolled>> {
  const { community, settings, command } = context
  const dwelling = dwellingIn(community, input)
  if ('ok' in dwelling) return dwelling
  const { gridId, estateId } = dwelling
  if (!worksInGrid(context, gridId)) return no('not_found')
  const given = readBirth(input, command.at)
  if (given && 'ok' in given) return given
  if (given && given.age < volunteerAge) return no('too_young_to_register')
  const { name, phone, consentNote: note, signedBy, signedOn, keptAt, sensitive = true } = input
  if (given && !sensitive) return no('consent_needed')
  const householdId = await householdAt(context, dwelling)
  const stated = { name, gridId, householdId }
  const { memberId, member: there } = await paperLifeOf(context, stated)
  if (there?.openid !== undefined || (await accountOf(context, stated))) return no('has_account')
  const birth = given?.birth
  const start: Member = {
    ...{ _id: memberId, communityId: community._id, rev: 0, events: [], pending: [] },
    ...{ wakesAt: null, dueAt: null, name, gridId, estateId, householdId, state: 'pending' },
    ...keptNumber(phone, memberId, settings),
    birth: birth ? sealBirth(birth, birthSpot(memberId), settings.sealing) : null,
    birthMonthKey: birth ? birthMonthKey(birth) : null,
    roles: [],
    volunteerNo: null,
    licences: [],
    consents: paperConsents(sensitive, command.at),
    registeredAt: command.at,
    closesAt: null,
    paper: {
      note,
      ...(signedBy !== undefined && { signedBy }),
      ...(signedOn !== undefined && { signedOn }),
      ...(keptAt !== undefined && { keptAt }),
    },
  }
  const hint = (await registerHints(context, [start]))?.get(memberId)
  if (hint?.match === 'other_grid' && !isAdmin(context)) return no('dwelling_elsewhere')
  const enrolled = await context.change(
    members,
    memberId,
    command,
    (member) => decideEnrol(member, command),
    start,
  )
  if (enrolled.refusal) return enrolled.refusal
  return yes({ memberId, state: enrolled.state.state, ...(hint && { register: hint }) })
}
