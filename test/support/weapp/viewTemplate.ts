import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'

/** A node of the tree Taro sends to the view. Its short keys mean what the `ViewTemplate` says. */
export interface ViewNode {
  /** Name of the template that draws it, e.g. `14` for a button; a plain view and a text have none. */
  nn?: string
  /** Taro's id of the node. */
  s?: string
  /** The id that the author gave. */
  uid?: string
  cl?: string
  st?: string
  cn?: ViewNode[]
  [short: string]: unknown
}

/**
 * What one template draws. `attributes`: kebab-case name → short key. `events`: the events that its WXML
 * binds.
 */
export interface Element {
  tag: string
  attributes: ReadonlyMap<string, string>
  events: ReadonlyMap<string, { stops: boolean }>
  /** The key that holds the text, where the template draws nothing else inside. */
  textKey?: string
}

export interface ViewTemplate {
  /** The name of every template. */
  names: readonly string[]
  /** What draws a node: the script beside the templates chooses. */
  of(node: ViewNode): Element | undefined
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
  const choose = chooserOf(dist)
  return { names: [...elements.keys()], of: (node) => elements.get(choose(node)) }
}

/** WXS is a JavaScript of its own, near enough to be run as a module of Node. */
function chooserOf(dist: string): (node: ViewNode) => string {
  if (!existsSync(path.join(dist, 'utils.wxs'))) return ({ nn }) => nn ?? ''
  const script = new vm.Script(`(module) => { ${readFileSync(path.join(dist, 'utils.wxs'), 'utf8')} }`)
  const module: { exports: { a?: (level: number, node: ViewNode, above: string) => string } } = {
    exports: {},
  }
  script.runInThisContext()(module)
  return (node) => module.exports.a?.(0, node, '').replace('tmpl_0_', '') ?? ''
}

function readElement(tag: string, markup: string): Element {
  const attributes = new Map<string, string>()
  const events = new Map<string, { stops: boolean }>()
  for (const [, name = '', value = ''] of markup.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    const binding = /^(?:mut-)?(bind|catch):?(\w+)$/.exec(name)
    if (binding) {
      if (value === 'eh') events.set(binding[2] as string, { stops: binding[1] === 'catch' })
      continue
    }
    const key = /\bi\.(\w+)/.exec(value)?.[1]
    if (key) attributes.set(name, key)
  }
  return { tag, attributes, events }
}
