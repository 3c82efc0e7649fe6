import type { RosterParty } from '#contract/session'
import {
  afterAccepted,
  afterRefused,
  countsOf,
  type DoorBook,
  emptyBook,
  nextWordAt,
  pageStart,
  rowsNamed,
  rowsOf,
  withWord,
} from '#features/coordinator/door/doorBook'

const party = (memberId: string, more: Partial<RosterParty> = {}): RosterParty => ({
  memberId,
  name: memberId,
  size: 1,
  names: [memberId],
  state: 'confirmed',
  ...more,
})
const book: DoorBook = {
  read: true,
  words: [],
  parties: [
    party('王奶奶', { size: 2, names: ['王奶奶', '小明'] }),
    party('陈大爷', { state: 'waitlisted', position: 1 }),
    party('何叔', { state: 'withdrawn' }),
  ],
}
const mark = (present: boolean, at: number) =>
  ({ say: 'mark', commandId: `c${at}`, at, memberId: '王奶奶', present }) as const
const walkIn = { say: 'walkIn', commandId: 'c9', at: 9, name: '路过的', size: 3 } as const

describe('The list at the door', () => {
  it('shows a word at once as unsent, and counts people', () => {
    const rows = rowsOf(withWord(withWord(book, mark(true, 1)), walkIn))
    expect(rows.map(({ name, present, unsent }) => [name, present, unsent])).toEqual([
      ['王奶奶', true, true],
      ['陈大爷', undefined, undefined],
      ['路过的', true, true],
    ])
    expect(countsOf(rows)).toEqual({ expected: 2, came: 2, walkedIn: 3 })
  })

  it('keeps a mistaken mark and its correction in their order, the second later than the first', () => {
    const slip = withWord(book, mark(true, 5))
    expect(nextWordAt(slip, 5)).toBe(6)
    expect(nextWordAt(slip, 80)).toBe(80)
    const undone = withWord(slip, mark(false, nextWordAt(slip, 5)))
    expect(undone.words.map(({ at }) => at)).toEqual([5, 6])
    expect(rowsOf(undone)[0]).toMatchObject({ present: false, unsent: true })
  })

  it('puts accepted words into the list, and drops refused ones', () => {
    const both = withWord(withWord(book, mark(true, 1)), walkIn)
    const after = afterAccepted(afterAccepted(both, mark(true, 1)), walkIn, 'w_1')
    expect(after.words).toEqual([])
    expect(rowsOf(after).map(({ memberId, unsent }) => [memberId, unsent])).toEqual([
      ['王奶奶', undefined],
      ['陈大爷', undefined],
      ['w_1', undefined],
    ])
    expect(rowsOf(afterRefused(both, walkIn)).some(({ walkIn: walked }) => walked)).toBe(false)
  })

  it('drops a walk-in that was never sent when it is undone, and sends nothing', () => {
    const taken = withWord(withWord(emptyBook, walkIn), {
      say: 'undoWalkIn',
      commandId: 'c10',
      at: 10,
      walkInId: 'c9',
    })
    expect(taken.words).toEqual([])
  })

  it('finds a party by any of its names', () => {
    expect(rowsNamed(rowsOf(book), ' 小明 ').map(({ name }) => name)).toEqual(['王奶奶'])
    expect(rowsNamed(rowsOf(book), '王 奶').map(({ name }) => name)).toEqual(['王奶奶'])
    expect(rowsNamed(rowsOf(book), '')).toHaveLength(2)
  })
})

describe('A page of the list at the door', () => {
  const all = ['一', '二', '三', '四', '五', '六'].map((name) => party(name))
  const without = (...gone: string[]) => all.filter(({ name }) => !gone.includes(name))

  it('goes on where it began when rows before it have folded away', () => {
    const shown = without('一', '二')
    expect(shown[pageStart(shown, all, '四', 2)]?.name).toBe('四')
  })

  it('begins at the next row when its own first has folded away', () => {
    const shown = without('三', '四')
    expect(shown[pageStart(shown, all, '三', 2)]?.name).toBe('五')
  })

  it('is the last page when nobody follows, and the first where none was turned', () => {
    expect(pageStart(without('五', '六'), all, '五', 2)).toBe(2)
    expect(pageStart([], all, '五', 2)).toBe(0)
    expect(pageStart(all, all, undefined, 2)).toBe(0)
  })

  it('does not call a word unsent while it is only under way', () => {
    const said = withWord(book, mark(true, 1))
    expect(rowsOf(said, false)[0]).toMatchObject({ present: true })
    expect(rowsOf(said, false)[0]).not.toHaveProperty('unsent')
  })
})
