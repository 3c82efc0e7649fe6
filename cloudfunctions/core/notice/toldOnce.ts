import type { NoticeEffect } from '#core/change/effect'
import type { NoticeKind } from './notice'

/** What one person can do to another, take back and do again. */
const reversible: ReadonlySet<NoticeKind> = new Set<NoticeKind>([
  'booking_claimed',
  'booking_released',
  'series_claimed',
  'series_released',
  'booking_invited',
  'booking_dispatched',
  'shift_withdrawn',
  'role_granted',
  'role_revoked',
  'proxy_appointed',
  'proxy_dismissed',
  'proxy_left',
  'guardian_asked',
  'guardian_recorded',
  'guardian_record_ended',
  'guardian_gave',
  'guardian_word',
  'guardian_declined',
  'guardian_withdrew',
  'guardian_withdrawn',
  'team_applied',
  'licence_shown',
])

/**
 * Names what is the same again on one day: the same person doing the same about the same thing. Undefined
 * where each event is told of its own.
 */
export function toldOnceADay({ kind, whoId, note, ...about }: NoticeEffect): string | undefined {
  if (whoId === undefined || !reversible.has(kind)) return undefined
  // of a role the note names which one; elsewhere it is the reason, in other words each time
  const which = kind === 'role_granted' || kind === 'role_revoked' ? note : undefined
  const { title, bookingId, requestId, activityId, windowFrom } = about
  return JSON.stringify([kind, whoId, which, title, bookingId, requestId, activityId, windowFrom])
}
