import { contactOf, sealContact } from '#app/booking/contact'
import { invalid, type MemberContext, no, yes } from '#app/call/context'
import type { Settings } from '#app/call/settings'
import type { memberChangePhone } from '#contract/member'
import type { Input } from '#contract/shared/operation'
import type { Answer, Refusal } from '#contract/shared/refusal'
import { maskPhone } from '#core/member/mask'
import { decidePhone, type Member } from '#core/member/member'
import { bookings, members } from '#store/collections'
import { phoneOf } from '#store/platform/wechat'
import { oneOf } from '#store/words/conditions'

/** Nobody has more bookings that are not over, each week of a series counted. */
const manyBookings = 200

/** A number is typed, or it is WeChat's, for which a code stands. */
type SentNumber = Pick<Input<typeof memberChangePhone>, 'phone' | 'phoneCode'>

/** The number that is sent; undefined where none is, and a refusal where the code stands for none. */
export async function sentNumber({ phone, phoneCode }: SentNumber): Promise<string | undefined | Refusal> {
  if (phone !== undefined || phoneCode === undefined) return phone
  return (await phoneOf(phoneCode)) ?? invalid('phoneCode', 'WeChat knows no mainland number for this code')
}

/** A number as the member's document keeps it: sealed, with a key to find it by. */
export function keptNumber(
  number: string | undefined,
  id: string,
  { sealing }: Settings,
): Pick<Member, 'phone' | 'phoneKey'> {
  if (number === undefined) return { phone: null, phoneKey: null }
  const phone = sealing.seal(number, { collection: 'members', id, field: 'phone' })
  return { phone, phoneKey: sealing.indexKey(number) }
}

/** Changes or removes the caller's number, also in bookings that are not over. Nobody removes another's. */
export async function changePhone(
  context: MemberContext,
  input: Input<typeof memberChangePhone>,
): Promise<Answer<{ phoneMasked?: string }>> {
  const { member, command, settings } = context
  const { sealing } = settings
  const number = await sentNumber(input)
  if (typeof number === 'object') return number
  if (number === undefined && command.onBehalf) return no('for_them_alone')
  const phone = keptNumber(number, member._id, settings)
  const changed = await context.change(members, member._id, command, (state) =>
    decidePhone(state, command, phone),
  )
  if (changed.refusal) return changed.refusal
  const kept = changed.state.phone
  const now =
    kept === null ? undefined : sealing.open(kept, { collection: 'members', id: member._id, field: 'phone' })
  await tellBookings(context, now)
  return yes(now === undefined ? {} : { phoneMasked: maskPhone(now) })
}

/** Puts the present number into the bookings that are not over. One that changes meanwhile is left to a repeat. */
async function tellBookings(context: MemberContext, phone: string | undefined): Promise<void> {
  const under = { requesterId: context.member._id, state: oneOf(['open', 'claimed', 'in_service']) }
  for (const { _id: id, contact } of await bookings.find('mine', under, { limit: manyBookings })) {
    if (contact === null) continue
    const { phone: _before, ...rest } = contactOf(context, id, contact)
    const next = sealContact(context, id, { ...(phone !== undefined && { phone }), ...rest })
    await bookings.update({ _id: id, contact }, { contact: next })
  }
}
