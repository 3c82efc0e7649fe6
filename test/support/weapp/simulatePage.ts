import path from 'node:path'
import { shortName } from './longNames'

type Options = Record<string, unknown>
interface Rendered {
  instance: Options & { setData(changes: Options, done?: () => void): void }
  dom: HTMLElement
  attach(parent: HTMLElement): void
  querySelector(selector: string): { dispatchEvent(type: string, given: object): void } | undefined
  detach(): void
}

/** A compiled page in WeChat's simulator of components. */
export interface SimulatedPage {
  /** What the page asked of the cloud, in order. */
  asked: { op: string; input: unknown }[]
  /** Taps the innermost element with this text. */
  tap(words: string): Promise<void>
  /** Types into the only field of the page. */
  type(text: string): Promise<void>
  /** Waits until the page has this text. Throws after `limitMs`; the default is a minute. */
  until(words: string, limitMs?: number): Promise<void>
  close(): void
}

/**
 * Starts the mini-program of `dist` and renders one page. The simulator knows components only, so the page's
 * handlers must be methods; that holds for pages without a CustomWrapper. `dist` must be outside of the
 * project, and each call needs modules that were not loaded before (`jest.resetModules`). The simulator keeps
 * the templates it has compiled: each test file has one dist.
 */
export async function simulatePage(
  dist: string,
  route: string,
  query: Record<string, string>,
  answer: (op: string) => unknown,
): Promise<SimulatedPage> {
  const simulate = require('miniprogram-simulate')
  const own = globalThis as unknown as Record<string, unknown> & {
    Component(definition: object): unknown
    wx: Options
  }
  const asked: SimulatedPage['asked'] = []
  let app: Options = {}
  const { Component } = own
  Object.assign(own, {
    __wxConfig: {},
    App: (options: Options) => {
      app = options
    },
    Page: (options: Options) => Component(asComponent(options)),
    getApp: () => app,
    getCurrentPages: () => [{ route, options: query }],
  })
  Object.assign(own.wx, {
    cloud: {
      init() {},
      async callFunction({ data }: { data: { op: string; input: unknown } }) {
        asked.push(data)
        return { result: { ok: true, data: JSON.parse(JSON.stringify(answer(data.op))) } }
      },
    },
    pageScrollTo: async () => ({}),
  })
  require(path.join(dist, 'app.js'))
  const launch = { path: route, query, scene: 1001 }
  ;(app.onLaunch as (options: Options) => void).call(app, launch)

  const id = simulate.load(path.join(dist, route), { rootPath: dist, compiler: 'official' })
  const page: Rendered = simulate.render(id)
  const box = document.createElement('div')
  document.body.appendChild(box)
  page.attach(box)
  Object.assign(page.instance, { route, options: query })
  const life = (name: string, argument?: unknown) =>
    (page.instance[name] as ((given: unknown) => void) | undefined)?.call(page.instance, argument)
  life('onLoad', query)
  life('onShow')
  life('onReady')

  const reads = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  const turn = () => new Promise((resolve) => setTimeout(resolve, 10))
  return {
    asked,
    async tap(words) {
      const found = [...box.querySelectorAll('*')].filter((element) => reads(element) === words).at(-1)
      if (!found) throw new Error(`There is no 「${words}」: ${reads(box)}`)
      for (const type of ['touchstart', 'touchend']) found.dispatchEvent(touch(type))
      await turn()
    },
    async type(text) {
      // the simulator draws no field, so the event is all there is of one
      const field = page.querySelector(`.${shortName('input')}`)
      if (!field) throw new Error(`There is no field: ${reads(box)}`)
      field.dispatchEvent('input', { detail: { value: text, cursor: text.length } })
      await turn()
    },
    async until(words, limitMs = 60_000) {
      const deadline = Date.now() + limitMs
      while (!reads(box).includes(words)) {
        if (Date.now() > deadline) throw new Error(`「${words}」 did not come: ${reads(box)}`)
        await turn()
      }
    },
    close() {
      life('onUnload')
      page.detach()
      box.remove()
      // Webpack keeps its modules there, and the next page brings its own
      for (const place of [own, own.wx])
        for (const name of Object.keys(place)) if (name.includes('webpackJsonp')) delete place[name]
    },
  }
}

function asComponent({ data, ...members }: Options): object {
  const methods = Object.entries(members).filter(([, member]) => typeof member === 'function')
  return { data, methods: Object.fromEntries(methods) }
}

function touch(type: string): Event {
  const event = new Event(type, { bubbles: true, cancelable: true })
  const at = { identifier: 1, clientX: 0, clientY: 0, pageX: 0, pageY: 0, screenX: 0, screenY: 0 }
  const touches = type === 'touchend' ? [] : [at]
  return Object.assign(event, { touches, targetTouches: touches, changedTouches: [at] })
}
