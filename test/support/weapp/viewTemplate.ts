import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A node of the tree Taro sends to the view. Its short keys mean what the `ViewTemplate` says. */
export interface ViewNode {
  /** Name of the template that draws it, e.g. `14` for a button. */
  nn: string
  /** Taro's id of the node. */
  sid?: string
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
  /** The key that holds the text, where the template draws nothing else. */
  textKey?: string
}

export type ViewTemplate = ReadonlyMap<string, Element>

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
  for (const [, name = '', textKey = ''] of wxml.matchAll(
    /<template name="tmpl_0_([\w-]+)">\s*<block>\{\{i\.(\w+)\}\}<\/block>/g,
  )) {
    elements.set(name, { tag: '#text', attributes: new Map(), events: new Map(), textKey })
  }
  return elements
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
