import { invalid, type MemberContext, no, yes } from '#app/call/context'
import type { BookingDetail } from '#contract/booking'
import type { memberChangePhone } from '#contract/member'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { maskPhone } from '#core/member/mask'
import { decidePhone } from '#core/member/member'
import { bookings, members } from '#store/collections'
import { phoneOf } from '#store/platform/wechat'
import { oneOf } from '#store/words/conditions'

/** Nobody has more bookings that are not over. */
const manyBookings = 50

/** Changes or removes the caller's number, also in bookings that are not over. Nobody removes another's. */
export async function changePhone(
  context: MemberContext,
  input: Input<typeof memberChangePhone>,
): Promise<Answer<{ phoneMasked?: string }>> {
  const { member, command, settings } = context
  const { sealing } = settings
  const said = input.phone ?? (input.phoneCode === undefined ? undefined : await phoneOf(input.phoneCode))
  if (said === undefined && input.phoneCode !== undefined)
    return invalid('phoneCode', 'WeChat knows no number for this code')
  if (said === undefined && command.onBehalf) return no('for_them_alone')
  const number = said === undefined ? null : `+86${said.slice(-11)}`
  const phone =
    number === null ? null : sealing.seal(number, { collection: 'members', id: member._id, field: 'phone' })
  const phoneKey = number === null ? null : sealing.indexKey(number)
  const changed = await context.change(members, member._id, command, (state) =>
    decidePhone(state, command, { phone, phoneKey }),
  )
  if (changed.refusal) return changed.refusal
  const kept = changed.state.phone
  const now =
    kept === null ? undefined : sealing.open(kept, { collection: 'members', id: member._id, field: 'phone' })
  await tellBookings(context, now)
  return yes(now === undefined ? {} : { phoneMasked: maskPhone(now) })
}

/** Puts the present number into the bookings that are not over. One that changes meanwhile is left to a repeat. */
async function tellBookings(
  { member, settings: { sealing } }: MemberContext,
  phone: string | undefined,
): Promise<void> {
  const under = { requesterId: member._id, state: oneOf(['open', 'claimed', 'in_service']) }
  for (const { _id: id, contact } of await bookings.find('mine', under, { limit: manyBookings })) {
    if (contact === null) continue
    const spot = { collection: 'bookings', id, field: 'contact' } as const
    const opened: NonNullable<BookingDetail['contact']> = JSON.parse(sealing.open(contact, spot))
    const { phone: _before, ...rest } = opened
    const next = sealing.seal(JSON.stringify({ ...(phone !== undefined && { phone }), ...rest }), spot)
    await bookings.update({ _id: id, contact }, { contact: next })
  }
}
