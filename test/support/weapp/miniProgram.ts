import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Answers } from './answers'
import { Clock } from './clock'
import { CustomWrappers } from './customWrappers'
import { type Device, ordinaryPhone } from './device'
import type { ViewLayer } from './glass/viewLayer'
import { PageView } from './page'
import { type AppJson, type PageInstance, PageStack } from './pageStack'
import { Realm } from './realm'
import { SetDataLog } from './setDataLog'
import { newSketch } from './sketch'
import { PhoneStorage } from './storage'
import { readViewTemplate, type ViewTemplate } from './viewTemplate'
import { type ApiCall, createWx, type Options } from './wxApi'

export interface OpenOptions {
  /** The folder of the compiled mini-program. Default `dist/weapp`. */
  dist?: string
  /** The first page, with its query, as a scanned code or a shared card would open it. */
  url?: string
  /**
   * `wx.cloud.callFunction`: resolves with the result; an error it throws fails the call. Default: no
   * network.
   */
  cloud?: (call: { name: string; data: unknown }) => Promise<unknown>
  /** What `storageBytes()` of an earlier run gave: the same phone, opened again. */
  storage?: Uint8Array
  /** The files of the mini-program's own folder after an earlier run. */
  files?: ReadonlyMap<string, Uint8Array>
  device?: Partial<Device>
  /** Draws the pages. Without it, tests read the tree. */
  view?: ViewLayer
  /** Further launch options, e.g. `{ scene: 1047 }`. */
  launch?: Options
}

/** What a page gives WeChat to be passed on. */
export interface PassedOn {
  title: string
  path?: string
  query?: string
  imageUrl?: string
}

/** What an action cost between the logic layer and the view. */
export interface Cost {
  setDataCalls: number
  setDataBytes: number
  calls: ApiCall[]
}

/**
 * Starts the compiled mini-program in a bare V8 context and opens its first page. Throws what the start
 * throws; later errors are collected for `check()`.
 */
export async function openMiniProgram(options: OpenOptions = {}): Promise<MiniProgram> {
  const program = new MiniProgram(options)
  program.boot(options.url)
  await program.idle()
  return program
}

/** How a listener may open a page. */
const opening = ['redirectTo', 'switchTab', 'reLaunch', 'navigateTo']

/** A running mini-program as a person and a test see it. A test closes it at its end. */
export class MiniProgram {
  /** The person's answers to the next prompts. */
  readonly answer = new Answers()
  /** Every `wx` call so far. */
  readonly calls: ApiCall[] = []
  readonly console: { level: string; text: string }[] = []
  readonly errors: unknown[] = []
  readonly setData = new SetDataLog()
  /**
   * The phone. Assign to change it (`device.networkType = 'none'`), then `emit` the event that WeChat would
   * send.
   */
  readonly device: Device

  /** Awaited before a way from page to page is gone: a slow phone, or one that throws. */
  beforeNavigation: ((kind: string) => Promise<void> | void) | undefined

  /** The mini-program's own folder, by path. */
  readonly files: Map<string, Uint8Array>
  readonly sketch = newSketch()

  private readonly dist: string
  private readonly storage: PhoneStorage
  private readonly clock = new Clock((error) => this.errors.push(error))
  private readonly pending = new Set<Promise<unknown>>()
  private readonly listeners = new Map<string, Set<(event: unknown) => void>>()
  private readonly template: ViewTemplate
  private readonly appJson: AppJson
  private readonly launch: Options
  private readonly stack: PageStack
  private readonly realm: Realm
  private readonly view: ViewLayer | undefined
  private app: Options = {}

  constructor({ dist, cloud, storage, files, device, launch, view }: OpenOptions) {
    this.dist = path.resolve(dist ?? 'dist/weapp')
    this.device = { ...ordinaryPhone, ...device }
    this.storage = new PhoneStorage(storage)
    this.files = new Map(files)
    this.view = view
    this.template = readViewTemplate(this.dist)
    this.appJson = this.readJson('app.json') as unknown as AppJson
    this.launch = { path: this.appJson.pages[0], query: {}, scene: 1001, referrerInfo: {}, ...launch }
    const wrappers = new CustomWrappers(this.template, this.setData)
    this.stack = new PageStack(
      this.appJson,
      () => this.realm,
      this.clock,
      this.setData,
      (page) => wrappers.attachNew(page, this.stack),
      view,
    )
    this.realm = new Realm(this.dist, this.globals(cloud ?? offline))
  }

  /** Loads `app.js`, launches, and opens the first page or `url`. Throws what loading throws. */
  boot(url?: string): void {
    this.realm.require('app.js')
    this.appLife('onLaunch', this.launch)
    this.appLife('onShow', this.launch)
    this.arrive(url ?? this.routes[0] ?? '', true)
  }

  /** Every page of every package. */
  get routes(): string[] {
    return this.stack.routes
  }

  /** Routes of the open pages, the one in view last. */
  get stackRoutes(): string[] {
    return this.stack.pages.map((page) => page.route)
  }

  /** The page in view now; ask again after a navigation. */
  get page(): PageView {
    return new PageView(this.stack.top, {
      template: this.template,
      dispatch: (page, event) => this.dispatch(page, event),
      life: (page, name, argument) => this.stack.life(page, name, argument),
      title: (page) => this.titleOf(page),
      idle: () => this.idle(),
    })
  }

  /** The text of the last toast, or undefined. */
  get toast(): string | undefined {
    return this.lastCall('showToast')?.title as string | undefined
  }

  /** Opens a page as a link from outside would, leaving all others. */
  async open(url: string): Promise<void> {
    this.arrive(url, false)
    await this.idle()
  }

  /** Taps the tab bar. */
  async tab(text: string): Promise<void> {
    const tab = this.stack.tabs.find((each) => each.text === text)
    if (!tab)
      throw new Error(`There is no tab 「${text}」: ${this.stack.tabs.map((each) => each.text).join(' / ')}`)
    this.stack.navigate('switchTab', { url: `/${tab.pagePath}` })
    this.stack.life(this.stack.top, 'onTabItemTap', tab)
    await this.idle()
  }

  /** WeChat's own back arrow. */
  async back(): Promise<void> {
    this.stack.navigate('navigateBack', {})
    await this.idle()
  }

  /**
   * What the page in view answers when it is passed on, to a chat or to moments; undefined where WeChat's menu does
   * not offer that.
   */
  passedOn(to: 'chat' | 'moments' = 'chat'): PassedOn | undefined {
    const passOn = this.stack.top[to === 'chat' ? 'onShareAppMessage' : 'onShareTimeline']
    if (typeof passOn !== 'function') return undefined
    const menu = this.calls.filter(({ api }) => api === 'showShareMenu' || api === 'hideShareMenu').at(-1)
    const item = to === 'chat' ? 'shareAppMessage' : 'shareTimeline'
    const offered =
      menu?.api !== 'hideShareMenu' && (menu?.options.menus as string[] | undefined)?.includes(item)
    return offered ? (passOn.call(this.stack.top, { from: 'menu' }) as PassedOn) : undefined
  }

  /** The person leaves WeChat. */
  async hide(): Promise<void> {
    this.stack.life(this.stack.top, 'onHide')
    this.appLife('onHide')
    await this.idle()
  }

  /** The person comes back to WeChat. */
  async show(options: Options = this.launch): Promise<void> {
    this.appLife('onShow', options)
    this.stack.life(this.stack.top, 'onShow')
    await this.idle()
  }

  /** Receives an event of the view, for the handler that the WXML names. */
  receive(number: number, handler: string, event: Record<string, unknown>): void {
    const page = this.stack.numbered(number)
    if (page) this.dispatch(page, event, handler)
  }

  /** Calls what `wx.onX` registered, e.g. `emit('onNetworkStatusChange', { isConnected: true })`. */
  async emit(api: string, event: unknown): Promise<void> {
    for (const listener of this.listeners.get(api) ?? []) this.clock.run(() => listener(event))
    await this.idle()
  }

  /** What an action costs until the page is still: setData calls and bytes, and `wx` calls. */
  async measure(action: () => Promise<unknown>): Promise<Cost> {
    const [records, calls] = [this.setData.records.length, this.calls.length]
    await action()
    await this.idle()
    const made = this.setData.records.slice(records)
    const setDataBytes = made.reduce((sum, { bytes }) => sum + bytes, 0)
    return { setDataCalls: made.length, setDataBytes, calls: this.calls.slice(calls) }
  }

  /**
   * Resolves when nothing is under way: no `wx` call, cloud call or short timer, three turns in a row.
   * Intervals and timers of more than half a second do not count. Throws after `limitMs`.
   */
  async idle(limitMs = 60_000): Promise<void> {
    const deadline = Date.now() + limitMs
    for (let still = 0; still < 3; ) {
      await new Promise((resolve) => setTimeout(resolve, 0))
      still = this.clock.busy || this.pending.size > 0 ? 0 : still + 1
      if (still === 3) await this.view?.settled()
      if (Date.now() > deadline) throw new Error(`The mini-program was not still after ${limitMs} ms.`)
    }
  }

  /** Waits for what takes longer than `idle` waits for. Throws, with the page's text, after `limitMs`. */
  async until(holds: () => boolean, limitMs = 60_000): Promise<void> {
    const deadline = Date.now() + limitMs
    while (!holds()) {
      if (Date.now() > deadline) throw new Error(`Not so within ${limitMs} ms: ${holds}\n${this.page.text()}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await this.idle()
  }

  /** Everything that the phone has stored, for the `storage` of a later run. */
  storageBytes(): Uint8Array {
    return this.storage.bytes()
  }

  /** Throws what the mini-program threw, and for any answer without a prompt. */
  check(): void {
    if (this.errors.length > 0) throw this.errors[0]
    const { unused } = this.answer
    if (unused.length > 0) throw new Error(`The test answered what nobody asked: ${unused.join(', ')}`)
  }

  /** Ends it: unloads the pages and stops every timer. */
  close(): void {
    this.stack.closeAll()
    this.clock.clearAll()
  }

  /**
   * Opens the page that a link from outside names; where there is none, `onPageNotFound` may open another.
   */
  private arrive(link: string, isEntryPage: boolean): void {
    const url = `/${link.replace(/^\//, '')}`
    const { route, query } = this.stack.read(url)
    const listeners = this.listeners.get('onPageNotFound')
    if (this.routes.includes(route) || !listeners) {
      this.stack.navigate('reLaunch', { url })
      return
    }
    const navigations = () => this.calls.filter(({ api }) => opening.includes(api)).length
    const before = navigations()
    for (const listener of listeners) this.clock.run(() => listener({ path: route, query, isEntryPage }))
    if (this.errors.length > 0) throw this.errors[0]
    // WeChat shows its own page where the listeners have opened none before they return
    if (navigations() === before) throw new Error(`page "${route}" is not found`)
  }

  private dispatch(page: PageInstance, event: Record<string, unknown>, name = 'eh'): void {
    const handler = page[name]
    if (typeof handler !== 'function')
      throw new Error(`${page.route} has no handler "${name}" for the events its WXML binds.`)
    this.clock.run(() => handler.call(page, event))
  }

  private titleOf({ route }: PageInstance): string {
    const set = this.lastCall('setNavigationBarTitle')?.title
    const { navigationBarTitleText } = this.readJson(`${route}.json`)
    return String(set ?? navigationBarTitleText ?? this.appJson.window?.navigationBarTitleText ?? '')
  }

  private lastCall(api: string): Options | undefined {
    return this.calls.filter((call) => call.api === api).at(-1)?.options
  }

  private readJson(file: string): Options {
    const place = path.join(this.dist, file)
    return existsSync(place) ? (JSON.parse(readFileSync(place, 'utf8')) as Options) : {}
  }

  private appLife(name: string, argument?: unknown): void {
    const handler = this.app[name]
    if (typeof handler === 'function') this.clock.run(() => handler.call(this.app, argument))
  }

  /** Everything that WeChat gives a module, and nothing of Node or a browser. */
  private globals(cloud: NonNullable<OpenOptions['cloud']>): Record<string, unknown> {
    const { clock, storage, files, sketch, answer: answers, calls, pending, device, launch, listeners } = this
    const wx = createWx({
      ...{ clock, storage, files, sketch, answers, calls, pending, device, launch, listeners },
      onError: (error) => void this.errors.push(error),
      navigate: (kind, options) => {
        const before = this.beforeNavigation?.(kind)
        const way = () => this.stack.navigate(kind, options)
        return before ? before.then(way) : way()
      },
      callFunction: cloud,
    })
    const log = (level: string) => [
      level,
      (...parts: unknown[]) => void this.console.push({ level, text: say(parts) }),
    ]
    return {
      wx,
      console: Object.fromEntries(['log', 'info', 'warn', 'error', 'debug'].map(log)),
      setTimeout: clock.setTimeout,
      clearTimeout: clock.clear,
      setInterval: clock.setInterval,
      clearInterval: clock.clear,
      App: (options: Options) => {
        this.app = options
      },
      Page: (options: Options) => this.stack.define(options),
      Component: (options: Options) => this.stack.define(options),
      Behavior: (options: Options) => options,
      getApp: () => this.app,
      getCurrentPages: () => [...this.stack.pages],
    }
  }
}

async function offline(): Promise<never> {
  throw Object.assign(new Error('request:fail '), { errCode: -1, errno: 600001 })
}

function say(parts: unknown[]): string {
  return parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(' ')
}
