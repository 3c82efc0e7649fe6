import type { Clock } from './clock'
import type { ViewLayer } from './glass/viewLayer'
import type { Realm } from './realm'
import { applySetData, type SetDataLog } from './setDataLog'
import type { Options } from './wxApi'

/** What `app.json` says of the pages. */
export interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  window?: Options
  tabBar?: { list: { pagePath: string; text: string }[] }
}

/** An open page: the object that its handlers see as `this`. */
export interface PageInstance {
  route: string
  options: Record<string, string>
  data: Record<string, unknown>
  setData(changes: Record<string, unknown>, done?: () => void): void
  [member: string]: unknown
}

/** WeChat keeps at most ten pages. */
const stackLimit = 10

/** The pages of one mini-program, with WeChat's rules for moving between them. */
export class PageStack {
  readonly pages: PageInstance[] = []
  private readonly hiddenTabs = new Map<string, PageInstance>()
  private readonly definitions = new Map<string, Options>()
  private readonly numbers = new WeakMap<PageInstance, number>()
  private opened = 0
  private loading = ''

  constructor(
    private readonly app: AppJson,
    private readonly realm: () => Realm,
    private readonly clock: Clock,
    private readonly setDataLog: SetDataLog,
    private readonly afterSetData: (page: PageInstance) => void,
    private readonly view?: ViewLayer,
  ) {}

  /** Every route of every package. */
  get routes(): string[] {
    return [
      ...this.app.pages,
      ...(this.app.subPackages ?? []).flatMap(({ root, pages }) =>
        pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
      ),
    ]
  }

  get tabs(): { pagePath: string; text: string }[] {
    return this.app.tabBar?.list ?? []
  }

  /** Route and query of an address from outside, whether or not the page exists. */
  read(url: string): { route: string; query: Record<string, string> } {
    const [place = '', search = ''] = url.split('?')
    const route = new URL(place, `mp:///${this.pages.at(-1)?.route ?? ''}`).pathname.slice(1)
    const pairs = search.split('&').filter((pair) => pair !== '')
    // WeChat passes the query as it is written, without decoding it
    const query = Object.fromEntries(
      pairs.map((pair) => [pair.split('=')[0], pair.split('=').slice(1).join('=')]),
    )
    return { route, query }
  }

  /** The page in view. Throws before the first. */
  get top(): PageInstance {
    const page = this.pages.at(-1)
    if (!page) throw new Error('No page is open.')
    return page
  }

  /** The open page of a number that the view was given. */
  numbered(number: number): PageInstance | undefined {
    return this.pages.find((page) => this.numbers.get(page) === number)
  }

  /** What `Page()` and `Component()` call while a file is being loaded. */
  define(options: Options): void {
    this.definitions.set(this.loading, options)
  }

  /** What a file defined; it is loaded at its first use. Throws where it defines nothing. */
  definition(unit: string): Options {
    const known = this.definitions.get(unit)
    if (known) return known
    this.loading = unit
    this.realm().require(unit)
    const defined = this.definitions.get(unit)
    if (!defined) throw new Error(`${unit}.js did not call Page() or Component().`)
    return defined
  }

  /** navigateTo, redirectTo, navigateBack, switchTab, reLaunch; throws `errMsg` where WeChat fails. */
  navigate(kind: string, options: Options): unknown {
    if (kind === 'navigateBack') return this.back(Number(options.delta ?? 1))
    const { route, query } = this.resolve(kind, String(options.url))
    const isTab = this.tabs.some((tab) => tab.pagePath === route)
    if (kind === 'switchTab' && !isTab)
      throw new Error(`switchTab:fail can not switch to no-tabBar page: ${route}`)
    if (isTab && (kind === 'navigateTo' || kind === 'redirectTo')) {
      throw new Error(`${kind}:fail can not ${kind} a tabbar page: ${route}`)
    }
    if (kind === 'navigateTo') {
      if (this.pages.length >= stackLimit) throw new Error('navigateTo:fail webview count limit exceed')
      this.life(this.top, 'onHide')
      this.open(route, query)
      return { eventChannel: { emit() {}, on() {}, once() {}, off() {} } }
    }
    if (kind === 'redirectTo') this.close(this.pages.pop())
    else this.leaveAll(kind === 'switchTab')
    const tab = this.hiddenTabs.get(route)
    if (!tab) return this.open(route, query)
    this.hiddenTabs.delete(route)
    this.pages.push(tab)
    this.toFront()
    return this.life(tab, 'onShow')
  }

  /** Calls a lifecycle handler or a page event, if the page has it. */
  life(page: PageInstance | undefined, name: string, argument?: unknown): void {
    const handler = page?.[name]
    if (typeof handler === 'function') this.clock.run(() => handler.call(page, argument))
  }

  /** Unloads every page, as when the mini-program ends. */
  closeAll(): void {
    this.leaveAll(false)
  }

  private back(delta: number): void {
    const count = Math.min(delta, this.pages.length - 1)
    if (count < 1) throw new Error('navigateBack:fail cannot navigate back at first page.')
    for (let left = count; left > 0; left--) this.close(this.pages.pop())
    this.toFront()
    this.life(this.top, 'onShow')
  }

  private leaveAll(keepTabs: boolean): void {
    for (const page of this.pages.splice(0).reverse()) {
      if (keepTabs && this.tabs.some((tab) => tab.pagePath === page.route)) {
        this.life(page, 'onHide')
        this.hiddenTabs.set(page.route, page)
      } else this.close(page)
    }
    if (keepTabs) return
    for (const page of this.hiddenTabs.values()) this.close(page)
    this.hiddenTabs.clear()
  }

  private close(page: PageInstance | undefined): void {
    this.life(page, 'onUnload')
    if (page) this.view?.closePage(this.numbers.get(page) as number)
  }

  private toFront(): void {
    this.view?.toFront(this.numbers.get(this.top) as number)
  }

  private resolve(kind: string, url: string): { route: string; query: Record<string, string> } {
    const read = this.read(url)
    if (!this.routes.includes(read.route)) throw new Error(`${kind}:fail page "${read.route}" is not found`)
    return read
  }

  private open(route: string, query: Record<string, string>): void {
    const { data, ...members } = this.definition(route)
    const page: PageInstance = {
      ...members,
      route,
      options: query,
      data: JSON.parse(JSON.stringify(data ?? {})),
      setData: (changes, done) => {
        this.clock.run(() => {
          const arrived = this.setDataLog.add(route, changes)
          applySetData(page.data, arrived)
          this.view?.setData(this.numbers.get(page) as number, arrived)
        })
        this.afterSetData(page)
        if (done) this.clock.setTimeout(() => done.call(page), 0)
      },
      getPageId: () => `pageId:${this.pages.indexOf(page)}`,
      selectComponent: () => null,
    }
    page.__route__ = route
    this.pages.push(page)
    this.numbers.set(page, ++this.opened)
    this.view?.open(this.opened, route, page.data)
    this.toFront()
    this.life(page, 'onLoad', query)
    this.life(page, 'onShow')
    this.clock.setTimeout(() => this.life(page, 'onReady'), 0)
  }
}
