import type { Purpose } from '#contract/notice'
import type {
  HourNoticeKind,
  NoShowNoticeKind,
  NoticeKind,
  PlacementNoticeKind,
  RequestNoticeKind,
  TeamNoticeKind,
} from './notice'
import type { Lasts, NoticePage, Worth, WorthRow } from './worth'

/** The kinds of notice of one purpose that lead to one page. */
const about = (purpose: Purpose, page: NoticePage) => ({
  worth: (worth: Worth, lasts: Lasts): WorthRow => ({ purpose, page, message: { worth, lasts } }),
  inbox: { purpose, page } satisfies WorthRow,
})

/** As long as silence has no consequence. */
const answered: Lasts = { days: 3 }
const week: Lasts = { days: 7 }
const soon: Lasts = { days: 1 }

const booking = about('booking', 'booking')
const bookingDuty = about('duty', 'booking')
const claims = about('team', 'booking')
const activity = about('activity', 'activity')
const training = about('training', 'activity')
const activityDuty = about('duty', 'activity')
const request = about('request', 'request')
const requestDuty = about('duty', 'request')
const member = about('member', 'me')
const residents = about('duty', 'residents')
const proxies = about('member', 'proxies')
const guardian = about('member', 'guardian')
const teams = about('team', 'teams')
const teamDuty = about('duty', 'teams')
const papers = about('training', 'certificates')

const requestRows: Record<RequestNoticeKind, WorthRow> = {
  request_arrived: requestDuty.worth('asked', answered),
  request_arrived_overdue: requestDuty.worth('asked', answered),
  request_accepted: request.inbox,
  request_assigned: request.inbox,
  request_assigned_you: requestDuty.worth('asked', answered),
  request_progressed: request.inbox,
  request_asked: request.worth('asked', answered),
  request_answered: requestDuty.worth('resolved', answered),
  request_unanswered: requestDuty.worth('asked', answered),
  request_extended: request.inbox,
  extension_asked: requestDuty.worth('asked', answered),
  extension_approved: requestDuty.worth('resolved', answered),
  request_escalated: request.inbox,
  request_escalated_overdue: request.inbox,
  request_left_overdue: requestDuty.inbox,
  request_overdue: request.inbox,
  request_overdue_here: requestDuty.worth('asked', soon),
  request_taken_over: request.inbox,
  request_left: requestDuty.inbox,
  request_returned: request.inbox,
  request_resolved: request.worth('resolved', answered),
  request_declined: request.worth('resolved', week),
  request_published: request.inbox,
  request_unpublished: request.inbox,
  request_closed: request.inbox,
  request_clock_resumed: request.worth('asked', soon),
  request_wants_time: request.inbox,
  request_praised: requestDuty.inbox,
  request_reopened: requestDuty.worth('asked', answered),
  request_reopened_below: requestDuty.inbox,
  request_supplemented: requestDuty.inbox,
  request_withdrawn: requestDuty.worth('cancelled', soon),
  request_gathered: request.inbox,
  supported_gathered: request.inbox,
  supported_withdrawn: request.inbox,
  supported_moved: request.inbox,
  supported_resolved: request.inbox,
}

const hourRows: Record<HourNoticeKind, WorthRow> = {
  honour_proposed: about('duty', 'teamHours').worth('asked', answered),
  honour_declined: about('duty', 'teamHours').inbox,
  honour_over_cap: about('duty', 'teamHours').worth('asked', answered),
  honour_credited: about('team', 'statement').inbox,
  word_proposed: about('duty', 'teamHours').worth('asked', answered),
  word_declined: about('duty', 'teamHours').inbox,
  hours_reversed: about('team', 'statement').worth('resolved', answered),
  hours_overlapped: about('duty', 'teamHours').inbox,
  certificate_revoked: about('team', 'certificates').worth('resolved', answered),
}

const noShowRows: Record<NoShowNoticeKind, WorthRow> = {
  no_show_claimer: booking.worth('asked', answered),
  no_show_requester: booking.worth('asked', answered),
  no_show_said: bookingDuty.worth('asked', answered),
  no_show_appealed: bookingDuty.worth('asked', answered),
  no_show_proved: bookingDuty.worth('asked', answered),
  no_show_upheld: booking.worth('resolved', answered),
  no_show_lifted: booking.worth('resolved', answered),
}

const teamRows: Record<TeamNoticeKind, WorthRow> = {
  team_applied: teamDuty.worth('asked', answered),
  team_accepted: teams.worth('resolved', answered),
  team_declined: teams.worth('resolved', answered),
  licence_shown: teamDuty.worth('asked', answered),
  licence_accepted: teams.worth('resolved', answered),
  licence_declined: teams.worth('resolved', answered),
  licence_revoked: teams.worth('cancelled', answered),
  licence_revoked_there: teamDuty.worth('asked', answered),
  licence_ends: teams.worth('reminder', week),
  licence_ended: teams.worth('resolved', week),
  probation_over: teams.inbox,
}

const vacancy = about('training', 'vacancy')
const placementRows: Record<PlacementNoticeKind, WorthRow> = {
  vacancy_changed: vacancy.worth('moved', week),
  vacancy_closed: vacancy.worth('cancelled', answered),
  placement_invited: vacancy.worth('asked', answered),
  placement_placed: vacancy.inbox,
  placement_declined: vacancy.worth('resolved', answered),
  placement_left: vacancy.inbox,
  placement_withdrawn: about('duty', 'vacancy').worth('cancelled', answered),
}

/** One row for each kind of notice. A kind without one does not compile. */
export const worthRows: Record<NoticeKind, WorthRow> = {
  ...requestRows,
  ...hourRows,
  ...noShowRows,
  ...teamRows,
  ...placementRows,
  booking_claimed: booking.worth('resolved', 'window'),
  booking_released: booking.worth('cancelled', 'window'),
  booking_cancelled: booking.worth('cancelled', 'window'),
  booking_moved: booking.worth('moved', 'window'),
  booking_changed: booking.worth('moved', 'window'),
  booking_checked_in: booking.inbox,
  booking_done: booking.worth('asked', answered),
  booking_closed: booking.worth('asked', answered),
  booking_confirmed: booking.inbox,
  booking_expired: booking.worth('resolved', answered),
  booking_hand_missing: booking.worth('resolved', answered),
  series_claimed: booking.worth('resolved', 'window'),
  series_released: booking.worth('cancelled', 'window'),
  series_cancelled: booking.worth('cancelled', 'window'),
  booking_missed: booking.worth('asked', answered),
  booking_at_risk: bookingDuty.worth('asked', 'window'),
  booking_at_risk_grid: bookingDuty.worth('asked', 'window'),
  booking_invited: claims.worth('asked', 'window'),
  booking_offered: claims.worth('offer', 'window'),
  booking_dispatched: claims.worth('asked', 'window'),
  booking_forgotten: bookingDuty.worth('asked', answered),
  booking_overrun: bookingDuty.worth('asked', answered),
  booking_overrun_for: booking.worth('asked', answered),
  booking_related: bookingDuty.worth('asked', answered),
  booking_related_for: booking.worth('asked', answered),
  booking_came: booking.worth('asked', answered),
  booking_resumed: bookingDuty.worth('asked', answered),
  booking_resumed_for: booking.worth('asked', answered),
  claim_proved: bookingDuty.worth('asked', answered),
  booking_settled: booking.inbox,
  booking_settled_for: booking.inbox,
  booking_worded: booking.inbox,
  booking_worded_for: booking.worth('asked', answered),
  booking_objected: bookingDuty.worth('asked', answered),
  codes_guessed: bookingDuty.worth('asked', soon),
  session_codes_guessed: activityDuty.worth('asked', soon),
  lookups_stopped: residents.worth('asked', soon),
  many_releases: bookingDuty.inbox,
  session_missed: activity.worth('asked', answered),
  session_appealed: activityDuty.worth('asked', answered),
  session_proved: activityDuty.worth('asked', answered),
  shift_withdrawn: activityDuty.worth('asked', 'window'),
  shift_moved: activity.worth('moved', 'window'),
  shift_changed: activity.worth('moved', 'window'),
  shift_clash: activity.worth('moved', 'window'),
  shift_clash_of: activityDuty.worth('asked', 'window'),
  shift_cancelled: activity.worth('cancelled', 'window'),
  shift_closed: activityDuty.worth('asked', answered),
  shift_overrun: activityDuty.worth('asked', answered),
  shift_own: activityDuty.worth('asked', answered),
  shift_resumed: activityDuty.worth('asked', answered),
  shift_missed: activity.worth('asked', answered),
  shift_credited: activity.inbox,
  shift_added: activity.worth('asked', 'window'),
  shift_worded: activity.inbox,
  member_verified: member.worth('resolved', answered),
  member_rejected: member.worth('asked', answered),
  role_granted: member.worth('resolved', answered),
  role_revoked: member.inbox,
  member_closing: about('member', 'account').worth('asked', 'window'),
  adopted: member.inbox,
  adopted_by: member.inbox,
  move_waiting: member.inbox,
  move_arrived: residents.worth('asked', answered),
  move_confirmed: member.worth('resolved', answered),
  move_declined: member.worth('resolved', answered),
  home_asked: member.worth('asked', answered),
  home_asked_for: member.inbox,
  home_asked_arrived: residents.worth('asked', answered),
  home_agreed: member.inbox,
  home_not_agreed: member.inbox,
  proxy_appointed: proxies.worth('asked', week),
  proxy_dismissed: proxies.inbox,
  proxy_left: proxies.inbox,
  proxy_accepted: proxies.worth('resolved', answered),
  proxy_refused: proxies.worth('resolved', answered),
  proxy_lapsed: proxies.inbox,
  guardian_asked: guardian.worth('asked', week),
  guardian_recorded: member.worth('resolved', answered),
  guardian_record_ended: member.worth('cancelled', answered),
  guardian_gave: member.worth('resolved', answered),
  guardian_word: guardian.inbox,
  guardian_declined: member.worth('resolved', answered),
  guardian_withdrew: member.worth('cancelled', answered),
  guardian_withdrawn: guardian.inbox,
  acted_for_you: proxies.inbox,
  acted_for: proxies.inbox,
  place_offered: activity.worth('offer', 'until'),
  place_lapsed: activity.inbox,
  signed_up: activity.worth('resolved', 'window'),
  draw_won: activity.worth('resolved', 'window'),
  draw_lost: activity.worth('resolved', 'window'),
  activity_changed: activity.worth('moved', 'window'),
  activity_told: activity.worth('moved', 'window'),
  activity_cancelled: activity.worth('cancelled', 'window'),
  activity_invited: activity.worth('asked', 'window'),
  activity_tomorrow: activity.worth('reminder', 'window'),
  activity_soon: activity.worth('again', 'window'),
  lesson_tomorrow: training.worth('reminder', 'window'),
  course_place_passed: training.worth('cancelled', 'window'),
  completion_issued: papers.worth('resolved', week),
  completion_anew: papers.worth('resolved', answered),
  completion_revoked: papers.worth('resolved', answered),
  subsidy_paid: training.worth('asked', answered),
  subsidy_corrected: training.worth('resolved', answered),
  subsidy_reversed: training.worth('resolved', answered),
  activity_over: activity.inbox,
  bulletin_urgent: about('bulletin', 'publication').worth('asked', 'until'),
  messages_refused: about('duty', 'messages').worth('asked', soon),
}
