import type { Birth } from '#contract/shared/birth'
import { dayOf } from '#contract/shared/wallClock'
import { ageFrom, solarDayOf } from '#core/member/age'
import { isMinor, leastAge, volunteeringFault } from '#core/member/volunteering'

const solar = (day: string): Birth => ({ day, calendar: 'solar' })
const lunar = (day: string): Birth => ({ day, calendar: 'lunar' })

describe('an age', () => {
  it.each<[what: string, birth: Birth, today: string, age: number | undefined]>([
    ['the day before the birthday', solar('2012-11-24'), '2026-11-23', 13],
    ['the birthday itself', solar('2012-11-24'), '2026-11-24', 14],
    ['the day after', solar('2012-11-24'), '2026-11-25', 14],
    ['the day before eighteen', solar('2008-11-24'), '2026-11-23', 17],
    ['eighteen', solar('2008-11-24'), '2026-11-24', 18],
    ['born today', solar('2026-11-24'), '2026-11-24', 0],
    ['born tomorrow', solar('2026-11-25'), '2026-11-24', undefined],
    ['New Year’s Eve before a January birthday', solar('2009-01-01'), '2026-12-31', 17],
    ['New Year’s Day', solar('2009-01-01'), '2027-01-01', 18],
    ['29 February, on 28 February of a common year', solar('2008-02-29'), '2026-02-28', 17],
    ['29 February, on 1 March of a common year', solar('2008-02-29'), '2026-03-01', 18],
    ['29 February, on 29 February of a leap year', solar('2008-02-29'), '2028-02-29', 20],
    ['29 February, the day before in a leap year', solar('2008-02-29'), '2028-02-28', 19],
    ['a hundred and thirty', solar('1896-11-24'), '2026-11-24', 130],
    ['older than anybody', solar('1895-11-24'), '2026-11-24', undefined],
    ['no such day', solar('2009-02-29'), '2026-11-24', undefined],
    ['no such day either', solar('2009-04-31'), '2026-11-24', undefined],
    // 二〇〇八年腊月十五 was 10 January 2009
    ['a lunar birthday late in the lunar year, the day before', lunar('2008-12-15'), '2027-01-09', 17],
    ['a lunar birthday late in the lunar year', lunar('2008-12-15'), '2027-01-10', 18],
    ['a lunar thirtieth', lunar('2024-02-30'), '2026-04-08', 2],
    ['a lunar thirtieth of a month of twenty-nine', lunar('2023-01-30'), '2026-04-08', undefined],
    ['a lunar thirty-first', lunar('2024-02-31'), '2026-04-08', undefined],
  ])('%s', (_, birth, today, age) => expect(ageFrom(birth, today)).toBe(age))

  it('changes at midnight in Chongqing, not at midnight in Greenwich', () => {
    const birth = solar('2008-11-24')
    const midnight = Date.UTC(2026, 10, 23, 16)
    expect(ageFrom(birth, dayOf(midnight - 1))).toBe(17)
    expect(ageFrom(birth, dayOf(midnight))).toBe(18)
  })

  it('of a lunar birthday is counted from the solar day it was', () => {
    expect(solarDayOf(lunar('1944-02-06'))).toBe('1944-02-29')
    expect(ageFrom(lunar('1944-02-06'), '2026-02-28')).toBe(81)
    expect(ageFrom(lunar('1944-02-06'), '2026-03-01')).toBe(82)
  })
})

describe('who may volunteer', () => {
  it.each<[age: number | undefined, guardianConsents: boolean, fault: string | undefined]>([
    [13, false, 'too_young_to_volunteer'],
    [13, true, 'too_young_to_volunteer'],
    [14, false, 'guardian_needed'],
    [14, true, undefined],
    [17, false, 'guardian_needed'],
    [17, true, undefined],
    [18, false, undefined],
    [90, false, undefined],
    [undefined, false, undefined],
  ])('at %p, with a guardian’s word %p: %p', (age, guardianConsents, fault) =>
    expect(volunteeringFault({ age, guardianConsents })).toBe(fault),
  )
  it.each([
    [undefined, false],
    [0, true],
    [17, true],
    [18, false],
  ])('%p is a minor: %p', (age, minor) => expect(isMinor(age)).toBe(minor))
  it('does what needs a licence at eighteen, anything else at fourteen, unless the community says otherwise', () => {
    expect(leastAge({})).toBe(14)
    expect(leastAge({ needsLicence: '电工证' })).toBe(18)
    expect(leastAge({ minAge: 16 })).toBe(16)
    expect(leastAge({ minAge: 16, needsLicence: '消防证' })).toBe(16)
  })
})
