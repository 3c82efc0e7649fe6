import fc from 'fast-check'
import {
  answered,
  attempted,
  consequences,
  type Delivered,
  deliveries,
  graceMs,
  mendedWithinMs,
  type SendAnswer,
  unanswered,
  unreached,
} from '#core/notice/delivery'
import { dayMs, hourMs, minuteMs, mondayNine as now } from '#support/time'

const waiting: Delivered = { delivery: 'waiting', dueAt: now, at: now }
const answers = Object.keys(consequences) as SendAnswer[]

it.each<[SendAnswer, object]>([
  ['sent', { delivery: 'sent', dueAt: null }],
  ['refused', { delivery: 'refused', dueAt: now + graceMs }],
  ['gone', { delivery: 'failed', dueAt: now + graceMs }],
  ['unwanted', { delivery: 'failed', dueAt: now + graceMs }],
  ['lost', { delivery: 'unknown', dueAt: now + graceMs }],
  ['busy', { delivery: 'waiting', dueAt: now + 2 * minuteMs }],
  ['unfit', { delivery: 'waiting', dueAt: now + 30 * minuteMs }],
  ['unusable', { delivery: 'waiting', dueAt: now + 30 * minuteMs }],
])('after %s a notice is as follows', (answer, next) => {
  const tried = { ...waiting, ...attempted(waiting, now) }
  expect(answered(tried, answer, now + 3 * dayMs, now)).toEqual(next)
})

it('nothing is spent but on what WeChat has taken', () => {
  const spent = answers.filter((answer) => consequences[answer].allowance === 'spent')
  expect(spent).toEqual(['sent'])
})

it('what WeChat is too busy for is tried until its time is over, later and later', () => {
  const until = now + 3 * hourMs
  let notice: Delivered = waiting
  const triedAt: number[] = []
  while (notice.dueAt !== null) {
    const at = notice.dueAt
    triedAt.push((at - now) / minuteMs)
    notice = { ...notice, ...attempted(notice, at) }
    notice = { ...notice, ...answered(notice, 'busy', until, at) }
  }
  expect(triedAt).toEqual([0, 2, 6, 14, 30, 62, 122, 180])
  expect(notice.delivery).toBe('late')
})

it('a mistake in the settings that nobody mends within a day costs the message, and is no secret', () => {
  const late = now + mendedWithinMs
  const tried = { ...waiting, ...attempted(waiting, late) }
  expect(answered(tried, 'unfit', now + 3 * dayMs, late)).toEqual({
    delivery: 'failed',
    dueAt: late + graceMs,
  })
  expect(unreached).toContain('failed')
})

/** Where a run of the timer is killed: before its note, before the call, before the answer is noted, or not. */
const run = fc.record({
  answer: fc.constantFrom(...answers),
  killed: fc.constantFrom('before_note', 'before_call', 'after_call', 'after_outcome', 'never'),
})

it('a timer that is killed between any two steps sends nothing twice, and loses nothing in silence', () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 12 }), fc.integer({ min: 1, max: 48 }), (runs, lastsHours) => {
      const until = now + lastsHours * hourMs
      let notice: Delivered = waiting
      let [taken, balance] = [0, 1]
      const step = (answer: SendAnswer, killed: string, at: number) => {
        if (notice.dueAt === null || notice.dueAt > at) return
        // it is looked at once more, whether somebody is to be telephoned
        if (unreached.includes(notice.delivery)) {
          notice = { ...notice, dueAt: null }
          return
        }
        if (notice.delivery === 'trying') {
          notice = { ...notice, ...unanswered(at) }
          return
        }
        if (until <= at) {
          notice = { ...notice, delivery: 'late', dueAt: null }
          return
        }
        if (killed === 'before_note') return
        notice = { ...notice, ...attempted(notice, at) }
        if (killed === 'before_call') return
        if (answer === 'sent' || answer === 'lost') taken += 1
        if (killed === 'after_call') return
        notice = { ...notice, ...answered(notice, answer, until, at) }
        if (killed === 'after_outcome') return
        if (consequences[answer].allowance === 'spent') balance -= 1
      }
      let at = now
      for (const { answer, killed } of runs) {
        step(answer, killed, at)
        at += 20 * minuteMs
      }
      for (; notice.dueAt !== null && at < now + 5 * dayMs; at += 10 * minuteMs) step('busy', 'never', at)
      expect(taken).toBeLessThanOrEqual(1)
      expect(notice.dueAt).toBe(null)
      expect(deliveries).toContain(notice.delivery)
      if (notice.delivery === 'sent') expect(taken).toBe(1)
      else expect(unreached).toContain(notice.delivery)
      expect(balance).toBeGreaterThanOrEqual(1 - taken)
    }),
    { numRuns: 500 },
  )
})
