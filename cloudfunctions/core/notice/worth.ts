import type { NoticePlace, Purpose } from '#contract/notice'

/**
 * How much it matters that a person hears of an event in time, the most first: an offer ends, somebody would
 * come in vain, another time holds, an answer is waited for, something is settled, something is near, and
 * that once more.
 */
export const worths = ['offer', 'cancelled', 'moved', 'asked', 'resolved', 'reminder', 'again'] as const
export type Worth = (typeof worths)[number]

/** A person who was reminded once keeps the last allowance for what may come: an offer, a cancellation. */
export const canBeSpared = (worth: Worth): boolean => worth === 'again'

/** A higher number is worth more. */
export const worthOf = (worth: Worth): number => worths.length - worths.indexOf(worth)

/** The page that a notice leads to. Of a matter, the notice's own id says which. */
export type NoticePage = 'booking' | 'request' | 'activity' | 'vacancy' | 'publication' | NoticePlace

/** Until when it is worth telling: the end of the offer, the beginning of the window, or so many days. */
export type Lasts = 'until' | 'window' | { days: number }

/** What a kind of notice is to the person who gets it. */
export interface WorthRow {
  /** For what the person has allowed messages. */
  purpose: Purpose
  page: NoticePage
  /** Absent: it stands in the inbox, and no message is worth it. */
  message?: { worth: Worth; lasts: Lasts }
}
