// Runs in the mini-program before the app. It leaves out of every setData what the view knows or has.
import { eventSource, type TaroNode as Node, type TaroElement, TaroNode } from '@tarojs/runtime'
import { getComponentsAlias, hooks, internalComponents } from '@tarojs/shared'
import { type Changes, onlyNew } from './onlyNew'
import { shortened } from './shortNames'
import spokenWords from './spokenWords.json'

interface Drawn {
  nn?: string | number
  sid?: string
  /** What tells it from its siblings, as it is sent: the `sid`, or a number where no event can come from it. */
  s?: string | number
  cl?: string
  v?: string
  cn?: Drawn[]
  /** The `cn`, as it is sent. */
  c?: Drawn[]
  [attribute: string]: unknown
}

const alias: Record<string, Record<string, string>> = getComponentsAlias(internalComponents)
const number = (name: string) => alias[name]?._num ?? ''
const text = number('#text')
/** What the view takes a node for that has no name: see `leanPlugin.ts`. */
const [plain, spoken, icon, touched] = ['pure-view', 'static-view', 'static-text', 'view'].map(number)
const withWords = ['view', 'static-view', 'pure-view', 'click-view', 'text', 'static-text', 'button']
const role = alias.view?.ariaRole ?? ''
const spokenBy = [role, ...['ariaLabel', 'ariaHidden', 'ariaLive'].map((name) => alias.view?.[name] ?? '')]
/** What is sent for a word that assistive technology is told of an element; the view turns it back by `xs.t`. */
const codes = new Map<unknown, unknown>(Object.entries(spokenWords))
const spokenCode = (word: unknown): unknown => codes.get(word) ?? word

/** The roles of what a finger presses. */
const pressed = ['button', 'link', 'radio', 'checkbox'].map(spokenCode)
const hidden = alias.text?.ariaHidden ?? ''
/** What no event can come from. */
const silent = ['pure-view', 'static-view', 'static-text', 'static-image', '#text'].map(number)

/** The numbers of what no event can come from, each once below its parent. The first of them is not sent. */
const numbers = new WeakMap<Node, { parent: Node; number: number }>()
const given = new WeakMap<Node, number>()

hooks.tap('modifyHydrateData', (drawn: Drawn) => {
  drawn.cl = shortened(drawn.cl ?? '')
  if (drawn.cl === '') delete drawn.cl
  if (drawn.ariaChecked === 'false' && isTicked(drawn.ariaRole)) delete drawn.ariaChecked
  for (const name of Object.keys(drawn)) if (isSpoken(name)) drawn[name] = spokenCode(drawn[name])
  const { cn = [] } = drawn
  const [first] = cn
  if (first?.nn === text && cn.length === 1 && withWords.includes(String(drawn.nn))) drawn.v = first.v ?? ''
  if (cn.length === 0 || drawn.v !== undefined) delete drawn.cn
  if (drawn.nn === 'pure-view' && drawn.v === undefined) {
    if (drawn.cl === undefined) drawn.cl = ''
    else if (drawn.cl === 'maybe') delete drawn.cl
  }
  cn.forEach(unname)
})

const isDrawn = (value: unknown): value is Drawn => typeof value === 'object' && value !== null

const isTicked = (said: unknown) => said === 'radio' || said === 'checkbox'

/** What is said in one of a few words; a label is not. */
const isSpoken = (name: string) => name.startsWith('aria') && name !== 'ariaLabel'

/** The last that is done to a node: a short key for its id, and no name where the view guesses it. */
function unname(node: Drawn) {
  const key = keyOf(node)
  if (key !== undefined) node.s = key
  delete node.sid
  if (node.cn) node.c = node.cn
  delete node.cn
  if (node.nn === guessed(node)) delete node.nn
  else if (/^\d+$/.test(String(node.nn))) node.nn = Number(node.nn)
}

function keyOf({ sid, uid, nn }: Drawn): Drawn['s'] {
  const node = sid === undefined ? undefined : eventSource.get(sid)
  const parent = node?.parentNode
  if (!node || !parent || uid !== undefined || !silent.includes(String(nn))) return sid
  return numberIn(parent, node) || undefined
}

/** No number is given twice, since a node may come back to where it was. */
function numberIn(parent: Node, node: Node): number {
  const held = numbers.get(node)
  if (held?.parent === parent) return held.number
  const next = given.get(parent) ?? 0
  given.set(parent, next + 1)
  numbers.set(node, { parent, number: next })
  return next
}

/** As the view guesses it, by `xs.a`. */
function guessed(drawn: Drawn): string | undefined {
  if (drawn[hidden] !== undefined) return icon
  if (typeof drawn.s === 'string' && pressed.includes(String(drawn[role]))) return touched
  if (spokenBy.some((name) => drawn[name])) return spoken
  return drawn.v === undefined || drawn.cl ? plain : text
}

hooks.tap('modifyAddEventListener', (element: TaroElement) => {
  if (!numbers.delete(element)) return
  element.enqueueUpdate({ path: `${element._path}.s`, value: element.sid })
})

hooks.tap('modifySetAttrPayload', (_: TaroElement, name: string, payload: { value: unknown }) => {
  if (name === 'cl' && typeof payload.value === 'string') payload.value = shortened(payload.value)
  else if (isSpoken(name)) payload.value = spokenCode(payload.value)
})

type Page = { data: unknown; setData: (changes: Changes, done?: () => void) => void }

hooks.tap(
  'proxyToRaw',
  (page: Page): Pick<Page, 'setData'> => ({
    setData(changes, done) {
      const short: Changes = {}
      for (const [path, value] of Object.entries(changes)) {
        for (const node of [value].flat()) if (isDrawn(node)) unname(node)
        short[path.replace(/^root/, 'r').replace(/\.cn\b/g, '.c')] = value
      }
      page.setData(onlyNew(page.data, short), done)
    },
  }),
)

/** `root.cn[0].cn[1]`: a character less for each step down than Taro's own path. */
TaroNode.extend('_path', {
  get(this: Node) {
    const { parentNode } = this
    if (!parentNode) return ''
    const place = parentNode.childNodes.filter(({ nodeName }) => nodeName !== 'comment').indexOf(this)
    return `${parentNode._path}.cn[${place}]`
  },
})
