/**
 * Draws the icons of the tab bar, for which WeChat takes PNG only. One middle tone serves light and dark
 * (3:1 on both grounds).
 *
 *   node scripts/drawTabs.mjs        writes <tab>.png and <tab>-here.png into src/theme/tabs/
 *
 * The shapes are those of the icons; the browser is found as the tests find it.
 */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const pixels = 81
const looks = { '': { colour: '#8d7760', weight: 1.7 }, '-here': { colour: '#cf4a35', weight: 2.2 } }
const tabs = ['home', 'activities', 'hall', 'me']

const require = createRequire(import.meta.url)
require('tsx/cjs')
const { iconDrawings } = require('../config/drawings.ts')
const { ensureChromium } = require('../test/support/chromium.ts')
const drawings = iconDrawings()

const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage({ viewport: { width: pixels, height: pixels } })
for (const name of tabs) {
  for (const [suffix, { colour, weight }] of Object.entries(looks)) {
    const stroke = `fill='none' stroke='${colour}' stroke-width='${weight}' stroke-linecap='round' stroke-linejoin='round'`
    const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='${pixels}' height='${pixels}' viewBox='0 0 24 24'><path d='${drawings[name]}' ${stroke}/></svg>`
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`)
    const path = fileURLToPath(new URL(`../src/theme/tabs/${name}${suffix}.png`, import.meta.url))
    await page.screenshot({ path, omitBackground: true })
  }
}
await browser.close()
