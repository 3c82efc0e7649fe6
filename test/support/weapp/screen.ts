import type { ViewNode, ViewTemplate } from './viewTemplate'

/** A node and the nodes around it, nearest first. */
export interface Placed {
  node: ViewNode
  ancestors: ViewNode[]
}

const rolesByTag: Record<string, string> = {
  button: 'button',
  switch: 'switch',
  checkbox: 'checkbox',
  radio: 'radio',
  navigator: 'link',
  input: 'textbox',
  textarea: 'textbox',
  picker: 'picker',
  image: 'img',
}

/** Roles that a person can operate by a tap. */
const operable = ['button', 'link', 'tab', 'switch', 'checkbox', 'radio', 'option', 'menuitem']

/** What a page shows, read from Taro's tree as a person perceives it: by text, name, role and state. */
export class Screen {
  constructor(
    readonly roots: ViewNode[],
    private readonly template: ViewTemplate,
  ) {}

  /** Every node that is not hidden, in reading order. */
  *visible(nodes = this.roots, ancestors: ViewNode[] = []): Generator<Placed> {
    for (const node of nodes) {
      if (/display:\s*none/.test(node.st ?? '')) continue
      yield { node, ancestors }
      yield* this.visible(node.c ?? [], [node, ...ancestors])
    }
  }

  tag(node: ViewNode): string {
    return this.template.of(node)?.tag ?? ''
  }

  /** The value bound to an attribute, e.g. `aria-label`; undefined where the WXML does not bind it. */
  attribute(node: ViewNode, name: string): unknown {
    return this.template.value(node, name)
  }

  /** What the WXML binds for an event on this node. */
  binding(node: ViewNode, event: string): { stops: boolean } | undefined {
    return this.template.of(node)?.events.get(event)
  }

  flag(node: ViewNode, name: string): boolean {
    const value = this.attribute(node, name)
    return value === true || value === 'true'
  }

  /** The text a person sees: a line for each block, a field's value or else its placeholder. */
  text(node?: ViewNode): string {
    const written = node ? this.write(node) : this.roots.map((root) => this.write(root)).join('\n')
    const lines = written.split('\n').map((line) => line.trim())
    return lines.filter((line) => line !== '').join('\n')
  }

  /** The name a screen reader gives: the label, or else the text. */
  name(node: ViewNode): string {
    const label = this.attribute(node, 'aria-label')
    return typeof label === 'string' && label !== '' ? label : this.text(node).replace(/\n/g, ' ')
  }

  role(node: ViewNode): string | undefined {
    return (this.attribute(node, 'aria-role') as string | undefined) || rolesByTag[this.tag(node)]
  }

  isOperable(node: ViewNode): boolean {
    return operable.includes(this.role(node) ?? '')
  }

  isDisabled(node: ViewNode): boolean {
    return this.flag(node, 'disabled') || this.flag(node, 'aria-disabled')
  }

  isUnheard({ node, ancestors }: Placed): boolean {
    return [node, ...ancestors].some((each) => this.flag(each, 'aria-hidden'))
  }

  /**
   * Nodes that take a value and have this label: as their name, as an enclosing label, as the text just
   * before them, or as placeholder. The first of these ways that finds any node decides.
   */
  fields(label: string, tags: string[]): Placed[] {
    const all = [...this.visible()].filter(({ node }) => tags.includes(this.tag(node)))
    const ways: ((placed: Placed) => boolean)[] = [
      ({ node }) => this.attribute(node, 'aria-label') === label,
      ({ ancestors }) =>
        ancestors.some((each) => this.tag(each) === 'label' && this.text(each).startsWith(label)),
      (placed) => this.textBefore(placed) === label,
      ({ node }) => this.attribute(node, 'placeholder') === label,
      ({ node }) => this.text(node).startsWith(label),
    ]
    for (const way of ways) {
      const found = all.filter(way)
      if (found.length > 0) return found
    }
    return []
  }

  /** The last line of text before a node, within the nearest ancestor that has any. */
  private textBefore({ node, ancestors }: Placed): string | undefined {
    let child = node
    for (const parent of ancestors) {
      const siblings = parent.c ?? []
      const before = siblings.slice(0, siblings.indexOf(child)).map((sibling) => this.text(sibling))
      const text = before.filter((each) => each !== '').at(-1)
      if (text !== undefined) return text.split('\n').at(-1)
      child = parent
    }
    return undefined
  }

  /** The text that a node holds itself. */
  words(node: ViewNode): string | undefined {
    const textKey = this.template.of(node)?.textKey
    return textKey && String(node[textKey] ?? '')
  }

  private write(node: ViewNode): string {
    const [tag, words] = [this.tag(node), this.words(node)]
    if (tag === '#text') return words ?? ''
    if (/display:\s*none/.test(node.st ?? '')) return ''
    if (tag === 'input' || tag === 'textarea') {
      return `\n${this.attribute(node, 'value') || this.attribute(node, 'placeholder') || ''}\n`
    }
    const inner = words ?? (node.c ?? []).map((child) => this.write(child)).join('')
    return tag === 'text' ? inner : `\n${inner}\n`
  }
}
