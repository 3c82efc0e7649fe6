import path from 'node:path'
import { buildSync } from 'esbuild'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { phone } from '#support/chromium'
import { MiniProgram, type OpenOptions } from '#support/weapp/miniProgram'
import type { Worked } from './builtins'
import type { CompiledView } from './compileView'
import type { ViewLayer } from './viewLayer'

/** An address that nobody serves: the page is empty, and every other address is refused. */
const nowhere = 'http://mini.program/'
let bundle: string | undefined

/**
 * A person with the mini-program on a phone. The logic runs here, as in WeChat's own thread, the view runs in
 * a browser, and only plain data goes between them. The person acts by touches and keys.
 */
export class PhonePerson implements ViewLayer {
  /** Faults of the view; a test expects none. */
  readonly faults: string[] = []
  private readonly queue: Promise<unknown>[] = []
  private program: MiniProgram | undefined

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async with(
    browser: Browser,
    compiled: CompiledView,
    { url, ...options }: Omit<OpenOptions, 'view'>,
    look: BrowserContextOptions = phone,
  ): Promise<PhonePerson> {
    const context = await browser.newContext(look)
    const page = await context.newPage()
    const person = new PhonePerson(context, page)
    page.setDefaultTimeout(60_000)
    page.on('pageerror', (error) => person.faults.push(error.message))
    page.on('console', (message) => message.type() === 'error' && person.faults.push(message.text()))
    await page.route('**/*', (route) =>
      route.request().url() === nowhere
        ? route.fulfill({
            contentType: 'text/html',
            body: '<!doctype html><meta name="viewport" content="width=device-width,initial-scale=1"><body></body>',
          })
        : route.abort(),
    )
    await page.exposeFunction(
      'receiveEvent',
      (number: number, handler: string, event: Record<string, unknown>) =>
        person.mini.receive(number, handler, event),
    )
    await page.goto(nowhere)
    await page.addScriptTag({ content: viewScript() })
    await page.evaluate((given) => window.openView(given), compiled)
    person.program = new MiniProgram({ ...options, view: person })
    person.mini.boot(url)
    await person.mini.idle()
    return person
  }

  get mini(): MiniProgram {
    if (!this.program) throw new Error('The mini-program is not open yet.')
    return this.program
  }

  /** The page in view. */
  get front(): Locator {
    return this.page.locator('.view-page.front')
  }

  /** Touches a control by role and name, and waits for stillness. */
  async tap(name: string | RegExp, role: Parameters<Locator['getByRole']>[0] = 'button'): Promise<void> {
    await this.front.getByRole(role, { name, ...(typeof name === 'string' && { exact: true }) }).tap()
    await this.mini.idle()
  }

  /** Touches a text that is exactly this. */
  async touch(words: string): Promise<void> {
    await this.front.getByText(words, { exact: true }).first().tap()
    await this.mini.idle()
  }

  /**
   * Types into a field, key by key. Taro sends every value it hears back to the field, so that keys faster than the
   * bridge lose characters, here as on a phone: each key waits until the one before it has come back.
   */
  async type(label: string, text: string): Promise<void> {
    const field = this.front.getByLabel(label, { exact: true })
    await field.tap()
    await field.fill('')
    await this.mini.idle()
    for (const key of text) {
      await field.pressSequentially(key)
      await this.mini.idle()
    }
  }

  /** What the wheels of a picker would give. */
  async choose(label: RegExp, value: string): Promise<void> {
    await this.front
      .getByRole('button', { name: label })
      .evaluate((element, given) => (element as Worked).choose?.(given), value)
    await this.mini.idle()
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.front.getByText(text).first().waitFor()
  }

  async text(): Promise<string> {
    return this.front.innerText()
  }

  async complaints(): Promise<string[]> {
    return [...this.faults, ...(await this.page.evaluate(() => window.view.complaints))]
  }

  async close(): Promise<void> {
    this.mini.close()
    await this.settled().catch(() => {})
    await this.context.close()
  }

  open(page: number, route: string, data: object): void {
    this.send(([number, where, what]) => window.view.open(number, where, what), [page, route, data] as const)
  }

  setData(page: number, changes: object): void {
    this.send(([number, what]) => window.view.setData(number, what), [page, changes] as const)
  }

  closePage(page: number): void {
    this.send((number) => window.view.closePage(number), page)
  }

  toFront(page: number): void {
    this.send((number) => window.view.toFront(number), page)
  }

  async settled(): Promise<void> {
    while (this.queue.length > 0) await Promise.all(this.queue.splice(0))
  }

  /** Sends messages in order; the browser takes one after the other. */
  private send<Given>(work: (given: Given) => void, given: Given): void {
    this.queue.push(this.page.evaluate(work as never, given))
  }
}

function viewScript(): string {
  bundle ??= buildSync({
    entryPoints: [path.join(__dirname, 'inBrowser.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
  }).outputFiles[0]?.text as string
  return bundle
}
