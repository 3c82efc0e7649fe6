import * as v from 'valibot'
import { operations } from '#contract/operations'

/** A schema with what a walk has to know of it; valibot's own types do not say which parts a schema has. */
interface Part extends v.GenericSchema {
  readonly entries?: Readonly<Record<string, Part>>
  readonly item?: Part
  readonly items?: readonly Part[]
  readonly options?: readonly (Part | string)[]
  readonly wrapped?: Part
  readonly key?: Part
  readonly value?: Part
}

/** Every text that a schema takes, by its path. */
function textsIn(schema: Part, path: string): [string, Part][] {
  if (schema.type === 'string') return [[path, schema]]
  const { entries = {}, item, items = [], options = [], wrapped, key, value } = schema
  const inside = [item, wrapped, value, ...items, ...options.filter((each) => typeof each !== 'string')]
  return [
    ...Object.entries(entries).flatMap(([name, part]) => textsIn(part, `${path}.${name}`)),
    ...inside.flatMap((part) => (part ? textsIn(part, path) : [])),
    ...(key ? textsIn(key, `${path}.*`) : []),
  ]
}

const texts = Object.entries(operations).flatMap(([op, { input }]) => textsIn(input as Part, op))
const halves = ['\ud83d', '\ude00']
const written = halves.flatMap((half) => [
  half,
  `王${half}`,
  `${half}abc`,
  `a${half}b`,
  `甲乙${half}丙丁`,
  `李😀${half}`,
])

it.each(texts)('%s never holds half a character', (_, schema) => {
  for (const text of written) {
    const parsed = v.safeParse(schema, text)
    if (parsed.success) expect(parsed.output).not.toMatch(/[\ud800-\udfff]/u)
  }
})

it('looks at more than two hundred texts, and some of them take the rest of what was typed', () => {
  expect(texts.length).toBeGreaterThan(200)
  const taken = texts.filter(([, schema]) => v.safeParse(schema, '甲乙\ud83d丙丁').output === '甲乙丙丁')
  expect(taken.length).toBeGreaterThan(50)
})
