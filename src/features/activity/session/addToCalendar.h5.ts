import { minuteMs } from '#contract/shared/time'
import { sessionText } from '#text/session/session'
import { type CalendarEntry, calendarFile } from './calendarFile'

export const calendarWords = (): string => sessionText.calendarFile

/** How long a browser may take to begin a download from memory. */
const beginMs = minuteMs

/** Downloads the entry as a file that any calendar opens. */
export async function addToCalendar(entry: CalendarEntry): Promise<'added'> {
  const url = URL.createObjectURL(new Blob([calendarFile(entry, Date.now())], { type: 'text/calendar' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${entry.title}.ics`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), beginMs)
  return 'added'
}
