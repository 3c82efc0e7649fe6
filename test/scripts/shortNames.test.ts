import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { keptNames, nameAt, shortened } from '../../config/shortNames'

const sources = (readdirSync('src', { recursive: true }) as string[])
  .filter((file) => /\.tsx?$/.test(file) && !/\.h5\.tsx?$/.test(file))
  .map((file) => readFileSync(path.join('src', file), 'utf8'))
  .join('\n')

test('no two places have one name', () => {
  const names = Array.from({ length: 3000 }, (_, place) => nameAt(place))
  expect(new Set([...names, ...keptNames]).size).toBe(names.length + keptNames.length)
  expect(names.filter((name) => name.length > 2)).toEqual(names.slice(52 + 52 * 52))
})

test('a name that no style sheet has is left out', () => {
  expect(shortened('step-bar  of-no-sheet field-error')).toBe('step-bar field-error')
})

test('a class that something else than a class attribute names keeps its name', () => {
  const ways = [...sources.matchAll(/selector: '\.([\w-]+)'/g)].map(([, name]) => name)
  const given = [...sources.matchAll(/(?:hover|placeholder)Class='([\w-]+)'/g)].map(([, name]) => name)
  expect(ways).not.toEqual([])
  expect([...ways, ...given].filter((name) => !keptNames.includes(String(name)))).toEqual([])
})
