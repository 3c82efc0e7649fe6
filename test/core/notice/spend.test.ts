import fc from 'fast-check'
import { foresightMs, spend, type WaitingNotice } from '#core/notice/spend'
import { dayMs, hourMs, minuteMs, mondayNine as now } from '#support/time'

const notice = (noticeId: string, worth: number, more: Partial<WaitingNotice> = {}): WaitingNotice => ({
  ...{ noticeId, templateId: 'tpl', worth, dueAt: now, until: now + 2 * dayMs },
  ...more,
})
const nothing = { send: [], wait: [], passOver: [], late: [] }
const has = (balance: number) => new Map([['tpl', balance]])

describe('an allowance', () => {
  it('goes to what is worth most, and the rest is passed over at once', () => {
    expect(spend(now, has(1), [notice('credit', 2), notice('offer', 7)], [])).toEqual({
      ...nothing,
      send: ['offer'],
      passOver: ['credit'],
    })
  })

  it('is kept for more that will come within a day, while what is worth less waits', () => {
    const foreseen = { templateId: 'tpl', worth: 3, dueAt: now + 5 * hourMs }
    expect(spend(now, has(1), [notice('again', 1)], [foreseen])).toEqual({
      ...nothing,
      wait: [{ noticeId: 'again', at: now + 5 * hourMs }],
    })
    const tomorrow = { ...foreseen, dueAt: now + foresightMs + 1 }
    expect(spend(now, has(1), [notice('again', 1)], [tomorrow]).send).toEqual(['again'])
    expect(spend(now, has(2), [notice('again', 1)], [foreseen]).send).toEqual(['again'])
  })

  it('is not kept for what is worth no more, nor does anything wait past its time', () => {
    const foreseen = { templateId: 'tpl', worth: 1, dueAt: now + 5 * hourMs }
    expect(spend(now, has(1), [notice('one', 1)], [foreseen]).send).toEqual(['one'])
    const soonOver = notice('again', 1, { until: now + hourMs })
    expect(spend(now, has(1), [soonOver], [{ ...foreseen, worth: 2 }]).passOver).toEqual(['again'])
  })

  it('that is the last is not spent on what can be spared', () => {
    const again = notice('again', 1, { spare: true })
    expect(spend(now, has(1), [again], [])).toEqual({ ...nothing, passOver: ['again'] })
    expect(spend(now, has(2), [again], []).send).toEqual(['again'])
    expect(spend(now, has(2), [again, notice('offer', 7)], [])).toEqual({
      ...nothing,
      send: ['offer'],
      passOver: ['again'],
    })
  })

  it('of equal worth goes to what ends first', () => {
    const [later, sooner] = [notice('a', 4), notice('b', 4, { until: now + hourMs })]
    expect(spend(now, has(1), [later, sooner], []).send).toEqual(['b'])
  })

  it('is not spent on what is over', () => {
    expect(spend(now, has(1), [notice('old', 7, { until: now })], [])).toEqual({ ...nothing, late: ['old'] })
  })

  it('of one template is not spent on another', () => {
    const other = notice('other', 1, { templateId: 'second' })
    expect(spend(now, has(1), [other, notice('one', 2)], [])).toEqual({
      ...nothing,
      send: ['one'],
      passOver: ['other'],
    })
  })
})

/** What will happen to one person: notices that come, some of them foreseen, and taps that allow one more. */
const events = fc.array(
  fc.record({
    minute: fc.integer({ min: 0, max: 4 * 24 * 60 }),
    templateId: fc.constantFrom('a', 'b'),
    worth: fc.integer({ min: 1, max: 4 }),
    spare: fc.boolean(),
    lastsHours: fc.integer({ min: 1, max: 72 }),
    foreseen: fc.boolean(),
    allows: fc.boolean(),
  }),
  { maxLength: 14 },
)

it('no allowance is spent on less while more is due within a day; every notice ends, once', () => {
  fc.assert(
    fc.property(events, fc.integer({ min: 0, max: 2 }), (told, first) => {
      const balances = new Map([
        ['a', first],
        ['b', first],
      ])
      const all = told.map(({ minute, lastsHours, spare, ...event }, index) => {
        const at = now + minute * minuteMs
        return {
          ...event,
          spare: spare && event.worth === 1,
          noticeId: `n${index}`,
          at,
          dueAt: at,
          until: at + lastsHours * hourMs,
        }
      })
      const ended = new Map<string, string>()
      const dues = new Map(all.filter(({ allows }) => !allows).map((each) => [each.noticeId, each.dueAt]))
      const end = (noticeId: string, as: string) => {
        expect(ended.has(noticeId)).toBe(false)
        ended.set(noticeId, as)
      }
      for (let at = now; at <= now + 9 * dayMs; at += hourMs) {
        for (const { allows, templateId, ...event } of all)
          if (allows && event.at > at - hourMs && event.at <= at)
            balances.set(templateId, (balances.get(templateId) ?? 0) + 1)
        const notices = all.filter(({ allows }) => !allows)
        const waiting = notices
          .filter((each) => each.at <= at && !ended.has(each.noticeId))
          .map((each) => ({ ...each, dueAt: dues.get(each.noticeId) ?? each.dueAt }))
        if (!waiting.some(({ dueAt }) => dueAt <= at)) continue
        const foreseen = notices.filter((each) => each.foreseen && each.at > at)
        const { send, wait, passOver, late } = spend(at, balances, waiting, foreseen)
        for (const noticeId of send) {
          const sent = waiting.find((each) => each.noticeId === noticeId)
          const more = [
            ...waiting.filter((each) => each.until > at && !send.includes(each.noticeId)),
            ...foreseen,
          ]
            .filter(({ templateId }) => templateId === sent?.templateId)
            .filter(({ worth, dueAt }) => worth > (sent?.worth ?? 0) && dueAt <= at + dayMs)
          const left = balances.get(sent?.templateId ?? '') ?? 0
          const others = send.filter(
            (id) => all.find((each) => each.noticeId === id)?.templateId === sent?.templateId,
          )
          expect(left - others.length).toBeGreaterThanOrEqual(more.length)
        }
        for (const noticeId of send) {
          const { templateId = '' } = all.find((each) => each.noticeId === noticeId) ?? {}
          balances.set(templateId, (balances.get(templateId) ?? 0) - 1)
          end(noticeId, 'sent')
        }
        for (const noticeId of passOver) end(noticeId, 'not_allowed')
        for (const noticeId of late) end(noticeId, 'late')
        for (const { noticeId, at: then } of wait) {
          expect(then).toBeGreaterThan(at)
          dues.set(noticeId, then)
        }
        expect([...balances.values()].every((balance) => balance >= 0)).toBe(true)
      }
      expect(ended.size).toBe(dues.size)
    }),
    { numRuns: 300 },
  )
})
