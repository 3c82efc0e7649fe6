import { defaultTemplates } from '#contract/shared/defaultTemplates'
import { dayOf, instantOf, wallClock } from '#contract/shared/wallClock'
import { copyContent, daysToMove } from '#core/activity/copy'
import { addDays } from '#core/calendar/almanac'
import { aPublished, aSession, someContent } from '#support/activityModel'

const dragonBoat = defaultTemplates.find(({ template }) => template === 'dragon_boat')?.falls
const at = (day: string, time: string): number => instantOf(day, time) ?? 0

describe('a copy', () => {
  it('of a festival is held at the same distance from this year’s', () => {
    // 端午 was 2025-05-31, and is 2026-06-19
    expect(addDays('2025-05-30', daysToMove('2025-05-30', '2026-05-01', dragonBoat))).toBe('2026-06-18')
    expect(addDays('2025-05-30', daysToMove('2025-05-30', '2026-11-24', dragonBoat))).toBe('2027-06-08')
    expect(addDays('2025-05-30', daysToMove('2025-05-30', '2026-06-18', dragonBoat))).toBe('2027-06-08')
  })

  it('of anything else keeps its day of the week', () => {
    expect(addDays('2025-12-10', daysToMove('2025-12-10', '2026-11-24'))).toBe('2026-12-09')
    expect(addDays('2026-11-18', daysToMove('2026-11-18', '2026-11-24'))).toBe('2026-11-25')
    expect(addDays('2026-11-17', daysToMove('2026-11-17', '2026-11-24'))).toBe('2026-12-01')
  })

  it('keeps the time of day, and drops what was called off', () => {
    const sessions = [
      aSession('s_0', at('2025-05-29', '09:00'), { cancelled: true }),
      aSession('s_1', at('2025-05-30', '09:00')),
      aSession('s_2', at('2025-05-31', '14:30')),
    ]
    const signup = { ...someContent().signup, closesAt: at('2025-05-29', '18:00') }
    const activity = aPublished({ sessions, signup }, at('2025-05-01', '09:00'))
    const copy = copyContent(activity, '2026-01-05', dragonBoat)
    expect(copy.sessions.map(({ from }) => wallClock(from).format('YYYY-MM-DD HH:mm'))).toEqual([
      '2026-06-18 09:00',
      '2026-06-19 14:30',
    ])
    expect(dayOf(copyContent(activity, '2026-01-05', dragonBoat, 3).sessions[0]?.from ?? 0)).toBe(
      '2025-06-02',
    )
  })
})
