import Taro from '@tarojs/taro'
import { secondMs } from '#contract/shared/time'
import { sessionText } from '#text/session/session'
import { openAlone } from '#ui/device/alone'
import type { CalendarEntry } from './calendarFile'

export const calendarWords = (): string => sessionText.calendar

const hourSeconds = 3600

/**
 * Adds the entry to the phone's calendar, which reminds an hour before. Call it on a tap. Answers `left` when the
 * person declined.
 */
export function addToCalendar({
  title,
  place,
  from,
  to,
}: CalendarEntry): Promise<'added' | 'left' | 'failed'> {
  // Older versions of WeChat lack this API. Its times are in seconds.
  const apis: Partial<Pick<Taro.TaroStatic, 'addPhoneCalendar'>> = Taro
  const { addPhoneCalendar } = apis
  const added = openAlone(
    () =>
      new Promise<'added' | 'left' | 'failed'>((resolve) => {
        if (!addPhoneCalendar) return resolve('failed')
        addPhoneCalendar({
          title,
          location: place,
          startTime: Math.floor(from / secondMs),
          endTime: String(Math.floor(to / secondMs)),
          alarm: true,
          alarmOffset: hourSeconds,
          success: () => resolve('added'),
          fail: ({ errMsg = '' }) => resolve(/cancel/.test(errMsg) ? 'left' : 'failed'),
        })
      }),
  )
  return added ?? Promise.resolve('left')
}
