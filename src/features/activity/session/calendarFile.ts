import type { Instant } from '#contract/shared/scalars'

/** What is written into a calendar. */
export interface CalendarEntry {
  /** The same each time it is saved, so that a calendar keeps one entry only. */
  id: string
  title: string
  place: string
  from: Instant
  to: Instant
}

/** `20261125T013000Z`. */
const stamp = (at: Instant): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '')

const escapeText = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

const octets = (text: string): number => new TextEncoder().encode(text).length

/** Breaks a line after at most 75 octets, never inside a character. Each further line begins with a space. */
function foldLine(line: string): string {
  const lines: string[] = []
  let current = ''
  for (const character of line) {
    if (octets(current + character) > 75) {
      lines.push(current)
      current = ' '
    }
    current += character
  }
  return [...lines, current].join('\r\n')
}

/** The entry as an iCalendar file (RFC 5545); it reminds an hour before. `now` is when it was written. */
export function calendarFile({ id, title, place, from, to }: CalendarEntry, now: Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//linli-shouwang//activities//ZH',
    'BEGIN:VEVENT',
    `UID:${id}@linli-shouwang`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(to)}`,
    `SUMMARY:${escapeText(title)}`,
    `LOCATION:${escapeText(place)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(title)}`,
    'TRIGGER:-PT1H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(foldLine).join('\r\n')}\r\n`
}
