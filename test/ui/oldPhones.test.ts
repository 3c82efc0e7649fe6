import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the builds leave as it is written, and a browser of 2019 or a phone with iOS 12 cannot read or lacks. */
const tooNew: Record<string, RegExp> = {
  'a pattern that looks behind': /\(\?<[=!]/,
  'a named group of a pattern': /\(\?<[a-z]/i,
  replaceAll: /\.replaceAll\(/,
  'Object.hasOwn': /\bObject\.hasOwn\(/,
  'Array.prototype.findLast': /\.findLast\(/,
  structuredClone: /\bstructuredClone\(/,
}

const sources = ['src', 'contract'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
)

it.each(Object.entries(tooNew))('an old phone is not given %s', (_, pattern) => {
  expect(sources.filter((file) => pattern.test(readFileSync(file, 'utf8')))).toEqual([])
})
