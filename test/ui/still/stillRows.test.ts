import {
  afterPress,
  answers,
  deadMs,
  drawnAnew,
  foldsInMs,
  noneStays,
  nothingDrawn,
  staysMs,
} from '#ui/still/stillRows'

const rowsOf = (...keys: string[]) => keys.map((key) => ({ key, face: 'absent' }))
const drawn = drawnAnew(
  nothingDrawn,
  {
    ...{ rows: rowsOf('王奶奶', '何叔', '李师傅'), above: '', view: '还没到' },
  },
  0,
)

describe('A row under a hand', () => {
  it('answers at once when the list has only been opened', () => {
    expect(answers(drawn, '何叔', 0)).toBe(true)
  })

  it.each([
    ['a row above it has gone', rowsOf('何叔', '李师傅')],
    ['the last row has gone, and what is below comes up', rowsOf('王奶奶', '何叔')],
    ['a row has come before it', rowsOf('周伯', '王奶奶', '何叔', '李师傅')],
    ['a row has come at the end', rowsOf('王奶奶', '何叔', '李师傅', '周伯')],
    ['two have changed places', rowsOf('何叔', '王奶奶', '李师傅')],
  ])('does not answer for a moment after %s', (_, rows) => {
    const after = drawnAnew(drawn, { ...drawn, rows }, 10_000)
    expect(answers(after, '何叔', 10_000)).toBe(false)
    expect(answers(after, '何叔', 10_000 + deadMs - 1)).toBe(false)
    expect(answers(after, '何叔', 10_000 + deadMs)).toBe(true)
  })

  it('does not answer for a moment after something has come above the list', () => {
    const after = drawnAnew(drawn, { ...drawn, above: '现在没有网' }, 10_000)
    expect(answers(after, '王奶奶', 10_100)).toBe(false)
  })

  it('does not take back at once what it has just done, while its neighbours answer', () => {
    const rows = [{ key: '王奶奶', face: 'present' }, ...rowsOf('何叔', '李师傅')]
    const marked = drawnAnew(drawn, { ...drawn, rows }, 10_000)
    expect(answers(marked, '王奶奶', 10_250)).toBe(false)
    expect(answers(marked, '何叔', 10_040)).toBe(true)
    const again = drawnAnew(marked, { ...drawn, rows }, 10_400)
    expect(answers(again, '王奶奶', 10_500)).toBe(false)
    expect(answers(again, '王奶奶', 10_000 + deadMs)).toBe(true)
  })

  it('answers at once when the person has chosen to see other rows', () => {
    const all = drawnAnew(drawn, { rows: rowsOf('周伯', '王奶奶'), above: '', view: '全部' }, 10_000)
    expect(answers(all, '周伯', 10_000)).toBe(true)
  })
})

describe('A row that was pressed', () => {
  const marked = afterPress(noneStays, '王奶奶', 1_000)

  it('stays until three seconds after the last press', () => {
    expect(foldsInMs(marked, 1_000)).toBe(staysMs)
    const both = afterPress(marked, '何叔', 3_000)
    expect(both.keys).toEqual(['王奶奶', '何叔'])
    expect(foldsInMs(both, 3_500)).toBe(2_500)
    expect(foldsInMs(both, 9_000)).toBe(0)
  })

  it('stays as long as a hand is on the list', () => {
    expect(foldsInMs({ ...marked, handOn: true }, 60_000)).toBeUndefined()
    expect(foldsInMs({ ...marked, handOn: false }, 60_000)).toBe(0)
  })

  it('stands there once, also when it is pressed again', () => {
    expect(afterPress(marked, '王奶奶', 2_000)).toMatchObject({ keys: ['王奶奶'], pressedAt: 2_000 })
  })

  it('leaves nothing to fold where none was pressed', () => {
    expect(foldsInMs(noneStays, 5_000)).toBeUndefined()
  })
})
