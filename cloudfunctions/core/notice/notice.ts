/** What a notice is about; the sentences are in app/noticeText. */
export const noticeKinds = [
  'booking_claimed',
  'booking_released',
  'booking_cancelled',
  'booking_checked_in',
  'booking_done',
  'booking_closed',
  'booking_confirmed',
  'booking_expired',
  'booking_missed',
  'codes_guessed',
  'lookups_stopped',
  'member_verified',
  'member_rejected',
  'proxy_appointed',
  'proxy_dismissed',
  'acted_for_you',
  'acted_for',
  'team_applied',
  'team_accepted',
  'team_declined',
] as const
export type NoticeKind = (typeof noticeKinds)[number]
