import { readFileSync } from 'node:fs'
import { manifest } from '#store/manifest'

/** The table from which an operator makes the collections. */
const written = readFileSync('docs/deploy.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| `\w+` \| (`\w+`|–) \|/.test(line))
const words = { 1: 'ascending', [-1]: 'descending' } as const

const meant = Object.entries(manifest).flatMap(([collection, { indexes }]) => {
  const rows = indexes.map(({ name, keys, ...more }) => {
    const fields = keys.map(([field, direction]) => `\`${field}\` ${words[direction]}`).join(', ')
    return `| \`${collection}\` | \`${name}\` | ${fields} | ${'unique' in more ? 'yes' : 'no'} |`
  })
  return rows.length > 0 ? rows : [`| \`${collection}\` | – | – | – |`]
})

test('the operator’s table of collections and indexes is what the functions and the local cloud use', () => {
  expect(meant.length).toBeGreaterThan(30)
  expect(written).toEqual(meant)
})
