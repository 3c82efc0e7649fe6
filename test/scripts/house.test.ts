import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { countedIn } from '../../scripts/house/figures.mjs'
import { readTree } from '../../scripts/house/tree.mjs'

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at)
const lines = (count: number, line: (at: number) => string) => numbers(count).map(line).join('\n')
const files = (count: number, entry: (at: number) => [file: string, text: string]) =>
  Object.fromEntries(numbers(count).map(entry))

/** A small project without faults. It has one of each thing that only looks like a fault. */
const sound = {
  'package.json': JSON.stringify({ imports: { '#store/*': './cloudfunctions/store/*.ts' } }),
  '.dependency-cruiser.cjs': `module.exports = {
    forbidden: [{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } }],
    options: { tsPreCompilationDeps: true, enhancedResolveOptions: { exportsFields: ['exports'] } },
  }`,
  'docs/glossary.md':
    '| term | meaning |\n| --- | --- |\n| Claim, Release | takes; gives back |\n| Hall | a list |\n',
  'test/app/policy.test.ts':
    "describe('the first admin before registering', () => it.each(operations)('%s', ask))",
  'contract/operations.ts':
    "export const inputs = { 'booking.list': 0, 'booking.claim': 0, 'hours.verify': 0 }",
  'cloudfunctions/api/index.ts': 'export const main = 0',
  'cloudfunctions/jobs/index.ts': 'export const main = 0',
  'cloudfunctions/app/booking/operations.ts': `import * as booking from './booking'
    import * as hours from './hours'
    export const rows = {
      'booking.list': { kind: 'read', who: 'member', run: booking.list },
      'booking.claim': { kind: 'write', who: ['volunteer'], run: booking.claim },
      'hours.verify': { kind: 'write', who: ['admin'], run: hours.list },
    }`,
  'cloudfunctions/app/booking/booking.ts': `import { bookings as stored } from '#store/booking'
    export const list = [stored] as const
    export const claim = 'booking'`,
  'cloudfunctions/app/booking/hours.ts': 'export const list = 0',
  'cloudfunctions/store/sdk.ts': "import cloud from 'wx-server-sdk'\nexport const operator = cloud",
  'cloudfunctions/store/booking.ts': `const by = (...fields: string[]) => fields
    export const bookings = { indexes: { byTeam: by('teamId') } }`,
  'cloudfunctions/core/booking.ts': 'export const decide = 0',
  'src/app.tsx': "import { Box } from './ui/Box'\nexport default function App() {}",
  'src/pages/hall.tsx': 'export default function Hall() {}',
  'src/ui/Box.tsx': 'export const Box = 0',
  'src/ui/Box.h5.tsx': 'export const Box = 0',
  'local/house.ts': 'export const house = 0',
}

/** The same project with every figure broken, each in files of its own. */
const fallen = {
  ...sound,
  ...files(31, (at) => [`src/ui/field/Part${at}.scss`, '']),
  ...files(22, (at) => [`src/text/word${at}.ts`, '']),
  ...files(45, (at) => [`cloudfunctions/store/rows/row${at}.ts`, '']),
  'cloudfunctions/app/quiet.ts': "export const quiet = ['booking.claim', 'hours.verify']",
  'cloudfunctions/app/casts.ts': lines(30, (at) => `export const cast${at} = Date as object`),
  'local/blind.ts': 'export const [one, two] = [Date as never, Date as unknown as string]',
  'cloudfunctions/app/query.ts': "import { operator } from '#store/sdk'\nexport const query = operator",
  'cloudfunctions/core/one.ts': lines(35, (at) => `export type Name${at} = 0`),
  'cloudfunctions/core/two.ts': lines(35, (at) => `export const Name${at} = 0`),
  'cloudfunctions/core/both.ts': `import type { ${lines(35, (at) => `Name${at},`)} } from './one'
    import * as two from './two'`,
  'docs/glossary.md': `${sound['docs/glossary.md']}\n## More\n\n| term | 中文 |\n| - | - |\n| Offer, claim | 认领 |\n`,
  'cloudfunctions/core/long.ts': lines(4, (at) => `export function long${at}() {\n${'\n'.repeat(98)}\n}`),
  'src/pages/far/far.ts': lines(100, () => "import '../../app'"),
  'cloudfunctions/store/hours.ts': `export const hours = { indexes: {\n${lines(250, (at) => `by${at}: 0,`)}\n} }`,
  'cloudfunctions/app/booking/operations.ts': sound['cloudfunctions/app/booking/operations.ts'].replace(
    "kind: 'read'",
    "kind: 'write'",
  ),
  'test/app/policy.test.ts': "describe('the first admin before registering', () => it('is let in', ask))",
  'cloudfunctions/core/chicken.ts': "import './egg'",
  'cloudfunctions/core/egg.ts': "import './chicken'",
}

/** Counts the figures in a temporary folder. */
async function countedOf(house: Record<string, string>) {
  const root = mkdtempSync(path.join(tmpdir(), 'house-'))
  for (const [file, text] of Object.entries(house)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  const counted = countedIn(await readTree(root))
  rmSync(root, { recursive: true })
  return new Map(counted.map((each) => [each.name, each]))
}

/** Each figure with its count in the sound project, its count in the broken one, and a place that it names there. */
const expected: [figure: string, sound: number, fallen: number, place: string][] = [
  ['files in the fullest folder of src/ui', 2, 31, 'src/ui/field: 31 files'],
  ['files in the fullest folder of one file a subject', 1, 45, 'cloudfunctions/store/rows: 45 files'],
  ['files in the fullest other folder', 3, 22, 'src/text: 22 files'],
  [
    'operation names in app beyond one each',
    0,
    2,
    'booking.claim: cloudfunctions/app/booking/operations.ts:5, cloudfunctions/app/quiet.ts:1',
  ],
  ['`as` casts in app and store', 0, 30, 'cloudfunctions/app/casts.ts:1 Date as object'],
  ['`as unknown as` and `as never`', 0, 2, 'local/blind.ts:1 Date as unknown as string'],
  ['files of app that import the SDK', 0, 1, 'cloudfunctions/app/query.ts:1 imports #store/sdk'],
  [
    'export names in more than one file',
    1,
    36,
    'Name0: cloudfunctions/core/one.ts, cloudfunctions/core/two.ts',
  ],
  [
    'of these, names that are no namespace word',
    0,
    35,
    'Name0: taken alone in cloudfunctions/core/both.ts:1',
  ],
  ['glossary terms defined twice', 0, 1, 'docs/glossary.md:3, 10 claim'],
  ['functions over 100 lines', 0, 4, 'cloudfunctions/core/long.ts:1 long0 101 lines'],
  ['`../../` imports in src', 0, 100, 'src/pages/far/far.ts:1 ../../app'],
  ['lines that declare indexes', 2, 254, 'cloudfunctions/store/hours.ts:1 252 lines'],
  ['reads that count as writes', 0, 1, 'cloudfunctions/app/booking/operations.ts:4 booking.list: write'],
  [
    'missing tests of the unregistered first admin',
    0,
    1,
    'no test with `.each` is called after the "first admin"',
  ],
  [
    'circles, and arrows that run up',
    0,
    1,
    'cloudfunctions/core/chicken.ts → cloudfunctions/core/egg.ts → cloudfunctions/core/chicken.ts (no-cycles)',
  ],
]

let inOrder: Awaited<ReturnType<typeof countedOf>>
let broken: Awaited<ReturnType<typeof countedOf>>
beforeAll(async () => {
  ;[inOrder, broken] = await Promise.all([countedOf(sound), countedOf(fallen)])
}, 120_000)

it('names every figure', () => {
  expect([...broken.keys()]).toEqual(expected.map(([figure]) => figure))
})

describe.each(expected)('%s', (figure, few, many, place) => {
  it('holds in a house in good order', () => {
    expect(inOrder.get(figure)).toMatchObject({ now: few, broken: false })
  })

  it('is broken where it does not hold, and says where', () => {
    expect(broken.get(figure)).toMatchObject({ now: many, broken: true })
    expect(broken.get(figure)?.found).toContain(place)
  })
})

it('fails for a project in which it finds nothing to count', () => {
  const bare = countedIn({ files: [], sources: [], tests: [], glossary: '', wrongArrows: [] })
  expect(bare.filter(({ now }) => now === undefined)).toEqual([
    expect.objectContaining({ name: 'operation names in app beyond one each', broken: true }),
    expect.objectContaining({ name: 'glossary terms defined twice', broken: true }),
    expect.objectContaining({ name: 'lines that declare indexes', broken: true }),
    expect.objectContaining({ name: 'reads that count as writes', broken: true }),
  ])
})
