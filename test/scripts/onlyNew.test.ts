import fc from 'fast-check'
import { applySetData } from '#support/weapp/setDataLog'
import { type Changes, onlyNew } from '../../config/onlyNew'

/** As Taro keeps it: a text is a child of its element. */
type Kept = { v: string } | { cl: string; p: string; cn: Kept[] }

/** As it is drawn: an element with one text and nothing else holds it itself. */
type Drawn = { v?: string | null; cl?: string; p?: string; cn?: Drawn[] }

function drawn(kept: Kept): Drawn {
  if ('v' in kept) return kept
  const { cl, p, cn } = kept
  const [only] = cn
  if (cn.length === 1 && only && 'v' in only) return { cl, p, v: only.v }
  return { cl, p, ...(cn.length > 0 && { cn: cn.map(drawn) }) }
}

/** Through JSON, as between the logic and the view: nothing is shared. */
const copyOf = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value))

/** What a person sees of it. */
const seen = (node: Drawn): unknown =>
  node.cl === undefined
    ? node.v
    : [node.cl, node.p, typeof node.v === 'string' ? [node.v] : (node.cn ?? []).map(seen)]

const word = fc.constantFrom('a', 'b', '一二三', '一二三四五六七八九十')
const { tree } = fc.letrec<{ tree: Kept }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word.map((v) => ({ v })),
    fc.record({ cl: word, p: word, cn: fc.array(tie('tree'), { maxLength: 4 }) }),
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
  node: Kept & { cn: Kept[] }
}

function placeOf(root: Place['node'], at: number[]): Place {
  let place: Place = { path: 'root', node: root }
  for (const number of at) {
    const { cn } = place.node
    const child = cn[number % cn.length]
    if (!child || 'v' in child) break
    place = { path: `${place.path}.cn[${cn.indexOf(child)}]`, node: child }
  }
  return place
}

/** Changes the tree, and answers the path that Taro would send; its value is read when all acts are done. */
function changed(root: Place['node'], { at, kind, put }: Act): string {
  const { path, node } = placeOf(root, at)
  const { cn } = node
  const number = (at[0] ?? 0) % Math.max(1, cn.length)
  const child = cn[number]
  if (kind === 'attribute' && 'p' in node && path !== 'root') {
    node.p += '!'
    return `${path}.p`
  }
  if (kind === 'text' && child && 'v' in child) {
    child.v += '!'
    return `${path}.cn[${number}].v`
  }
  if (kind === 'replace' && child) {
    cn[number] = copyOf(put)
    return `${path}.cn[${number}]`
  }
  if (kind === 'append' && cn.length > 0) {
    cn.push(copyOf(put))
    return `${path}.cn[${cn.length - 1}]`
  }
  if (kind === 'remove') cn.splice(number, 1)
  else cn.splice(number, 0, copyOf(put))
  return `${path}.cn`
}

function valueAt(root: Place['node'], path: string): unknown {
  const steps = path
    .replace('root.', '')
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
        (path) => !paths.some((other) => other.endsWith('cn') && path !== other && path.startsWith(other)),
      )
      .map((path) => [path, valueAt(root, path)]),
  )

test('whatever changes, the view shows the same as with everything that Taro sends', () => {
  fc.assert(
    fc.property(
      trees,
      fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
      (cn, turns) => {
        const root: Place['node'] = { cl: 'root', p: '', cn: copyOf(cn) }
        const held: Record<string, unknown> = { root: drawn({ ...root, cn: [] }) }
        applySetData(held, copyOf(onlyNew(held, { 'root.cn': root.cn.map(drawn) })))
        for (const acts of turns) {
          const paths = acts.map((one) => changed(root, one))
          // a place that changes twice is another place meanwhile, for Taro as well
          const nested = paths.some((path, at) =>
            paths.some((other, to) => to !== at && path.startsWith(other)),
          )
          const changes = nested ? { 'root.cn': valueAt(root, 'root.cn') } : sentBy(root, paths)
          applySetData(held, copyOf(onlyNew(held, changes)))
          expect(seen(held.root as Drawn)).toEqual(seen(drawn(root)))
        }
      },
    ),
  )
})

const held = {
  root: {
    cn: [
      {
        cl: 'a',
        cn: [
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
    { 'root.cn[0].cn': [{ cl: 'b', v: '一句话' }, { cl: 'c', v: '另一句话，要长一些' }, { cl: 'e' }] },
    { 'root.cn[0].cn[2]': { cl: 'e' } },
  ],
  [
    'of a node that comes again only what differs is sent',
    {
      'root.cn[0]': {
        cl: 'a',
        cn: [
          { cl: 'b', v: '改' },
          { cl: 'c', v: '另一句话，要长一些' },
        ],
      },
    },
    { 'root.cn[0].cn[0].v': '改' },
  ],
  [
    'a text goes to the element that holds it',
    { 'root.cn[0].cn[0].cn[0].v': '改' },
    { 'root.cn[0].cn[0].v': '改' },
  ],
  [
    'an element loses its text to other children',
    { 'root.cn[0].cn[0].cn[1]': { cl: 'x' } },
    { 'root.cn[0].cn[0]': { cl: 'b', v: null, cn: [{ v: '一句话' }, { cl: 'x' }] } },
  ],
  [
    'what is gone is said by sending its list',
    { 'root.cn[0].cn': [{ cl: 'b' }] },
    { 'root.cn[0].cn': [{ cl: 'b' }] },
  ],
  ['what a person may have typed over is sent again', { 'root.cn[1].p30': '' }, { 'root.cn[1].p30': '' }],
])('%s', (_, changes, sent) => {
  expect(onlyNew(held, changes)).toEqual(sent)
})

test('a value that the data holds already is sent where a person types', () => {
  const typed = { root: { cn: [{ cl: 'a', p30: '' }] } }
  expect(onlyNew(typed, { 'root.cn[0].p30': '' })).toEqual({ 'root.cn[0].p30': '' })
  expect(onlyNew(typed, { 'root.cn[0].cl': 'a' })).toEqual({})
})
