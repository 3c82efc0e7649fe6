import { readFileSync } from 'node:fs'
import {
  fieldNameOf,
  fieldsFrom,
  type SealedField,
  sealedFields,
  sealedTexts,
} from '#store/sealing/sealedFields'

describe('a sealed field', () => {
  it('stands once in the table', () => {
    const names = sealedFields.map(({ collection, field }) => `${collection}.${field}`)
    expect(new Set(names).size).toBe(names.length)
  })
  it.each([...new Set(sealedFields.map(({ collection }) => collection))])(
    'of %s is told to residents as sealed',
    (collection) => {
      const table = readFileSync('docs/privacy.md', 'utf8').split('\n')
      const start = table.findIndex((line) => line.startsWith(`| \`${collection}\``))
      const end = table.findIndex((line, at) => at > start && !line.startsWith('| |'))
      expect(table.slice(start, end).join('\n')).toMatch(/sealed/)
    },
  )
  it('is found where it lies, in a map under every key', () => {
    const row: SealedField = { collection: 'sessions', field: 'guests.*', path: 'roster.*.guests' }
    const stored = {
      _id: 's',
      roster: { m_1: { guests: 's1.a' }, m_2: { size: 1 }, m_3: { guests: 's1.b' } },
    }
    const spot = (field: string) => ({ collection: 'sessions', id: 's', field })
    expect(sealedTexts(stored, row)).toEqual([
      { path: 'roster.m_1.guests', spot: spot('guests.m_1'), text: 's1.a' },
      { path: 'roster.m_3.guests', spot: spot('guests.m_3'), text: 's1.b' },
    ])
    for (const nothing of [{}, { roster: null }, { roster: 'x' }])
      expect(sealedTexts({ _id: 's', ...nothing }, row)).toEqual([])
  })

  /** The fields that a walk looks at, where the table is as given when it takes each step. */
  function walked(tableAt: (step: number) => SealedField[]): string[] {
    const seen: string[] = []
    let name: string | undefined = ''
    for (let step = 0; name !== undefined; step++) {
      const [field, next] = fieldsFrom(name, tableAt(step))
      if (field) seen.push(fieldNameOf(field))
      name = next && fieldNameOf(next)
    }
    return seen
  }
  it.each(sealedFields.map((_, step) => step))(
    'is walked over once, also where the table has another order after step %i',
    (changed) => {
      const table = [...sealedFields]
      const seen = walked((step) => (step > changed ? [...table].reverse() : table))
      expect([...seen].sort()).toEqual(table.map(fieldNameOf).sort())
    },
  )
  it('that has left the table does not begin a walk again', () => {
    const [first, second, third] = fieldsFrom('')
    const left = sealedFields.filter((field) => field !== second)
    expect(fieldsFrom(fieldNameOf(second as SealedField), left)[0]).toBe(third)
    expect(fieldsFrom(fieldNameOf(second as SealedField), [first as SealedField])).toEqual([])
  })
})
