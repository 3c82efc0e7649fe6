import type { RefusalCode } from '#contract/shared/refusal'
import { minuteMs } from '#contract/shared/time'
import { dayOf } from '#contract/shared/wallClock'
import type { Appointing, Member } from '#core/member/member'
import { manyProxies, type Proxyship, proxyStateOf } from './proxyship'

/** A member may appoint this often in a day, whoever it is. */
export const appointmentsADay = 10

/** Longer than a function may run: an older one without its appointment was left by a crash. */
export const appointingMs = minuteMs

type Known = Pick<Proxyship, 'proxyId' | 'active' | 'asksUntil' | 'since'>

/**
 * Holds a place for one more proxy and counts the appointment of the day, in one write of the member, so that
 * many at once do not all slip below a limit. `known`: the proxies who act or are asked, and all that have
 * changed within the last minute.
 */
export function withAppointing(
  member: Member,
  wanted: Appointing,
  known: readonly Known[],
): { next: Member; refusal?: undefined } | { refusal: RefusalCode; next?: undefined } {
  const { at, proxyId } = wanted
  const isWritten = (held: Appointing) =>
    known.some((one) => one.proxyId === held.proxyId && one.since >= held.at)
  const pending = (member.appointing ?? []).filter(
    (held) => held.proxyId !== proxyId && at - held.at < appointingMs && !isWritten(held),
  )
  const standing = known.filter((one) => one.proxyId !== proxyId && proxyStateOf(one, at) !== 'ended')
  if (new Set([...pending, ...standing].map((one) => one.proxyId)).size >= manyProxies)
    return { refusal: 'proxy_full' }
  const today = dayOf(at)
  const count = member.appointedOn === today ? (member.appointments ?? 0) : 0
  if (count >= appointmentsADay) return { refusal: 'proxies_spent' }
  const next = { ...member, appointedOn: today, appointments: count + 1, appointing: [...pending, wanted] }
  return { next }
}
