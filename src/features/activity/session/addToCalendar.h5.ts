import { cloudNow } from '#clock'
import { sessionText } from '#text/session/session'
import { download } from '#ui/device/download.h5'
import { type CalendarEntry, calendarFile } from './calendarFile'

export const calendarWords = (): string => sessionText.calendarFile

/** Downloads the entry as a file that any calendar opens. */
export async function addToCalendar(entry: CalendarEntry): Promise<'added'> {
  download(new Blob([calendarFile(entry, cloudNow())], { type: 'text/calendar' }), `${entry.title}.ics`)
  return 'added'
}
