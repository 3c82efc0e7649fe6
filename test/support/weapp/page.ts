import { Control } from './control'
import { nearest } from './nearest'
import type { PageInstance } from './pageStack'
import { pickerValue } from './pickerValue'
import { type Placed, Screen } from './screen'
import type { ViewNode, ViewTemplate } from './viewTemplate'

/** What a page view needs of the mini-program it belongs to. */
export interface PageSurroundings {
  template: ViewTemplate
  /** Hands an event of the view to the page's logic. */
  dispatch(page: PageInstance, event: Record<string, unknown>): void
  life(page: PageInstance, name: string, argument?: unknown): void
  title(page: PageInstance): string
  idle(): Promise<void>
}

/** Events that travel from a component to its ancestors, as WeChat documents them. */
const bubbling = ['tap', 'longpress', 'longtap', 'touchstart', 'touchmove', 'touchend', 'touchcancel']

/** What was typed into the view's own fields, by page and node; an uncontrolled input keeps it there. */
const entered = new WeakMap<PageInstance, Map<string, { value: unknown; over: unknown }>>()

/**
 * The page in view and what a person can do on it. Every action waits until the page is still. Every way of
 * finding throws unless it finds exactly one thing; the error says what is there.
 */
export class PageView {
  constructor(
    private readonly instance: PageInstance,
    private readonly around: PageSurroundings,
    private readonly anchor?: string,
  ) {}

  get route(): string {
    return this.instance.route
  }

  /** What the page was opened with. */
  get query(): Readonly<Record<string, string>> {
    return this.instance.options
  }

  get title(): string {
    return this.around.title(this.instance)
  }

  /** Whether the page has every handler that its WXML names. */
  get handlesEvents(): boolean {
    return typeof this.instance.eh === 'function'
  }

  /** The size of the page: how many elements it has, text not counted, and how deep they nest. */
  get size(): { elements: number; depth: number } {
    const { screen } = this
    const drawn = [...screen.visible()].filter(({ node }) => screen.tag(node) !== '#text')
    return {
      elements: drawn.length,
      depth: Math.max(0, ...drawn.map(({ ancestors }) => ancestors.length + 1)),
    }
  }

  /** All visible text, a line for each block. */
  text(): string {
    return this.screen.text()
  }

  /** The names of everything that can be tapped, in reading order. */
  get controls(): string[] {
    return this.operables().map(({ node }) => this.screen.name(node))
  }

  /** The same page, limited to what is near this text: `near('陪诊').tap('接单')`. */
  near(text: string): PageView {
    return new PageView(this.instance, this.around, text)
  }

  /** A button by its label or text, and its state. */
  button(name: string): Control {
    return this.control(name, 'button')
  }

  /** Anything that can be tapped, by label or text; `role` narrows it (`tab`, `switch`, `radio` …). */
  control(name: string, role?: string): Control {
    const { screen } = this
    const found = this.operables().filter(({ node }) => {
      const named =
        screen.attribute(node, 'aria-label') === name || screen.text(node).replace(/\n/g, ' ') === name
      return named && (role === undefined || screen.role(node) === role)
    })
    const placed = this.one(found, `${role ?? 'control'} 「${name}」`, this.controls)
    return new Control(placed, screen, () => this.tapAt(placed))
  }

  async tap(name: string): Promise<void> {
    await this.control(name).tap()
  }

  /** Taps the innermost visible text that is exactly this, whether or not it is a control. */
  async touch(text: string): Promise<void> {
    const { screen } = this
    const found = [...screen.visible()].filter(
      ({ node }) =>
        screen.text(node) === text && !(node.c ?? []).some((child) => screen.text(child) === text),
    )
    await this.tapAt(this.one(found, `text 「${text}」`, [this.text()]))
  }

  /** The text in a text field. */
  value(label: string): string {
    return String(this.entered(this.field(label, ['input', 'textarea']).node) ?? '')
  }

  /** Replaces the text in a text field, and leaves the field. */
  async type(label: string, value: string): Promise<void> {
    const placed = this.field(label, ['input', 'textarea'])
    if (this.screen.isDisabled(placed.node)) throw new Error(`The field 「${label}」 is disabled.`)
    const limit = Number(this.screen.attribute(placed.node, 'maxlength') ?? 140)
    if (limit >= 0 && value.length > limit) throw new Error(`「${label}」 takes at most ${limit} characters.`)
    await this.fire(placed, 'focus', { value: this.value(label), height: 0 })
    this.enter(placed.node, value)
    await this.fire(placed, 'input', { value, cursor: value.length, keyCode: 0 })
    await this.fire(placed, 'blur', { value, cursor: value.length })
  }

  /**
   * Chooses in a picker: an option's text, a date (`2025-03-01`), a time (`09:30`), or one text for each
   * column. Throws where a picker does not offer it.
   */
  async choose(label: string, choice: string | string[]): Promise<void> {
    const placed = this.field(label, ['picker'])
    if (this.screen.isDisabled(placed.node)) throw new Error(`The picker 「${label}」 is disabled.`)
    const value = pickerValue(this.screen, placed.node, choice)
    await this.fire(placed, 'change', { value })
  }

  /** Flips a native switch. */
  async toggle(label: string): Promise<void> {
    const placed = this.field(label, ['switch'])
    const value = !this.entered(placed.node, 'checked')
    this.enter(placed.node, value, 'checked')
    await this.fire(placed, 'change', { value })
  }

  /** Fires another event, e.g. `longpress`, on the node with this text or label that has a handler for it. */
  async fireOn(text: string, type: string, detail: Record<string, unknown> = {}): Promise<void> {
    const { screen } = this
    const found = [...screen.visible()].filter(({ node }) => screen.name(node) === text)
    const bound = found.filter(({ node }) => screen.binding(node, type))
    await this.fire(
      this.one((bound.length > 0 ? bound : found).slice(-1), `「${text}」`, [this.text()]),
      type,
      detail,
    )
  }

  async pullDown(): Promise<void> {
    this.around.life(this.instance, 'onPullDownRefresh')
    await this.around.idle()
  }

  async scrollToEnd(): Promise<void> {
    this.around.life(this.instance, 'onReachBottom')
    await this.around.idle()
  }

  /** What is drawn, for gates that read more than a person sees. */
  get screen(): Screen {
    const root = this.instance.data.r as ViewNode | undefined
    return new Screen(root?.c ?? [], this.around.template)
  }

  private operables(): Placed[] {
    const { screen } = this
    return [...screen.visible()].filter(
      (placed) => screen.isOperable(placed.node) && !screen.isUnheard(placed),
    )
  }

  private field(label: string, tags: string[]): Placed {
    return this.one(this.screen.fields(label, tags), `${tags[0]} labelled 「${label}」`, [this.text()])
  }

  private one(found: Placed[], what: string, instead: string[]): Placed {
    const [only] = found
    if (only && found.length === 1) return only
    if (only && this.anchor !== undefined) {
      const chosen = nearest(found, this.anchors(this.anchor))
      if (chosen) return chosen
    }
    const problem = only ? `${found.length} times ${what}` : `no ${what}`
    throw new Error(`On ${this.route} there is ${problem}. There is:\n${instead.join('\n')}`)
  }

  private anchors(text: string): Placed[] {
    const { screen } = this
    const holds = (node: ViewNode) => screen.text(node).includes(text)
    const found = [...screen.visible()].filter(({ node }) => holds(node) && !(node.c ?? []).some(holds))
    if (found.length === 0)
      throw new Error(`On ${this.route} there is no 「${text}」. There is:\n${this.text()}`)
    return found
  }

  private entered(node: ViewNode, attribute = 'value'): unknown {
    const shown = this.screen.attribute(node, attribute)
    const record = entered.get(this.instance)?.get(String(node.s ?? ''))
    return record && record.over === shown ? record.value : shown
  }

  private enter(node: ViewNode, value: unknown, attribute = 'value'): void {
    const records = entered.get(this.instance) ?? new Map()
    entered.set(
      this.instance,
      records.set(String(node.s ?? ''), { value, over: this.screen.attribute(node, attribute) }),
    )
  }

  private async tapAt(placed: Placed): Promise<void> {
    const { screen } = this
    const disabled = [placed.node, ...placed.ancestors].find((node) => screen.isDisabled(node))
    if (disabled) throw new Error(`「${screen.name(disabled)}」 is disabled.`)
    const formType = screen.attribute(placed.node, 'form-type')
    const form = placed.ancestors.findIndex((node) => screen.tag(node) === 'form')
    await this.fire(placed, 'tap', { x: 0, y: 0 }, formType !== undefined)
    if (formType !== 'submit' || form < 0) return
    const target = { node: placed.ancestors[form] as ViewNode, ancestors: placed.ancestors.slice(form + 1) }
    await this.fire(target, 'submit', { value: this.formValue(target.node) })
  }

  /** What WeChat passes on submit: the value of every named field of the form. */
  private formValue(form: ViewNode): Record<string, unknown> {
    const { screen } = this
    const values: Record<string, unknown> = {}
    for (const { node } of screen.visible(form.c ?? [])) {
      const name = screen.attribute(node, 'name')
      if (typeof name !== 'string' || name === '' || screen.tag(node) === 'button') continue
      const attribute = screen.tag(node) === 'switch' ? 'checked' : 'value'
      values[name] = this.entered(node, attribute) ?? (attribute === 'checked' ? false : '')
    }
    return values
  }

  /**
   * Hands an event to the logic as the view does: to the node and, where it bubbles, to each ancestor whose
   * WXML binds it. Taro holds a bubbling event back until its topmost bound ancestor has had it.
   */
  private async fire(
    { node, ancestors }: Placed,
    type: string,
    detail: Record<string, unknown>,
    optional = false,
  ): Promise<void> {
    const { screen } = this
    let handled = false
    for (const each of bubbling.includes(type) ? [node, ...ancestors] : [node]) {
      const binding = screen.binding(each, type)
      if (!binding) continue
      handled = true
      const event = { type, timeStamp: Date.now(), target: target(node), currentTarget: target(each), detail }
      this.around.dispatch(this.instance, { ...event, mark: {}, touches: [], changedTouches: [] })
      if (binding.stops) break
    }
    const required = !optional && !['focus', 'blur', 'input'].includes(type)
    if (!handled && required)
      throw new Error(`Nobody listens to ${type} on 「${screen.name(node)}」 (${this.route}).`)
    await this.around.idle()
  }
}

function target(node: ViewNode) {
  return { id: node.uid ?? node.s, dataset: { sid: node.s }, offsetLeft: 0, offsetTop: 0 }
}
