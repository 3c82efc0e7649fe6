import { birthDayOf } from '#text/member/birthDayOf'

describe('a birthday as it is typed', () => {
  it.each([
    ['1968-03-15', '1968-03-15'],
    ['1968-3-5', '1968-03-05'],
    ['19680315', '1968-03-15'],
    ['1968年3月15日', '1968-03-15'],
    [' 1968/3/15 ', '1968-03-15'],
    ['1968.3.15', '1968-03-15'],
  ])('%j is %s', (typed, day) => expect(birthDayOf(typed)).toBe(day))
  it.each(['', '68-3-15', '1968', '1968-13-01', '1968-00-01', '1968-03-32', '三月十五'])(
    '%j is none',
    (typed) => expect(birthDayOf(typed)).toBeUndefined(),
  )
})
