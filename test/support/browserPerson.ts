import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { phone } from './chromium'

/** A tap that is taken has its answer well within this time. */
const answerMs = 10_000

/** A person with a browser of their own: what they see, and what they can do with their hands. */
export class BrowserPerson {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    /** Faults of the page; a test expects none. */
    readonly faults: string[],
  ) {}

  /** Opens the product's address in a fresh browser whose clock agrees with the cloud's. */
  static async at(
    browser: Browser,
    url: string,
    now: number,
    options: BrowserContextOptions = phone,
  ): Promise<BrowserPerson> {
    const context = await browser.newContext(options)
    await context.clock.install({ time: now })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.setDefaultTimeout(60_000)
    await page.goto(url)
    return new BrowserPerson(context, page, faults)
  }

  /** The page in view: Taro keeps the pages behind it in the document. */
  get view(): Locator {
    return this.page.locator('.taro_page').filter({ visible: true }).last()
  }

  /** A button or a link; a person does not tell them apart. */
  control(name: string | RegExp): Locator {
    const named = { name, ...(typeof name === 'string' && { exact: true }) }
    return this.view.getByRole('button', named).or(this.view.getByRole('link', named))
  }

  async tap(name: string | RegExp): Promise<void> {
    await this.control(name).click()
  }

  /**
   * Taps a row's button, and once more where that did not bring `answer`: a list that moves under the hand, which a
   * slow machine may do at any moment, does not take the tap.
   */
  async tapFor(answer: Locator, name: string | RegExp): Promise<void> {
    await this.tap(name)
    const answered = await answer.waitFor({ timeout: answerMs }).then(
      () => true,
      () => false,
    )
    if (answered) return
    await this.tap(name)
    await answer.waitFor()
  }

  /** Goes to one of the three tabs. */
  async tab(name: string): Promise<void> {
    await this.view.getByRole('navigation').getByText(name, { exact: true }).click()
  }

  /** Chooses one of a group of options. */
  async choose(group: string, option: string): Promise<void> {
    const named = { name: group, exact: true }
    const chips = this.view.getByRole('radiogroup', named).or(this.view.getByRole('group', named))
    await chips.getByText(option, { exact: true }).click()
  }

  /** Taps a text that is exactly this, for example a card's title. */
  async touch(words: string): Promise<void> {
    await this.view.getByText(words, { exact: true }).first().click()
  }

  async type(label: string | RegExp, text: string): Promise<void> {
    await this.view.getByLabel(label, { ...(typeof label === 'string' && { exact: true }) }).fill(text)
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.view.getByText(text).first().waitFor()
  }

  async text(): Promise<string> {
    return this.view.innerText()
  }

  /** Signs in as one of the sample people, from the page to which the product leads a visitor. */
  async enterAs(name: string): Promise<void> {
    await this.tap('登录')
    await this.view.getByText(name, { exact: true }).click()
    await this.sees(new RegExp(`${name}，`))
  }
}
