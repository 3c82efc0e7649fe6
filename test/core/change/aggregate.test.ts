import fc from 'fast-check'
import { type Command, changedOften, changesADay, repeatOf, withEvent } from '#core/change/aggregate'
import { decideConsent, latestConsent, type Member } from '#core/member/member'
import { toldOnceADay } from '#core/notice/toldOnce'
import { no, yes } from '#support/commands'
import { aMember } from '#support/people'
import { dayMs, minuteMs, mondayNine } from '#support/time'

const by = (whoId: string | undefined, at: number, word = 'tap'): Command => ({
  key: `${word}@${at}`,
  fingerprint: word,
  at,
  ...(whoId === undefined ? {} : { whoId, who: whoId }),
})
const changed = (count: number, whoId: string | undefined): Member => {
  let member = aMember()
  for (let index = 0; index < count; index++)
    member = withEvent(member, by(whoId, mondayNine + index), 'phone_changed')
  return member
}

describe('one person who changes one document again and again', () => {
  const later = mondayNine + minuteMs
  it('is stopped after so many changes within a day, and may go on the next', () => {
    expect(changedOften(changed(changesADay - 1, 'm_wang'), by('m_wang', later))).toBe(false)
    expect(changedOften(changed(changesADay, 'm_wang'), by('m_wang', later))).toBe(true)
    expect(changedOften(changed(changesADay, 'm_wang'), by('m_wang', later + dayMs))).toBe(false)
  })
  it('stops nobody else, nor what time alone does, nor what only takes back', () => {
    expect(changedOften(changed(changesADay, 'm_wang'), by('m_li', later))).toBe(false)
    expect(changedOften(changed(changesADay, undefined), by(undefined, later))).toBe(false)
    expect(changedOften(changed(changesADay, 'm_wang'), { ...by('m_wang', later), takesBack: true })).toBe(
      false,
    )
  })
})

describe('a past', () => {
  it('is bounded; its beginning, its latest and the last event of each name stay, in their order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('granted', 'revoked', 'moved', 'renamed'), {
          minLength: 221,
          maxLength: 600,
        }),
        (names) => {
          let member = aMember({ events: [] })
          member = withEvent(member, by('m_wang', 1), 'registered')
          names.forEach((name, index) => {
            member = withEvent(member, by('m_wang', index + 2), name as 'granted')
          })
          const { events } = member
          expect(events.length).toBeLessThanOrEqual(230)
          expect(events[0]?.event).toBe('registered')
          expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort((a, b) => a - b))
          for (const name of new Set(names)) {
            const last = names.lastIndexOf(name) + 2
            expect(events.some(({ event, at }) => event === name && at === last)).toBe(true)
          }
          for (const line of names.map((_, index) => index + 2).slice(-200))
            expect(repeatOf(member, by('m_wang', line))).toBe('repeat')
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('a consent', () => {
  const said = (given: boolean) => ({ kind: 'leaderboard', version: '2026-11', given }) as const
  it('is given three times within a day at most; it may always be withdrawn, and given again the next day', () => {
    let member = aMember({ consents: [] })
    let at = mondayNine
    const next = (given: boolean) => {
      at += 1
      return decideConsent(member, by('m_wang', at), said(given))
    }
    for (let time = 0; time < 3; time++) {
      member = yes(next(true))
      member = yes(next(false))
    }
    expect(no(next(true))).toBe('changed_often')
    at += dayMs
    expect(latestConsent(yes(next(true)), 'leaderboard')?.given).toBe(true)
  })
  it('keeps its first answer and the latest; what is between is dropped, of this kind alone', () => {
    let member = aMember({ consents: [{ kind: 'service', version: '1', given: true, at: 1 }] })
    let at = mondayNine
    for (let day = 0; day < 290; day++) {
      at += dayMs
      member = yes(decideConsent(member, by('m_wang', at), said(day % 2 === 0)))
    }
    const own = member.consents.filter(({ kind }) => kind === 'leaderboard')
    expect(own).toHaveLength(11)
    expect(own[0]?.at).toBe(mondayNine + dayMs)
    expect(own.at(-1)).toMatchObject({ given: false, at })
    expect(member.consents).toHaveLength(12)
    expect(JSON.stringify(member).length).toBeLessThan(60_000)
  })
})

describe('what one person does to another again', () => {
  const claimed = {
    effect: 'notice',
    noticeId: 'n_1',
    to: 'm_wang',
    kind: 'booking_claimed',
    bookingId: 'b_1',
    whoId: 'm_li',
  } as const
  it('is the same, whatever reason is given; another thing, person or kind is not', () => {
    const alike = toldOnceADay(claimed)
    expect(toldOnceADay({ ...claimed, noticeId: 'n_2', note: '有事' })).toBe(alike)
    for (const other of [{ bookingId: 'b_2' }, { whoId: 'm_zhao' }, { kind: 'booking_released' as const }])
      expect(toldOnceADay({ ...claimed, ...other })).not.toBe(alike)
  })
  it('is told each time where it cannot be taken back, and where nobody did it', () => {
    expect(toldOnceADay({ ...claimed, kind: 'booking_done' })).toBeUndefined()
    const { whoId: _, ...nobodys } = claimed
    expect(toldOnceADay(nobodys)).toBeUndefined()
  })
  it('tells two roles of one day apart', () => {
    const role = (note: string) => toldOnceADay({ ...claimed, kind: 'role_granted', note })
    expect(role('coordinator')).not.toBe(role('officer'))
  })
})
