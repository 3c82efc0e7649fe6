import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axeScript = path.resolve('node_modules/axe-core/axe.min.js')

/** A tab that is checked often has axe from the beginning; the empty page between two visits does without. */
export const axeOnPages = () => `if (location.protocol !== 'about:') {${readFileSync(axeScript, 'utf8')}\n}`

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * The faults that axe finds against WCAG 2.0 to 2.2, A and AA, one line for each element. `rules`: only
 * these, where nothing else can have changed.
 */
export async function axeFaults(page: Page, rules: readonly string[] = levels): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(readFileSync(axeScript, 'utf8'))
  // what the bar or the pinned foot of a form lies over can be scrolled clear of it, which axe does not try
  const laid = await page.addStyleTag({
    content: '.bar, .form-foot, .sheet-foot { position: static !important }',
  })
  const violations = (await page.evaluate(`axe
    .run(document, {
      runOnly: ${JSON.stringify(rules)},
      resultTypes: ['violations'],
      selectors: false,
      preload: false,
    })
    .then(({ violations }) => violations)`)) as AxeResults['violations']
  await laid.evaluate((style) => (style as Element).remove())
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 120)} ${any[0]?.message ?? ''}`.trim()),
  )
}
