import * as glassEasel from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { defineBuiltins } from './builtins'
import type { CompiledView } from './compileView'
import type { ViewLayer } from './viewLayer'

/** An event as the view hands it to the logic: plain data. */
export type ViewEvent = Record<string, unknown>

interface OpenPage {
  root: { release(): void; getComponent(): { setData(changes: object): void } }
  box: HTMLElement
  route: string
}

/**
 * The view layer of a mini-program: WeChat's own component framework over this document. Pages are opened and
 * closed by number; what they draw comes as setData, and touches go back as events.
 */
export class GlassView implements ViewLayer {
  /** The framework's warnings; a test expects none. */
  readonly complaints: string[] = []
  private readonly pages = new Map<number, OpenPage>()
  private readonly defined = new Set<string>()
  private readonly styles = new Map<string, HTMLStyleElement>()
  private readonly backend
  private readonly space

  constructor(
    private readonly compiled: CompiledView,
    private readonly receive: (page: number, handler: string, event: ViewEvent) => void,
  ) {
    glassEasel.addGlobalWarningListener((message) => {
      this.complaints.push(String(message))
      return false
    })
    glassEasel.addGlobalErrorListener((error) => {
      this.complaints.push(error instanceof Error ? String(error.stack ?? error) : String(error))
      return false
    })
    const env = new MiniProgramEnv()
    const context = new glassEasel.CurrentWindowBackendContext()
    context.onEvent((target, type, detail, options) =>
      glassEasel.Event.dispatchEvent(target as never, new glassEasel.Event(type, detail, options)),
    )
    this.backend = env.associateBackend(context as never)
    this.space = env.createCodeSpace('', true)
    this.showIds()
    const templates = new Function(`return ${compiled.templates}`)() as Record<string, never>
    for (const [path, content] of Object.entries(templates))
      this.space.addCompiledTemplate(path, { groupList: templates as never, content })
    defineBuiltins(this.space.getComponentSpace() as never, compiled.components)
    this.style('', true)
  }

  open(page: number, route: string, data: object): void {
    this.define(route, data)
    const root = this.backend.createRoot('wx-page', this.space, route)
    ;(root.get() as unknown as { page: number }).page = page
    const box = document.createElement('div')
    const place = document.createElement('span')
    box.className = 'view-page'
    box.dataset.route = route
    box.appendChild(place)
    document.body.appendChild(box)
    root.attach(box as never, place as never)
    const opened = { root: root as never as OpenPage['root'], box, route }
    this.pages.set(page, opened)
    opened.root.getComponent().setData(data)
  }

  setData(page: number, changes: object): void {
    this.pages.get(page)?.root.getComponent().setData(changes)
  }

  closePage(page: number): void {
    const closed = this.pages.get(page)
    this.pages.delete(page)
    closed?.root.release()
    closed?.box.remove()
  }

  /** Brings a page to the front; as in WeChat, a page's own style sheet holds only while it is in front. */
  toFront(page: number): void {
    for (const [each, { box }] of this.pages) box.classList.toggle('front', each === page)
    const { route } = this.pages.get(page) as OpenPage
    for (const each of this.compiled.routes) this.style(each, each === route)
  }

  /** Everything is drawn when it arrives. */
  async settled(): Promise<void> {}

  private define(route: string, data: object): void {
    if (this.defined.has(route)) return
    this.defined.add(route)
    this.space.addComponentStaticConfig(route, { usingComponents: {} })
    const { receive } = this
    this.space
      .component(route)
      .definition({
        data: plain(data) as Record<string, unknown>,
        methods: {
          eh(this: { page: number }, event: unknown) {
            receive(this.page, 'eh', plainEvent(event as Parameters<typeof plainEvent>[0]))
          },
        },
      })
      .register()
  }

  private style(route: string, counts: boolean): void {
    let sheet = this.styles.get(route)
    if (!sheet) {
      sheet = document.createElement('style')
      sheet.textContent = this.compiled.styles[route] ?? ''
      this.styles.set(route, sheet)
      document.head.appendChild(sheet)
    }
    sheet.disabled = !counts
    if (counts) sheet.removeAttribute('media')
    else sheet.media = 'not all'
  }

  /** WeChat keeps ids out of its document; here tests may read them. */
  private showIds(): void {
    type Prepared = [{ writeIdToDOM: boolean; idPrefixGenerator: unknown }, unknown]
    const space = this.space as unknown as { prepareComponentOptions(...given: unknown[]): Prepared }
    const prepare = space.prepareComponentOptions
    space.prepareComponentOptions = (...given) => {
      const prepared = prepare.apply(space, given)
      Object.assign(prepared[0], { writeIdToDOM: true, idPrefixGenerator: null })
      return prepared
    }
  }
}

interface Target {
  id?: string
  dataset?: object
}

function plainEvent(event: {
  type: string
  timeStamp?: number
  detail: unknown
  target: Target
  currentTarget: Target
}): ViewEvent {
  const target = ({ id, dataset }: Target) => ({ id, dataset: plain(dataset), offsetLeft: 0, offsetTop: 0 })
  return {
    type: event.type,
    timeStamp: event.timeStamp ?? 0,
    target: target(event.target),
    currentTarget: target(event.currentTarget),
    detail: plain(event.detail),
    mark: {},
    touches: [],
    changedTouches: [],
  }
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? {}))
}
