import { randomBytes } from 'node:crypto'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { noteAsked } from '#support/h5/asked'
import { axeFaults } from '#support/h5/axe'
import { arrows, tabTo, walk } from '#support/h5/keyboard'
import { countScripts, loadFaults, ownScripts } from '#support/h5/load'
import { readTree } from '#support/h5/order'
import { builtPages, distH5, type Gallery, openGallery, visitOf } from '#support/h5/page'
import { noteBlocked } from '#support/h5/policy'
import { strayPages } from '#support/h5/visits'

/** Each gate gets a page that breaks its rule. The page is changed on its way to the browser, or in it. */
let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const me = visitOf('pages/me', 'a leader')
const inbox = visitOf('packages/inbox/index', 'unread')

/** Adds rules to every stylesheet on its way to the browser. */
const restyled = (css: string) => (page: Page) =>
  page.route('**/*.css', async (route) => {
    const reply = await route.fetch()
    await route.fulfill({ response: reply, body: `${await reply.text()}\n${css}` })
  })

/** Runs something in the page before its own scripts. */
const tampered = (script: () => void) => (page: Page) => page.addInitScript(script)

async function found(page: Page, gate: (page: Page) => Promise<string[]>): Promise<string> {
  const faults = await gate(page)
  await page.close()
  return faults.join('\n')
}

describe('A gate finds', () => {
  it('a page that nobody visits', () => {
    expect(strayPages([...builtPages(), 'packages/activity/index'])).toEqual(['packages/activity/index'])
    expect(strayPages(builtPages().slice(1))).toHaveLength(1)
  })

  it('a button without a name', async () => {
    const page = await gallery.open(me)
    await page.evaluate(() => document.querySelector('.row-pressable')?.replaceChildren())
    expect((await readTree(page)).nameless).toHaveLength(1)
    expect(await found(page, axeFaults)).toMatch(/^(button|link)-name/)
  })

  it('words that are too pale', async () => {
    const page = await gallery.open(me, { before: restyled(':root { --ink-soft: #b3a794 }') })
    expect(await found(page, axeFaults)).toMatch(/color-contrast/)
  })

  it('a block that only a mouse can work', async () => {
    const page = await gallery.open(me)
    await page.evaluate(() => {
      const block = document.createElement('div')
      block.textContent = 'more'
      block.onclick = () => {}
      document.querySelector('.screen-body')?.append(block)
    })
    expect(await found(page, (each) => each.evaluate(() => window.probe.mouseOnly()))).toMatch(/^div/)
  })

  it('a button that Tab passes by', async () => {
    const page = await gallery.open(me)
    await page.evaluate(() =>
      [...document.querySelectorAll('button')]
        .find(({ textContent }) => textContent === '退出登录')
        ?.setAttribute('tabindex', '-1'),
    )
    expect(await found(page, async (each) => (await walk(each)).unreached)).toMatch(/^button.*退出登录/)
  })

  it('a button that answers to no key', async () => {
    const page = await gallery.open(me)
    await page.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent === '退出登录',
      )
      for (const type of ['keydown', 'keyup'])
        button?.addEventListener(type, (event) => event.preventDefault())
    })
    expect(await found(page, async (each) => (await walk(each)).idle)).toMatch(
      /退出登录.* does nothing on Enter/,
    )
  })

  it('a choice that the arrows do not change', async () => {
    const page = await gallery.open(visitOf('packages/booking/request', 'a repair'))
    await page.evaluate(() => addEventListener('keydown', (event) => event.preventDefault(), true))
    expect(await found(page, arrows)).toMatch(/is not chosen by arrows/)
  })

  it('a focus that is not seen', async () => {
    const page = await gallery.open(inbox, {
      before: restyled('*:focus-visible { outline: none !important }'),
    })
    expect(await found(page, async (each) => (await walk(each)).unseen)).toMatch(/line-button/)
  })

  it('a bar that lies over what is focused', async () => {
    const page = await gallery.open(inbox, {
      before: restyled('.bar { position: fixed !important; height: 90vh; width: 100% }'),
    })
    expect(await found(page, async (each) => (await walk(each)).covered)).toMatch(/line-button/)
  })

  it('targets that are too small, in either mode', async () => {
    const before = restyled('.line-button { min-height: 40px !important }')
    const usual = await gallery.open(inbox, { before })
    expect(await found(usual, (each) => each.evaluate(() => window.probe.small(44)))).toMatch(/line-button/)
    const elder = await gallery.open(inbox, {
      elder: true,
      before: restyled('.elder { --hit: 52px !important }'),
    })
    expect(await found(elder, (each) => each.evaluate(() => window.probe.small(60)))).toMatch(/line-button/)
  })

  it('text of elder mode that is too small, and lines that are too close', async () => {
    const gate = (each: Page) => each.evaluate(() => window.probe.tight({ size: 18, line: 1.3 }))
    const small = await gallery.open(inbox, {
      elder: true,
      before: restyled('.elder { --text-scale: 1 !important }'),
    })
    expect(await found(small, gate)).toMatch(/is written 15 px/)
    const close = await gallery.open(inbox, {
      elder: true,
      before: restyled('.notice { line-height: 1.2 !important }'),
    })
    expect(await found(close, gate)).toMatch(/lines of 1\.20/)
  })

  it('a line that does not fit', async () => {
    const page = await gallery.open(me, {
      before: restyled('.row-words { white-space: nowrap; min-width: auto }'),
    })
    await page.setViewportSize({ width: 320, height: 640 })
    await page.evaluate(() => document.documentElement.style.setProperty('--text-scale', '1.65'))
    expect(await found(page, (each) => each.evaluate(() => window.probe.cut()))).toMatch(
      /is cut|leaves the window/,
    )
  })

  it('blocks that stand in another order than they are read', async () => {
    const css = '.screen-body { display: flex !important; flex-direction: column-reverse }'
    const page = await gallery.open(me, { before: restyled(css) })
    expect(await found(page, async (each) => (await readTree(each)).misplaced)).toMatch(/stands above it/)
  })

  it('a line that stands in another order than it is read', async () => {
    const page = await gallery.open(inbox, {
      before: restyled('.notice-ways { flex-direction: row-reverse }'),
    })
    expect(await found(page, async (each) => (await readTree(each)).misplaced)).toMatch(/stands on its left/)
  })

  it('a page without its landmark, or with a second first heading', async () => {
    const page = await gallery.open(me)
    await page.evaluate(() => {
      document.querySelector('main')?.setAttribute('role', 'presentation')
      document
        .querySelector('.screen-body')
        ?.append(Object.assign(document.createElement('h1'), { textContent: 'two' }))
    })
    const { landmarks, firstHeadings } = await readTree(page)
    expect(landmarks).not.toContain('main')
    expect(firstHeadings).toHaveLength(2)
    await page.close()
  })

  it('news that nobody hears', async () => {
    const page = await gallery.open(visitOf('packages/booking/request', 'a repair'), {
      before: tampered(() => {
        const set = Element.prototype.setAttribute
        Element.prototype.setAttribute = function (name, value) {
          if (name !== 'aria-live' && !(name === 'role' && /alert|status/.test(value)))
            set.call(this, name, value)
        }
      }),
    })
    await tabTo(page, '提交预约')
    await page.keyboard.press('Enter')
    await page.locator('.field-error').first().waitFor()
    expect(await page.evaluate(() => window.probe.heard())).toEqual([])
    await page.close()
  })

  it('a step that leaves the focus nowhere', async () => {
    const page = await gallery.open(visitOf('packages/inbox/index', 'one unread'), {
      before: tampered(() => {
        HTMLElement.prototype.focus = () => {}
      }),
    })
    const first = page.getByRole('button', { name: '知道了' }).first()
    const name = (await first.getAttribute('aria-label')) ?? ''
    await tabTo(page, '知道了')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => window.probe.focused())).toMatchObject({ onBody: true })
    await page.close()
  })

  it('a sheet that lets the focus out', async () => {
    const page = await gallery.open(visitOf('pages/me', 'signing out'), {
      before: tampered(() => {
        addEventListener('keydown', (event) => event.stopImmediatePropagation(), true)
      }),
    })
    const inside: boolean[] = []
    for (let presses = 0; presses < 5; presses++) {
      await page.keyboard.press('Tab')
      inside.push((await page.evaluate(() => window.probe.focused())).inSheet)
    }
    expect(inside).toContain(false)
    await page.close()
  })

  it('a draft that Back loses', async () => {
    const page = await gallery.open(visitOf('packages/booking/request', 'a repair'), {
      before: tampered(() => {
        Storage.prototype.setItem = () => {}
      }),
    })
    await page.getByLabel('具体要做什么').fill('大门的锁拧不动')
    await page.reload()
    await page.getByLabel('具体要做什么').waitFor()
    expect(await page.getByLabel('具体要做什么').inputValue()).toBe('')
    await page.close()
  })

  it('a page that asks for the same twice', async () => {
    let twice = (): string[] => []
    const page = await gallery.open(inbox, {
      before: async (each) => {
        twice = noteAsked(each)
        await each.addInitScript(() => {
          const once = window.fetch
          window.fetch = (...asked) => {
            void once(...asked)
            return once(...asked)
          }
        })
      },
    })
    expect(await found(page, async () => twice())).toMatch(/"inbox.list"/)
  })

  it('what the policy of the page keeps away, before and after a reload', async () => {
    let blocked = (): string[] => []
    const page = await gallery.open(inbox, {
      before: async (each) => {
        blocked = noteBlocked(each)
      },
    })
    const add = (tag: 'img' | 'script', src: string) =>
      page.evaluate(
        async ([name, from]) => {
          const element = Object.assign(document.createElement(name), { src: from })
          const ended = new Promise((resolve) => element.addEventListener('error', resolve))
          document.body.append(element)
          await ended
        },
        [tag, src] as const,
      )
    await add('img', 'https://elsewhere.example/a.png')
    await page.reload()
    await page.evaluate(() => fetch('https://elsewhere.example/b').catch(() => {}))
    await add('script', 'https://elsewhere.example/c.js')
    expect(await found(page, async () => blocked())).toBe(
      [
        'img-src https://elsewhere.example/a.png',
        'connect-src https://elsewhere.example/b',
        'script-src-elem https://elsewhere.example/c.js',
      ].join('\n'),
    )
  })

  it('a first load that brings a later page, or is too large', async () => {
    const context = await gallery.browser.newContext()
    const page = await context.newPage()
    const [script = ''] = ownScripts(distH5, (name) => name === 'packages/booking/detail')
    await page.route(/\/$/, async (route) => {
      const html = readFileSync(path.join(distH5, 'index.html'), 'utf8')
      await route.fulfill({
        contentType: 'text/html',
        body: html.replace('</head>', `<script defer src="/${script}"></script></head>`),
      })
    })
    const eager = await countScripts(page, () => page.goto(`${gallery.house.cloud.url}/`))
    await context.close()
    expect(loadFaults(eager)).toContain(`${script} belongs to a later page`)

    const copy = mkdtempSync(path.join(tmpdir(), 'h5-'))
    cpSync(distH5, copy, { recursive: true })
    const { initial } = JSON.parse(readFileSync(path.join(copy, 'manifest.json'), 'utf8')) as {
      initial: string[]
    }
    const first = initial.find((file) => file.endsWith('.js')) ?? ''
    appendFileSync(path.join(copy, first), `\n// ${randomBytes(90_000).toString('base64')}`)
    expect(loadFaults({ scripts: [], bytes: 0 }, copy).join()).toMatch(/bytes of script measured/)
    rmSync(copy, { recursive: true, force: true })
  })
})
