// Runs in the mini-program before the app. It leaves out of every setData what the view knows or has.
import { type TaroNode as Node, type TaroElement, TaroNode } from '@tarojs/runtime'
import { getComponentsAlias, hooks, internalComponents } from '@tarojs/shared'
import { type Changes, onlyNew } from './onlyNew'
import { shortened } from './shortNames'

interface Drawn {
  nn?: string
  sid?: string
  /** The `sid`, as it is sent. */
  s?: string
  cl?: string
  v?: string
  cn?: Drawn[]
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
const hidden = alias.text?.ariaHidden ?? ''
/** What no event can come from. */
const silent = ['pure-view', 'static-view', 'static-text', 'static-image'].map(number)

/** The elements that are drawn without their id: at most one among its siblings, so that the others are told apart. */
const nameless = new WeakSet<Node>()

hooks.tap('modifyHydrateData', (drawn: Drawn, element: TaroElement) => {
  if (nameless.has(element)) delete drawn.sid
  drawn.cl = shortened(drawn.cl ?? '')
  if (drawn.cl === '') delete drawn.cl
  if (drawn.ariaChecked === 'false' && isTicked(drawn.ariaRole)) delete drawn.ariaChecked
  const { cn = [] } = drawn
  const [first] = cn
  if (first?.nn === text && cn.length === 1 && withWords.includes(drawn.nn ?? '')) drawn.v = first.v ?? ''
  if (cn.length === 0 || drawn.v !== undefined) delete drawn.cn
  omitOneId(cn, element)
  cn.forEach(unname)
})

const isDrawn = (value: unknown): value is Drawn => typeof value === 'object' && value !== null

const isTicked = (said: unknown) => said === 'radio' || said === 'checkbox'

/** The last that is done to a node: a short key for its id, and no name where the view guesses it. */
function unname(node: Drawn) {
  if (node.sid !== undefined) node.s = node.sid
  delete node.sid
  if (node.nn === guessed(node)) delete node.nn
}

/** As the view guesses it, by `xs.a`. */
function guessed(drawn: Drawn): string | undefined {
  if (drawn[hidden] !== undefined) return icon
  if (drawn.s && ['button', 'link', 'radio', 'checkbox'].includes(String(drawn[role]))) return touched
  if (spokenBy.some((name) => drawn[name])) return spoken
  return drawn.v === undefined || drawn.cl ? plain : text
}

function omitOneId(drawn: Drawn[], { childNodes }: TaroElement) {
  const nodes = childNodes.filter(({ nodeName }) => nodeName !== 'comment')
  if (nodes.some((node) => nameless.has(node))) return
  const at = drawn.findIndex(({ nn = '' }) => silent.includes(nn))
  const [node, child] = [nodes[at], drawn[at]]
  if (!node || !child || node.uid !== node.sid) return
  nameless.add(node)
  delete child.sid
}

hooks.tap('modifyAddEventListener', (element: TaroElement) => {
  if (!nameless.delete(element)) return
  element.enqueueUpdate({ path: `${element._path}.s`, value: element.sid })
})

hooks.tap('modifySetAttrPayload', (_: TaroElement, name: string, payload: { value: unknown }) => {
  if (name === 'cl' && typeof payload.value === 'string') payload.value = shortened(payload.value)
})

type Page = { data: unknown; setData: (changes: Changes, done?: () => void) => void }

hooks.tap(
  'proxyToRaw',
  (page: Page): Pick<Page, 'setData'> => ({
    setData(changes, done) {
      for (const value of Object.values(changes))
        for (const node of [value].flat()) if (isDrawn(node)) unname(node)
      page.setData(onlyNew(page.data, changes), done)
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
