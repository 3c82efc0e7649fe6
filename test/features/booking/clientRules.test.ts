import * as v from 'valibot'
import { newCommandId } from '#cloud/call/commandId'
import type { BookingCard, BookingPart, BookingState } from '#contract/booking'
import { envelope } from '#contract/operations'
import { nextFirst } from '#features/booking/list/nextFirst'
import { skillsOf } from '#features/team/skillsOf'
import { readWindow } from '#ui/field/windowDraft'

describe('Skills typed in one line', () => {
  it.each([
    ['', []],
    ['水电', ['水电']],
    ['水电、木工，陪诊, 缝纫', ['水电', '木工', '陪诊', '缝纫']],
    [' 水电 、、 ', ['水电']],
  ])('%j are %j', (words, skills) => {
    expect(skillsOf(words)).toEqual(skills)
  })

  it('are refused where there are more than ten or one is longer than twenty', () => {
    expect(skillsOf(Array.from({ length: 11 }, (_, at) => `会${at}`).join('、'))).toBeUndefined()
    expect(skillsOf('一'.repeat(21))).toBeUndefined()
  })
})

describe('A chosen window', () => {
  it('is read once it is whole; an end that is not after the start is on the next day', () => {
    const day = '2026-11-25'
    expect(readWindow({ day, from: '09:00', to: '11:00' })).toEqual({
      from: Date.parse('2026-11-25T09:00:00+08:00'),
      to: Date.parse('2026-11-25T11:00:00+08:00'),
    })
    expect(readWindow({ day, from: '11:00', to: '11:00' })).toEqual({
      from: Date.parse('2026-11-25T11:00:00+08:00'),
      to: Date.parse('2026-11-26T11:00:00+08:00'),
    })
    expect(readWindow({ day: '', from: '09:00', to: '11:00' })).toBeUndefined()
  })
})

describe('A list of bookings', () => {
  const card = (bookingId: string, state: BookingState, from: number, part: BookingPart = 'requester') =>
    ({ bookingId, state, part, window: { from, to: from + 1 } }) as BookingCard
  const ids = (cards: readonly BookingCard[]) => cards.map(({ bookingId }) => bookingId)

  it('begins with what is under way, then goes by the hour; what is over stands apart, as it came', () => {
    const { ahead, over } = nextFirst([
      card('tomorrow', 'open', 4),
      card('lately', 'cancelled', 9),
      card('today', 'claimed', 3),
      card('now', 'in_service', 5),
      card('long ago', 'confirmed', 1),
    ])
    expect(ids(ahead)).toEqual(['now', 'today', 'tomorrow'])
    expect(ids(over)).toEqual(['lately', 'long ago'])
  })

  it('keeps what waits for the word of whoever booked it; whoever did it has nothing more to do', () => {
    expect(ids(nextFirst([card('a', 'done', 1)]).ahead)).toEqual(['a'])
    expect(ids(nextFirst([card('a', 'done', 1, 'claimer')]).over)).toEqual(['a'])
  })
})

describe('A command id', () => {
  it('is one the cloud takes, and never the same', () => {
    const ids = Array.from({ length: 1000 }, newCommandId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const commandId of ids) v.parse(envelope, { op: 'x', commandId })
  })
})
