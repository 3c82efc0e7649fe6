import { JSDOM } from 'jsdom'
import { MiniProgram, type OpenOptions } from '#support/weapp/miniProgram'
import type { Worked } from './builtins'
import type { CompiledView } from './compileView'
import { GlassView } from './glassView'

/** The globals that glass-easel needs. */
const globals = [
  'window',
  'document',
  'HTMLElement',
  'Element',
  'Node',
  'MutationObserver',
  'MouseEvent',
  'Event',
]

/** A mini-program drawn into a document without a browser: it has no layout, but runs in milliseconds. */
export class DocumentPhone {
  private constructor(
    readonly mini: MiniProgram,
    readonly view: GlassView,
    private readonly document: Document,
    private readonly restore: () => void,
  ) {}

  static async open(
    compiled: CompiledView,
    { url, ...options }: Omit<OpenOptions, 'view'>,
  ): Promise<DocumentPhone> {
    const { window } = new JSDOM('<!doctype html><body></body>')
    const own = globalThis as unknown as Record<string, unknown>
    const before = Object.fromEntries(globals.map((name) => [name, own[name]]))
    for (const name of globals) own[name] = name === 'window' ? window : window[name]
    const view = new GlassView(compiled, (page, handler, event) => phone.mini.receive(page, handler, event))
    const mini = new MiniProgram({ ...options, view })
    const phone = new DocumentPhone(mini, view, window.document, () => Object.assign(own, before))
    mini.boot(url)
    await mini.idle()
    return phone
  }

  /** The text of the page in view, a line for each element with text of its own. */
  get text(): string {
    return [...this.front.querySelectorAll('*')]
      .filter((element) => [...element.childNodes].some(({ nodeType }) => nodeType === 3))
      .map((element) => element.textContent?.trim())
      .filter((words) => words)
      .join('\n')
  }

  /** Touches a control by role and name. Throws unless there is exactly one. */
  async tap(name: string, role = 'button'): Promise<void> {
    const element = this.control(name, role)
    for (const type of ['mousedown', 'mouseup'])
      element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }))
    await this.mini.idle()
  }

  async type(label: string, text: string): Promise<void> {
    const field = this.front.querySelector<HTMLInputElement>(`.inner[aria-label="${label}"]`)
    if (!field) throw new Error(`There is no field 「${label}」:\n${this.text}`)
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await this.mini.idle()
  }

  async choose(label: RegExp, value: string): Promise<void> {
    const wheels = [...this.front.querySelectorAll<Worked>('wx-picker')]
    const picker = wheels.find((element) => label.test(element.getAttribute('aria-label') ?? ''))
    if (!picker?.choose) throw new Error(`There is no picker ${label}`)
    picker.choose(value)
    await this.mini.idle()
  }

  /** Whether a radio or checkbox is chosen. */
  checked(name: string, role: 'radio' | 'checkbox'): boolean {
    return this.control(name, role).getAttribute('aria-checked') === 'true'
  }

  close(): void {
    this.mini.close()
    this.restore()
  }

  private get front(): Element {
    const [front] = this.document.getElementsByClassName('view-page front')
    if (!front) throw new Error('No page is in view.')
    return front
  }

  private control(name: string, role: string): Element {
    const all = [...this.front.querySelectorAll(`[role="${role}"]`)]
    const found = all.filter((each) => (each.getAttribute('aria-label') ?? each.textContent) === name)
    const [only] = found
    if (only && found.length === 1) return only
    const names = all.map((each) => each.getAttribute('aria-label') ?? each.textContent)
    throw new Error(`${found.length} times ${role} 「${name}」 among ${names.join(' / ')}`)
  }
}
