/**
 * Draws the icons of the tab bar, for which WeChat takes PNG only. One middle tone serves light and dark
 * (3:1 on both grounds).
 *
 *   node scripts/drawTabs.mjs        writes <tab>.png and <tab>-here.png into src/theme/tabs/
 *
 * CHROMIUM names another browser than /usr/bin/chromium. The shapes are those of src/ui/Icon.scss.
 */
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const pixels = 81
const looks = { '': { colour: '#8d7760', weight: 1.7 }, '-here': { colour: '#cf4a35', weight: 2.2 } }
const shapes = {
  home: "<path d='M3 11.5L12 4l9 7.5'/><path d='M5.5 10v10h13V10'/><path d='M9 20v-6h6v6M12 14v6M9 17h6'/>",
  activities:
    "<path d='M12 2v2.5M8.5 4.5h7M8.5 17h7M12 17v4M10 21h4'/><path d='M8.5 4.5C5.6 6 4 8.2 4 10.8s1.6 4.7 4.5 6.2M15.5 4.5c2.9 1.5 4.5 3.7 4.5 6.3s-1.6 4.7-4.5 6.2'/><path d='M10 4.7c-1.4 4-1.4 8.2 0 12.1M14 4.7c1.4 4 1.4 8.2 0 12.1'/>",
  hall: "<path d='M3 9l9-5 9 5'/><path d='M5 9v10M19 9v10M3 20h18'/><path d='M9 20v-7h6v7'/>",
  me: "<circle cx='12' cy='8' r='4'/><path d='M4 21c.5-4.5 3.8-7 8-7s7.5 2.5 8 7'/>",
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage({ viewport: { width: pixels, height: pixels } })
for (const [name, shape] of Object.entries(shapes)) {
  for (const [suffix, { colour, weight }] of Object.entries(looks)) {
    const stroke = `fill='none' stroke='${colour}' stroke-width='${weight}' stroke-linecap='round' stroke-linejoin='round'`
    const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='${pixels}' height='${pixels}' viewBox='0 0 24 24'><g ${stroke}>${shape}</g></svg>`
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`)
    const path = fileURLToPath(new URL(`../src/theme/tabs/${name}${suffix}.png`, import.meta.url))
    await page.screenshot({ path, omitBackground: true })
  }
}
await browser.close()
