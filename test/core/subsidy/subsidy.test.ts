import fc from 'fast-check'
import type { Decision } from '#core/change/aggregate'
import { type Command, repeatOf } from '#core/change/aggregate'
import {
  decideApproveLines,
  decideDrawSubsidy,
  decidePay,
  decideReceive,
  decideReverseLine,
  type Speaker,
} from '#core/subsidy/decide'
import { entitledFen, type Rate, targetFen } from '#core/subsidy/owed'
import {
  balanceOf,
  isPaid,
  isReversed,
  lineIdOf,
  lineOfId,
  type Subsidy,
  storiesOf,
} from '#core/subsidy/subsidy'
import { sheetRowsOf } from '#core/subsidy/view'
import { no, yes } from '#support/commands'
import { madeUpWeek } from '#support/lessons'
import {
  claimedSubsidy,
  courseOver,
  drawnBy,
  keyedCommand,
  lastLine,
  paidBy,
  speaker,
} from '#support/subsidies'
import { dayMs, mondayNine } from '#support/time'

const course = madeUpWeek(2)
const perLesson: Rate = { fen: 1000, per: 'lesson' }
const perCourse: Rate = { fen: 5000, per: 'course' }
const over = courseOver

const zhao = speaker('zhao')
const sun = speaker('sun')
const worker = speaker('worker')
const sister = speaker('sister', true)
const wang = speaker('wang')
const people = [zhao, sun, worker, sister, wang]

const command = keyedCommand
const claimed = claimedSubsidy
const drawing = (subsidy: Subsidy, entitled: number, by = zhao): Subsidy => drawnBy(subsidy, entitled, by)
const keys = (subsidy: Subsidy) => storiesOf(subsidy).map(({ key }) => key)
const last = lastLine
const fens = (subsidy: Subsidy) => storiesOf(subsidy).map(({ fen, state }) => [fen, state])
const approved = (subsidy: Subsidy) => yes(decideApproveLines(subsidy, command(), sun, [last(subsidy)]))
const paid = (subsidy: Subsidy) => paidBy(subsidy, sun, zhao)

describe('what somebody is owed', () => {
  it('is counted by lessons, once for a lesson and what makes up for it', () => {
    const at = (...present: string[]) => entitledFen(perLesson, course, new Set(present), over)
    expect(at()).toBe(0)
    expect(at('l_0', 'l_5')).toBe(2000)
    // nobody is paid for a lesson that was called off
    expect(at('l_2')).toBe(0)
  })

  it('or is for the whole course, once it is over and completed', () => {
    const most = new Set(['l_0', 'l_1', 'l_3', 'l_5'])
    expect(entitledFen(perCourse, course, most, over)).toBe(5000)
    expect(entitledFen(perCourse, course, most, mondayNine + 5 * dayMs)).toBe(0)
    expect(entitledFen(perCourse, course, new Set(['l_0', 'l_1', 'l_3']), over)).toBe(0)
  })
})

describe('a draw', () => {
  it('adds what is new, and again nothing', () => {
    const once = drawing(claimed(), 2000)
    expect(fens(once)).toEqual([[2000, 'owed']])
    expect(drawing(once, 2000)).toBe(once)
    expect(fens(drawing(once, 3000))).toEqual([
      [2000, 'owed'],
      [1000, 'owed'],
    ])
  })

  it('takes back what is not paid yet, and what was paid too much is a line that says so', () => {
    expect(fens(drawing(drawing(claimed(), 3000), 2000))).toEqual([
      [3000, 'reversed'],
      [2000, 'owed'],
    ])
    const less = drawing(paid(drawing(claimed(), 3000)), 2000)
    expect(fens(less)).toEqual([
      [3000, 'paid'],
      [-1000, 'owed'],
    ])
    expect(less.pending).toMatchObject([
      { kind: 'subsidy_paid' },
      { kind: 'subsidy_corrected', to: 'm_wang' },
    ])
    // the correction was a mistake: it is taken back, and nothing is owed twice
    expect(fens(drawing(less, 3000))).toEqual([
      [3000, 'paid'],
      [-1000, 'reversed'],
    ])
  })

  it('leaves to whoever took the claim back what was paid, and nothing more', () => {
    const first = paid(drawing(claimed(), 2000))
    const more = drawing(first, 3000)
    const gone = { ...more, claim: { at: mondayNine, version: '1', withdrawnAt: over } }
    expect(fens(drawing(gone, 3000))).toEqual([
      [2000, 'paid'],
      [1000, 'reversed'],
    ])
  })
})

describe('the words of several', () => {
  it('nobody approves what they have computed, what is theirs, or their family’s', () => {
    const drawn = drawing(claimed(), 2000)
    for (const [by, code] of [
      [zhao, 'second_word'],
      [wang, 'second_word'],
      [sister, 'related_word'],
    ] as const)
      expect(no(decideApproveLines(drawn, command(), by, keys(drawn)))).toBe(code)
    expect(approved(drawn)).toMatchObject({ events: [{ event: 'drawn' }, { event: 'approved' }] })
  })

  it('what is approved is paid, on no later day than today', () => {
    const drawn = drawing(claimed(), 2000)
    const pay = (subsidy: Subsidy, day: string, by = zhao) =>
      decidePay(subsidy, command(), by, keys(drawn), day)
    expect(no(pay(drawn, '2026-11-30'))).toBe('subsidy_unapproved')
    const ready = approved(drawn)
    expect(no(pay(ready, '2026-12-01'))).toBe('subsidy_day')
    expect(no(pay(ready, '2026-11-30', wang))).toBe('own_subsidy')
    const done = yes(pay(ready, '2026-11-30'))
    expect(yes(pay(done, '2026-11-30', sun))).toBe(done)
    expect(no(pay(done, '2026-11-29'))).toBe('subsidy_paid')
  })

  it('a receipt is the person’s; from the sheet it is somebody’s who neither approved nor paid, and says where it lies', () => {
    const drawn = drawing(claimed(), 2000)
    const receive = (subsidy: Subsidy, by: Speaker, word?: string) =>
      decideReceive(subsidy, command(), by, last(drawn), word)
    expect(no(receive(drawn, wang))).toBe('subsidy_unpaid')
    const given = paid(drawn)
    expect(no(receive(given, sun, '档案柜'))).toBe('subsidy_witness')
    expect(no(receive(given, zhao, '档案柜'))).toBe('subsidy_witness')
    expect(no(receive(given, sister, '档案柜'))).toBe('related_word')
    expect(no(receive(given, worker))).toBe('word_needed')
    expect(fens(yes(receive(given, worker, '档案柜')))).toEqual([[2000, 'received']])
    const own = yes(receive(given, wang))
    expect(yes(receive(own, worker, '档案柜'))).toBe(own)
  })

  it('a payment that was noted by mistake is reversed with its line, and a draw owes it anew', () => {
    const given = paid(drawing(claimed(), 2000))
    const back = yes(decideReverseLine(given, command(), sun, last(given), '记错了'))
    expect(fens(back)).toEqual([[2000, 'reversed']])
    expect(balanceOf(back)).toBe(0)
    expect(back.pending.at(-1)).toMatchObject({ kind: 'subsidy_reversed', note: '记错了', who: 'sun' })
    expect(fens(drawing(back, 2000))).toEqual([
      [2000, 'reversed'],
      [2000, 'owed'],
    ])
  })
})

it('a line’s id names its document', () => {
  const drawn = drawing(claimed(), 2000)
  const key = last(drawn)
  expect(lineOfId(lineIdOf(drawn, key))).toEqual({ subsidyId: 'sub_s_1_m_wang', key })
})

const step = fc.record({
  what: fc.constantFrom('attend', 'draw', 'approve', 'pay', 'receive', 'reverse', 'retry', 'wait', 'rate'),
  who: fc.nat({ max: people.length - 1 }),
  which: fc.nat({ max: 5 }),
})

/** Everything that may happen to the subsidy of one person, each step by anybody. */
class Ledger {
  subsidy = claimed()
  now = mondayNine
  rate = perLesson
  readonly present = new Set<string>()
  readonly sent: (() => void)[] = []

  send(decide: (subsidy: Subsidy, sent: Command) => Decision<Subsidy>): void {
    const sent = command(this.now)
    const arrive = () => {
      if (repeatOf(this.subsidy, sent)) return
      const before = this.subsidy
      const decision = decide(before, sent)
      if (!decision.next) return
      for (const [key, line] of Object.entries(before.lines)) expect(decision.next.lines[key]).toBe(line)
      this.subsidy = decision.next
    }
    this.sent.push(arrive)
    arrive()
  }

  entitled = () => entitledFen(this.rate, course, this.present, this.now)

  do({ what, who, which }: { what: string; who: number; which: number }): void {
    const by = people[who] ?? zhao
    const stories = storiesOf(this.subsidy)
    const key = stories.at(-1 - which)?.key ?? ''
    const lessonId = `l_${which}`
    if (what === 'wait') this.now += dayMs
    if (what === 'rate') this.rate = this.rate === perLesson ? perCourse : perLesson
    if (what === 'retry') this.sent.at(-1 - which)?.()
    if (what === 'attend' && !this.present.delete(lessonId)) this.present.add(lessonId)
    if (what === 'draw') {
      this.send((subsidy, sent) =>
        decideDrawSubsidy(subsidy, sent, by, { entitled: this.entitled(), title: '', courseEnds: over }),
      )
    }
    if (what === 'approve') this.send((subsidy, sent) => decideApproveLines(subsidy, sent, by, [key]))
    if (what === 'pay') this.send((subsidy, sent) => decidePay(subsidy, sent, by, [key], '2026-11-23'))
    if (what === 'receive') this.send((subsidy, sent) => decideReceive(subsidy, sent, by, key, '档案柜'))
    if (what === 'reverse') this.send((subsidy, sent) => decideReverseLine(subsidy, sent, by, key, '错了'))
  }
}

/** What stands, counted from the lines alone. */
function recount({ lines }: Subsidy): { owed: number; paid: number } {
  const all = Object.entries(lines).map(([key, line]) => ({ ...line, key }))
  const back = new Set(all.filter(({ kind }) => kind === 'reversed').map(({ about }) => about))
  const sum = (kinds: string[]) =>
    all.reduce(
      (total, { key, kind, fen = 0 }) => total + (kinds.includes(kind) && !back.has(key) ? fen : 0),
      0,
    )
  return { owed: sum(['owed', 'corrected']), paid: -sum(['paid']) }
}

test('however attendance, draws, words, payments, reversals and repeats follow each other, the lines are what is owed less what was paid, and nobody closes one alone', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const ledger = new Ledger()
      for (const each of steps) {
        ledger.do(each)
        const { subsidy } = ledger
        const { owed, paid: given } = recount(subsidy)
        expect(balanceOf(subsidy)).toBe(owed - given)
        if (each.what === 'draw') expect(owed).toBe(targetFen(subsidy, ledger.entitled()))
        const rows = sheetRowsOf(subsidy, '王奶奶')
        expect(rows.reduce((sum, { fen }) => sum + fen, 0)).toBe(owed)
        for (const story of storiesOf(subsidy)) {
          const { line, approved: second, paid: handed, received } = story
          if (handed && !isReversed(story)) expect(second).toBeDefined()
          if (second) expect([line.byId, wang._id, sister._id]).not.toContain(second.byId)
          if (handed) expect([wang._id, sister._id]).not.toContain(handed.byId)
          if (received) expect([second?.byId, handed?.byId, sister._id]).not.toContain(received.byId)
        }
        expect(subsidy.restsSince === null).toBe(
          storiesOf(subsidy).some((story) => !isPaid(story) && !isReversed(story)),
        )
      }
    }),
    { numRuns: 300 },
  )
})
