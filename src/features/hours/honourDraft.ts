import type { Checked } from '#cloud/call/checked'
import type { RawInputOf } from '#contract/operations'
import { dayMs, minuteMs } from '#contract/shared/time'
import { hoursText } from '#text/hours/hours'
import { oneLine } from './oneLine'

/** A week of hours, as the contract takes at most. */
const mostMinutes = (7 * dayMs) / minuteMs

/** Reads hours and minutes. An empty field counts as zero. Undefined for other text. */
export function honourMinutesOf(hours: string, minutes: string): number | undefined {
  const [wholeHours, rest] = [hours, minutes].map((text) => (text.trim() === '' ? 0 : numberOf(text)))
  if (wholeHours === undefined || rest === undefined || rest > 59) return undefined
  const sum = wholeHours * 60 + rest
  return sum >= 1 && sum <= mostMinutes ? sum : undefined
}

const numberOf = (text: string): number | undefined =>
  /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : undefined

/** The reason on one line. Undefined when it is shorter or longer than the contract allows. */
export function honourReasonOf(text: string): string | undefined {
  const reason = oneLine(text)
  return reason.length >= 2 && reason.length <= 60 ? reason : undefined
}

/** A proposal of honour minutes that is being written. */
export interface HonourDraft {
  hours: string
  minutes: string
  reason: string
  teamId: string | undefined
}

/** The proposal to send, or the faults. */
export function checkHonour(
  draft: HonourDraft,
): Checked<Omit<RawInputOf<'hours.honour'>, 'memberId'>, 'hours' | 'reason'> {
  const minutes = honourMinutesOf(draft.hours, draft.minutes)
  const reason = honourReasonOf(draft.reason)
  const { teamId } = draft
  if (minutes !== undefined && reason !== undefined)
    return { input: { ...(teamId && { teamId }), minutes, reason } }
  return {
    faults: {
      ...(minutes === undefined && { hours: hoursText.honourAmountWrong }),
      ...(reason === undefined && { reason: hoursText.honourReasonWrong }),
    },
  }
}
