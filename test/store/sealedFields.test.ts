import { readFileSync } from 'node:fs'
import { type SealedField, sealedFields, sealedTexts } from '#store/sealing/sealedFields'

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
})
