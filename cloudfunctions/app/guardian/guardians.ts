import { type Context, type MemberContext, no, worksInGrid, yes } from '#app/call/context'
import { ageOf } from '#app/member/birth'
import type {
  GuardianState,
  Guardians,
  guardianAnswer,
  guardianAsk,
  guardianEndRecord,
  guardianRecord,
  OwnGuardian,
} from '#contract/guardian'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import type { TeamMember } from '#contract/team'
import { isClosing } from '#core/account/closing'
import {
  decideAskGuardian,
  decideEndGuardianRecord,
  decideGuardianAnswer,
  decideOutgrown,
  decideRecordGuardian,
  type Guardianship,
  newGuardianship,
} from '#core/guardian/guardianship'
import { volunteerAge } from '#core/member/age'
import type { Member } from '#core/member/member'
import { isMinor, type Standing } from '#core/member/volunteering'
import { guardianships, members } from '#store/collections'
import type { Sealing } from '#store/sealing/sealing'

/** A list shows no more of one guardian's minors. */
const manyWards = 50

/** Reads what decides whether a member may volunteer. For an adult that is the age alone. */
export async function standingOf(member: Member, now: Instant, sealing: Sealing): Promise<Standing> {
  const age = ageOf(member, now, sealing)
  return isMinor(age) ? { age, guardianConsents: await guardianConsents(member._id) } : { age }
}

export const guardianConsents = async (memberId: string): Promise<boolean> =>
  (await guardianships.get(memberId))?.state === 'given'

/** A minor names their guardian, by the code on the guardian's phone. */
export async function askGuardian(
  { member, command, settings, change }: MemberContext,
  { memberId, relation }: Input<typeof guardianAsk>,
): Promise<Answer<{ state: GuardianState }>> {
  const { sealing } = settings
  const age = ageOf(member, command.at, sealing)
  if (age === undefined) return no('birthday_needed')
  if (!isMinor(age)) return no('guardian_not_needed')
  if (memberId === member._id) return no('guardian_self')
  const guardian = await members.get(memberId)
  if (guardian?.state !== 'verified' || isClosing(guardian)) return no('not_found')
  // the answer must not tell that somebody else is a minor
  if (isMinor(ageOf(guardian, command.at, sealing))) return no('not_found')
  const asked = await change(
    guardianships,
    member._id,
    command,
    (guardianship) => decideAskGuardian(guardianship, command, guardian, relation),
    newGuardianship(member),
  )
  return asked.refusal ?? yes({ state: asked.state.state })
}

/** The guardian agrees, declines or withdraws. Only their own account can do so. */
export async function answerWard(
  { member, command, settings, change }: MemberContext,
  { memberId, given, version }: Input<typeof guardianAnswer>,
): Promise<Answer<{ state: GuardianState }>> {
  const answered = await change(guardianships, memberId, command, async (guardianship) => {
    const decision = decideGuardianAnswer(guardianship, command, member._id, { given, version })
    if (!decision.next || decision.next === guardianship) return decision
    const ward = await members.get(memberId)
    // somebody who has come of age decides alone, and keeps what they have claimed
    const minor = ward && isMinor(ageOf(ward, command.at, settings.sealing))
    return minor ? decision : { refusal: 'guardian_not_needed' }
  })
  return answered.refusal ?? yes({ state: answered.state.state })
}

/** A worker of the minor's grid, or an admin, writes down what a guardian without an account has said on paper. */
export async function recordWord(
  context: MemberContext,
  { memberId, ...said }: Input<typeof guardianRecord>,
): Promise<Answer<{ state: GuardianState }>> {
  const { command, settings, member: recorder } = context
  const minor = await wardOf(context, memberId)
  if (!minor) return no('not_found')
  if (isClosing(minor)) return no('subject_closing')
  const age = ageOf(minor, command.at, settings.sealing)
  if (age === undefined) return no('birthday_needed')
  if (!isMinor(age)) return no('guardian_not_needed')
  const recorded = await context.change(
    guardianships,
    memberId,
    command,
    (guardianship) => decideRecordGuardian(guardianship, command, recorder, said),
    newGuardianship(minor),
  )
  return recorded.refusal ?? yes({ state: recorded.state.state })
}

/** A worker records that the guardian on paper has withdrawn, and how they know. */
export async function endRecord(
  context: Context,
  { memberId, reason }: Input<typeof guardianEndRecord>,
): Promise<Answer<{ state: GuardianState }>> {
  const { command, settings } = context
  const minor = await wardOf(context, memberId)
  if (!minor) return no('not_found')
  // somebody who has come of age decides alone, and keeps what they have claimed
  if (!isMinor(ageOf(minor, command.at, settings.sealing))) return no('guardian_not_needed')
  const ended = await context.change(guardianships, memberId, command, (guardianship) =>
    decideEndGuardianRecord(guardianship, command, reason),
  )
  return ended.refusal ?? yes({ state: ended.state.state })
}

/** Finds a verified resident of the caller's grids; undefined for anybody else. */
async function wardOf(context: Context, memberId: string): Promise<Member | undefined> {
  const member = await members.get(memberId)
  return member?.state === 'verified' && worksInGrid(context, member.gridId) ? member : undefined
}

/** Tells a worker whether a member is a minor, and what a guardian has said. */
export async function minorOf(
  member: Member,
  { settings, command }: Context,
): Promise<{ guardian?: OwnGuardian } | undefined> {
  if (!isMinor(ageOf(member, command.at, settings.sealing))) return undefined
  const own = await guardianships.get(member._id)
  return own && own.since > 0 ? { guardian: ownOf(own) } : {}
}

/** Before a guardian leaves, wards who have come of age are released from them, and so keep what they have promised. */
export async function letOutgrownGo({ member, command, settings, change }: MemberContext): Promise<void> {
  const wards = await guardianships.find('byGuardian', { guardianId: member._id }, { limit: manyWards })
  for (const { _id, state } of wards.filter((ward) => ward.state === 'given' || ward.state === 'asked')) {
    const ward = await members.get(_id)
    if (ward && isMinor(ageOf(ward, command.at, settings.sealing))) continue
    const over = { ...command, key: `${command.key}:outgrown` }
    await change(guardianships, _id, over, (guardianship) =>
      guardianship.state === state ? decideOutgrown(guardianship, over) : { next: guardianship },
    )
  }
}

/** Shows the caller's own guardian, and the minors who have named the caller. */
export const list = async (context: MemberContext): Promise<Answer<Guardians>> =>
  yes(await guardiansOf(context))

export async function guardiansOf({ member, command, settings }: MemberContext): Promise<Guardians> {
  const [own, wards] = await Promise.all([
    guardianships.get(member._id),
    guardianships.find('byGuardian', { guardianId: member._id }, { limit: manyWards }),
  ])
  return {
    needed: isMinor(ageOf(member, command.at, settings.sealing)),
    ...(own ? { own: ownOf(own) } : {}),
    wards: wards.map((ward) => ({ memberId: ward._id, name: ward.minorName, ...wordOf(ward) })),
  }
}

const ownOf = (own: Guardianship): OwnGuardian => ({
  name: own.guardianName,
  ...wordOf(own),
  ...(own.recorderName && { recorded: { by: own.recorderName, note: own.paper ?? '' } }),
})
const wordOf = ({ relation, state, since: at }: Guardianship) => ({ relation, state, at })

/** Tells a leader what matters of ages: no birthday, and nothing about adults. */
export async function ageWordsOf(
  found: readonly Pick<Member, '_id' | 'birth'>[],
  { settings, command }: Context,
): Promise<Map<string, Pick<TeamMember, 'age' | 'guardian'>>> {
  const ages = found.map((member) => ({ id: member._id, age: ageOf(member, command.at, settings.sealing) }))
  const minors = ages.filter(({ age }) => isMinor(age)).map(({ id }) => id)
  const agreed = minors.length === 0 ? [] : await guardianships.getMany(minors, { where: { state: 'given' } })
  return new Map(
    ages.map(({ id, age }) => {
      const guardian = agreed.find(({ _id }) => _id === id)
      const word = ageWordOf(age)
      return [
        id,
        {
          ...(word && { age: word }),
          ...(guardian && {
            guardian: {
              name: guardian.guardianName,
              relation: guardian.relation,
              ...(guardian.recorderName && { recordedBy: guardian.recorderName }),
            },
          }),
        },
      ]
    }),
  )
}

function ageWordOf(age: number | undefined): TeamMember['age'] {
  if (age === undefined) return 'unknown'
  if (age < volunteerAge) return 'child'
  return isMinor(age) ? 'minor' : undefined
}
