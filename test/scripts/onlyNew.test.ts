import fc from 'fast-check'
import { applySetData } from '#support/weapp/setDataLog'
import { type Changes, onlyNew } from '../../config/onlyNew'

/** As Taro keeps it: a text is a child of its element. */
type Kept = { v: string } | { cl: string; p: string; c: Kept[] }

/** As it is drawn: an element with one text and nothing else holds it itself. */
type Drawn = { v?: string | null; cl?: string; p?: string; c?: Drawn[] }

function drawn(kept: Kept): Drawn {
  if ('v' in kept) return kept
  const { cl, p, c } = kept
  const [only] = c
  if (c.length === 1 && only && 'v' in only) return { cl, p, v: only.v }
  return { cl, p, ...(c.length > 0 && { c: c.map(drawn) }) }
}

/** Through JSON, as between the logic and the view: nothing is shared. */
const copyOf = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value))

/** What a person sees of it. */
const seen = (node: Drawn): unknown =>
  node.cl === undefined
    ? node.v
    : [node.cl, node.p, typeof node.v === 'string' ? [node.v] : (node.c ?? []).map(seen)]

const word = fc.constantFrom('a', 'b', '一二三', '一二三四五六七八九十')
const { tree } = fc.letrec<{ tree: Kept }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word.map((v) => ({ v })),
    fc.record({ cl: word, p: word, c: fc.array(tie('tree'), { maxLength: 4 }) }),
  ),
}))
const trees = fc.array(tree, { minLength: 1, maxLength: 4 })

/** One act of Taro: where, by child numbers that wrap around, and what. */
const act = fc.record({
  at: fc.array(fc.nat(3), { maxLength: 4 }),
  kind: fc.constantFrom('attribute', 'text', 'append', 'replace', 'remove', 'insert'),
  put: tree,
})
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

interface Place {
  path: string
  node: Kept & { c: Kept[] }
}

function placeOf(root: Place['node'], at: number[]): Place {
  let place: Place = { path: 'r', node: root }
  for (const number of at) {
    const { c } = place.node
    const child = c[number % c.length]
    if (!child || 'v' in child) break
    place = { path: `${place.path}.c[${c.indexOf(child)}]`, node: child }
  }
  return place
}

/** Changes the tree, and answers the path that Taro would send; its value is read when all acts are done. */
function changed(root: Place['node'], { at, kind, put }: Act): string {
  const { path, node } = placeOf(root, at)
  const { c } = node
  const number = (at[0] ?? 0) % Math.max(1, c.length)
  const child = c[number]
  if (kind === 'attribute' && 'p' in node && path !== 'r') {
    node.p += '!'
    return `${path}.p`
  }
  if (kind === 'text' && child && 'v' in child) {
    child.v += '!'
    return `${path}.c[${number}].v`
  }
  if (kind === 'replace' && child) {
    c[number] = copyOf(put)
    return `${path}.c[${number}]`
  }
  if (kind === 'append' && c.length > 0) {
    c.push(copyOf(put))
    return `${path}.c[${c.length - 1}]`
  }
  if (kind === 'remove') c.splice(number, 1)
  else c.splice(number, 0, copyOf(put))
  return `${path}.c`
}

function valueAt(root: Place['node'], path: string): unknown {
  const steps = path
    .replace('r.', '')
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
  const value = steps.reduce<unknown>((held, step) => (held as Record<string, unknown>)?.[step], root)
  if (Array.isArray(value)) return value.map(drawn)
  return typeof value === 'object' && value !== null ? drawn(value as Kept) : value
}

/** Taro leaves out what lies within children that are sent whole. */
const sentBy = (root: Place['node'], paths: string[]): Changes =>
  Object.fromEntries(
    paths
      .filter(
        (path) => !paths.some((other) => other.endsWith('c') && path !== other && path.startsWith(other)),
      )
      .map((path) => [path, valueAt(root, path)]),
  )

test('whatever changes, the view shows the same as with everything that Taro sends', () => {
  fc.assert(
    fc.property(
      trees,
      fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
      (c, turns) => {
        const root: Place['node'] = { cl: 'r', p: '', c: copyOf(c) }
        const held: Record<string, unknown> = { r: drawn({ ...root, c: [] }) }
        applySetData(held, copyOf(onlyNew(held, { 'r.c': root.c.map(drawn) })))
        for (const acts of turns) {
          const paths = acts.map((one) => changed(root, one))
          // a place that changes twice is another place meanwhile, for Taro as well
          const nested = paths.some((path, at) =>
            paths.some((other, to) => to !== at && path.startsWith(other)),
          )
          const changes = nested ? { 'r.c': valueAt(root, 'r.c') } : sentBy(root, paths)
          applySetData(held, copyOf(onlyNew(held, changes)))
          expect(seen(held.r as Drawn)).toEqual(seen(drawn(root)))
        }
      },
    ),
  )
})

const held = {
  r: {
    c: [
      {
        cl: 'a',
        c: [
          { cl: 'b', v: '一句话' },
          { cl: 'c', v: '另一句话，要长一些' },
        ],
      },
      { cl: 'd' },
    ],
  },
}

test.each<[what: string, changes: Changes, sent: Changes]>([
  [
    'children that come again as they were are not sent',
    { 'r.c[0].c': [{ cl: 'b', v: '一句话' }, { cl: 'c', v: '另一句话，要长一些' }, { cl: 'e' }] },
    { 'r.c[0].c[2]': { cl: 'e' } },
  ],
  [
    'of a node that comes again only what differs is sent',
    {
      'r.c[0]': {
        cl: 'a',
        c: [
          { cl: 'b', v: '改' },
          { cl: 'c', v: '另一句话，要长一些' },
        ],
      },
    },
    { 'r.c[0].c[0].v': '改' },
  ],
  ['a text goes to the element that holds it', { 'r.c[0].c[0].c[0].v': '改' }, { 'r.c[0].c[0].v': '改' }],
  [
    'an element loses its text to other children',
    { 'r.c[0].c[0].c[1]': { cl: 'x' } },
    { 'r.c[0].c[0].v': null, 'r.c[0].c[0].c': [{ v: '一句话' }, { cl: 'x' }] },
  ],
  ['what is gone is said by sending its list', { 'r.c[0].c': [{ cl: 'b' }] }, { 'r.c[0].c': [{ cl: 'b' }] }],
  ['what a person may have typed over is sent again', { 'r.c[1].p30': '' }, { 'r.c[1].p30': '' }],
])('%s', (_, changes, sent) => {
  expect(onlyNew(held, changes)).toEqual(sent)
})

test('a value that the data holds already is sent where a person types', () => {
  const typed = { r: { c: [{ cl: 'a', p30: '' }] } }
  expect(onlyNew(typed, { 'r.c[0].p30': '' })).toEqual({ 'r.c[0].p30': '' })
  expect(onlyNew(typed, { 'r.c[0].cl': 'a' })).toEqual({})
})
