import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'

/** A node of the tree Taro sends to the view. Its short keys mean what the `ViewTemplate` says. */
export interface ViewNode {
  /** Name of the template that draws it, e.g. `14` for a button; a plain view and a text have none. */
  nn?: string | number
  /** Taro's id of the node, or the number of one that no event can come from. */
  s?: string | number
  /** The id that the author gave. */
  uid?: string
  cl?: string
  st?: string
  c?: ViewNode[]
  [short: string]: unknown
}

/**
 * What one template draws. `attributes`: kebab-case name → short key. `events`: the events that its WXML
 * binds.
 */
export interface Element {
  tag: string
  attributes: ReadonlyMap<string, string>
  /** The attributes whose value is a code, as `aria-role`. */
  coded: ReadonlySet<string>
  events: ReadonlyMap<string, { stops: boolean }>
  /** The key that holds the text, where the template draws nothing else inside. */
  textKey?: string
}

export interface ViewTemplate {
  /** The name of every template. */
  names: readonly string[]
  /** What draws a node: the script beside the templates chooses. */
  of(node: ViewNode): Element | undefined
  /** The value that the template gives an attribute; undefined where it does not bind it. */
  value(node: ViewNode, attribute: string): unknown
}

/**
 * Reads `base.wxml`, the file by which WeChat turns Taro's tree into components. An attribute or event that
 * it does not bind has no effect for a person, so the harness asks here.
 */
export function readViewTemplate(dist: string): ViewTemplate {
  const wxml = readFileSync(path.join(dist, 'base.wxml'), 'utf8')
  const elements = new Map<string, Element>()
  // level 0 is enough: deeper levels repeat it. An input has two forms, focused and blurred.
  for (const match of wxml.matchAll(
    /<template name="tmpl_0_([\w-]+?)(?:_focus|_blur)?">\s*<([\w-]+)([^>]*)>/g,
  )) {
    const [, name = '', tag = '', markup = ''] = match
    if (tag === 'template' || tag === 'block' || elements.has(name)) continue
    elements.set(name, readElement(tag, markup))
  }
  for (const [, name = '', markup = '', textKey = ''] of wxml.matchAll(
    /<template name="tmpl_0_([\w-]+)">\s*<([^>]*)>\{\{i\.(\w+)\}\}<\//g,
  )) {
    const [tag = ''] = markup.split(' ')
    elements.set(name, { ...readElement(tag === 'block' ? '#text' : tag, markup), textKey })
  }
  const { a: choose, t: word } = scriptOf(dist)
  const of = (node: ViewNode) =>
    elements.get(choose ? choose(0, node, '').replace('tmpl_0_', '') : String(node.nn ?? ''))
  const value = (node: ViewNode, attribute: string) => {
    const element = of(node)
    const key = element?.attributes.get(attribute)
    if (key === undefined) return undefined
    return element?.coded.has(attribute) && word ? word(node[key]) : node[key]
  }
  return { names: [...elements.keys()], of, value }
}

interface Script {
  /** The template of a node. */
  a?: (level: number, node: ViewNode, above: string) => string
  /** The word that a code says. */
  t?: (code: unknown) => unknown
}

/** WXS is a JavaScript of its own, near enough to be run as a module of Node. */
function scriptOf(dist: string): Script {
  if (!existsSync(path.join(dist, 'utils.wxs'))) return {}
  const script = new vm.Script(`(module) => { ${readFileSync(path.join(dist, 'utils.wxs'), 'utf8')} }`)
  const module: { exports: Script } = { exports: {} }
  script.runInThisContext()(module)
  return module.exports
}

function readElement(tag: string, markup: string): Element {
  const attributes = new Map<string, string>()
  const coded = new Set<string>()
  const events = new Map<string, { stops: boolean }>()
  for (const [, name = '', value = ''] of markup.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    const binding = /^(?:mut-)?(bind|catch):?(\w+)$/.exec(name)
    if (binding) {
      if (value === 'eh') events.set(binding[2] as string, { stops: binding[1] === 'catch' })
      continue
    }
    const key = /\bi\.(\w+)/.exec(value)?.[1]
    if (key) attributes.set(name, key)
    if (/xs\.[kt]\(/.test(value)) coded.add(name)
  }
  return { tag, attributes, coded, events }
}
