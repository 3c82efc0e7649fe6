import { type MemberContext, no, yes } from '#app/call/context'
import type { Changed } from '#app/change/change'
import { ageOf } from '#app/member/birth'
import { recordOpening } from '#app/member/opening'
import type {
  Passed,
  placementDecline,
  placementFollowUp,
  placementInterest,
  placementInvite,
  placementLeave,
  placementPass,
  placementPlace,
  placementWithdraw,
} from '#contract/placement'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { OwnPlacement, PlacementState } from '#contract/vacancy'
import type { Decision } from '#core/change/aggregate'
import {
  decideDeclinePerson,
  decideFollowUp,
  decideInterest,
  decideInvitePerson,
  decideLeavePlacement,
  decidePass,
  decidePlace,
  decideWithdrawInterest,
  isBeingPassed,
} from '#core/placement/decide'
import { newPlacement, type Placement, placementId } from '#core/placement/placement'
import { ownPlacementOf } from '#core/placement/view'
import type { Vacancy } from '#core/vacancy/vacancy'
import { members, placements, vacancies } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { passedReason } from './placementNotices'

type Moved = { state: PlacementState }

/** Source: 禁止使用童工规定 Art. 2. */
const workingAge = 16

const movedOf = ({ refusal, state }: Changed<Placement>): Answer<Moved> =>
  refusal ?? yes({ state: state.state })

/** Says that the person wants to go, and whether the firm may have their number. */
export async function interest(
  context: MemberContext,
  { vacancyId, consent }: Input<typeof placementInterest>,
): Promise<Answer<OwnPlacement>> {
  const { member, command, community, settings, change } = context
  const vacancy = await vacancies.get(vacancyId)
  if (!vacancy) return no('not_found')
  const age = ageOf(member, command.at, settings.sealing)
  if (age !== undefined && age < workingAge) return no('too_young_to_work')
  const said = await change(
    placements,
    placementId(vacancyId, member._id),
    command,
    (placement) => decideInterest(placement, command, vacancy, consent, community.limits),
    newPlacement(vacancyId, member),
  )
  return said.refusal ?? yes(ownPlacementOf(said.state, vacancy, command.at))
}

export async function withdraw(
  { member, command, community, change }: MemberContext,
  { placementId: id }: Input<typeof placementWithdraw>,
): Promise<Answer<Moved>> {
  const own = await placements.get(id)
  const vacancy = own?.memberId === member._id ? await vacancies.get(own.vacancyId) : undefined
  if (!vacancy) return no('not_found')
  return movedOf(
    await change(placements, id, command, (placement) =>
      decideWithdrawInterest(placement, command, vacancy, community.limits),
    ),
  )
}

/** Finds a placement and its vacancy, and decides on what the placement is by then. */
async function decided(
  { command, change }: MemberContext,
  id: string,
  rule: (placement: Placement, vacancy: Vacancy) => Decision<Placement>,
): Promise<Changed<Placement> & { vacancy?: Vacancy }> {
  const found = await placements.get(id)
  const vacancy = found && (await vacancies.get(found.vacancyId))
  if (!vacancy) return { refusal: no('not_found') }
  return { ...(await change(placements, id, command, (placement) => rule(placement, vacancy))), vacancy }
}

/**
 * Shows name and number once, to be given to the firm. The pass and the opening are on record before anything is shown;
 * a repeat, or another look within the hour, is the same passing and stands there once.
 */
export async function passToFirm(
  context: MemberContext,
  { placementId: id }: Input<typeof placementPass>,
): Promise<Answer<Passed>> {
  const { command, community, settings } = context
  const { refusal, state, vacancy } = await decided(context, id, (placement, about) =>
    decidePass(placement, command, about, community.limits),
  )
  if (refusal) return refusal
  if (!vacancy || !isBeingPassed(state, command, vacancy)) return no('placement_no_consent')
  const subject = await members.get(state.memberId)
  if (!subject) return no('not_found')
  const { _id: subjectId, name, phone } = subject
  const { firm, title } = vacancy
  await recordOpening(context, {
    once: 'an hour',
    of: [id, String(state.consent?.passedAt)],
    ...{ subjectId, about: subjectId },
    fields: phone === null ? ['name'] : ['name', 'phone'],
    reason: passedReason(firm, title),
  })
  const spot = { collection: 'members', id: subjectId, field: 'phone' } as const
  return yes({ name, firm, ...(phone !== null && { phone: settings.sealing.open(phone, spot) }) })
}

export async function invite(
  context: MemberContext,
  { placementId: id, words }: Input<typeof placementInvite>,
): Promise<Answer<Moved>> {
  const { command, community, writer } = context
  if (words !== undefined && (await checkText(writer, words)) === 'risky') return no('text_risky')
  return movedOf(
    await decided(context, id, (placement, vacancy) =>
      decideInvitePerson(placement, command, vacancy, words, community.limits),
    ),
  )
}

export const place = async (
  context: MemberContext,
  { placementId: id }: Input<typeof placementPlace>,
): Promise<Answer<Moved>> =>
  movedOf(
    await decided(context, id, (placement, vacancy) =>
      decidePlace(placement, context.command, vacancy, context.community.limits),
    ),
  )

export async function decline(
  context: MemberContext,
  { placementId: id, reason }: Input<typeof placementDecline>,
): Promise<Answer<Moved>> {
  const { command, community, writer } = context
  if (reason !== undefined && (await checkText(writer, reason)) === 'risky') return no('text_risky')
  return movedOf(
    await decided(context, id, (placement, vacancy) =>
      decideDeclinePerson(placement, command, vacancy, reason, community.limits),
    ),
  )
}

export async function leave(
  context: MemberContext,
  { placementId: id, reason }: Input<typeof placementLeave>,
): Promise<Answer<Moved>> {
  const { command, community, writer } = context
  if (reason !== undefined && (await checkText(writer, reason)) === 'risky') return no('text_risky')
  return movedOf(
    await decided(context, id, (placement, vacancy) =>
      decideLeavePlacement(placement, command, vacancy, reason, community.limits),
    ),
  )
}

export const followUp = async (
  context: MemberContext,
  { placementId: id, stillInWork }: Input<typeof placementFollowUp>,
): Promise<Answer<Moved>> =>
  movedOf(
    await decided(context, id, (placement, vacancy) =>
      decideFollowUp(placement, context.command, vacancy, stillInWork, context.community.limits),
    ),
  )
