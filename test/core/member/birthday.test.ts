import fc from 'fast-check'
import { addDays } from '#core/calendar/almanac'
import { ageOn, birthdayIn, birthMonthKey, type KnownBirth, monthKeys } from '#core/member/birthday'

const solar = (day: string): KnownBirth => ({ day, calendar: 'solar' })
const lunar = (day: string): KnownBirth => ({ day, calendar: 'lunar' })

describe('a birthday', () => {
  it('falls on its solar day', () => {
    expect(birthdayIn(solar('1950-11-08'), '2026-11')).toEqual({ day: '2026-11-08', turns: 76 })
    expect(birthdayIn(solar('1950-11-08'), '2026-12')).toBeUndefined()
    expect(birthdayIn(solar('1952-02-29'), '2026-02')).toEqual({ day: '2026-02-28', turns: 74 })
  })

  it('falls where the lunar calendar puts it that year', () => {
    expect(birthdayIn(lunar('1950-09-09'), '2026-10')).toEqual({
      day: '2026-10-18',
      turns: 76,
      lunar: '九月初九',
    })
    expect(birthdayIn(lunar('1950-09-09'), '2026-11')).toBeUndefined()
    // the twelfth month of the lunar year 2025 lies in 2026
    expect(birthdayIn(lunar('1950-12-26'), '2026-02')).toMatchObject({ day: '2026-02-13', turns: 75 })
  })

  it('comes once in a year with a leap month, in the ordinary one', () => {
    const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`)
    const days = months.flatMap((month) => birthdayIn(lunar('1949-06-15'), month)?.day ?? [])
    expect(days).toEqual(['2025-07-09'])
  })

  it('is found under a key of every month it can fall in', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('solar' as const, 'lunar' as const),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 2020, max: 2040 }),
        fc.integer({ min: 1, max: 12 }),
        (calendar, month, date, year, inMonth) => {
          const two = (number: number) => String(number).padStart(2, '0')
          const birth: KnownBirth = { day: `1950-${two(month)}-${two(date)}`, calendar }
          const asked = `${year}-${two(inMonth)}`
          const found = birthdayIn(birth, asked)
          if (found) expect(monthKeys(asked)).toContain(birthMonthKey(birth))
          if (found) expect(found.day.slice(0, 7)).toBe(asked)
        },
      ),
    )
  })

  it('comes about once a year', () => {
    for (const birth of [solar('1950-05-05'), lunar('1950-05-05')]) {
      let times = 0
      for (
        let day = '2000-01-01';
        day < '2040-01-01';
        day = `${addDays(`${day.slice(0, 8)}28`, 5).slice(0, 8)}01`
      )
        if (birthdayIn(birth, day.slice(0, 7))) times += 1
      expect(times).toBe(40)
    }
  })
})

describe('an age', () => {
  it('is whole years, on the day itself too', () => {
    expect(ageOn(solar('1966-11-24'), '2026-11-23')).toBe(59)
    expect(ageOn(solar('1966-11-24'), '2026-11-24')).toBe(60)
  })

  it('counts a lunar birth from the solar day it was', () => {
    // 九月初九 of 1966 was 22 October
    expect(ageOn(lunar('1966-09-09'), '2026-10-21')).toBe(59)
    expect(ageOn(lunar('1966-09-09'), '2026-10-22')).toBe(60)
  })
})
