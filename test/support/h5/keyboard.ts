import type { Page } from 'playwright-core'
import type { Focused, Noted, Stop } from './page'

/** The focus ring is 3 px wide; weak eyes do not see a narrower one. */
const leastRingPx = 2
/** Stops inside one native date or time input. */
const partsOfInput = 6

export interface Walk {
  /** Controls that Tab does not reach; of a group of radios, one is enough. */
  unreached: string[]
  /** Controls that show no ring when they have the focus. */
  unseen: string[]
  /** Controls that lie under a bar when they have the focus. */
  covered: string[]
  /** Controls that do nothing on their keys. */
  idle: string[]
  /** How many controls there are. */
  count: number
}

const focused = (page: Page): Promise<Focused> => page.evaluate(() => window.probe.focused())
const stopsOf = (page: Page): Promise<Stop[]> => page.evaluate(() => window.probe.stops())

/**
 * Goes by Tab alone through the page in front, or the sheet over it, and tries the keys of each control:
 * Enter and Space on a button, Enter on a link, Space on a box, typing in a field. Their effects are noted,
 * but do not happen.
 */
export async function walk(page: Page): Promise<Walk> {
  const stops = await stopsOf(page)
  await page.evaluate(() => {
    if (!document.querySelector('[role="dialog"]')) (document.activeElement as HTMLElement | null)?.blur()
    window.probe.dryRun(true)
  })
  const reached = new Map<number, Focused>()
  const idle: string[] = []
  let tried: Focused | undefined
  const judge = (noted: Noted[]) => {
    if (!tried) return
    const { index, name } = tried
    const silent = keysOf(tried).filter(
      (key) => !noted.some((each) => each.index === index && each.key === key),
    )
    idle.push(...silent.map((key) => `${name} does nothing on ${key}`))
    tried = undefined
  }
  const most = stops.length + partsOfInput * 3 + 3
  for (let presses = 0; presses < most && reached.size < stops.length; presses++) {
    await page.keyboard.press('Tab')
    const { noted, here } = await page.evaluate(() => window.probe.step())
    judge(noted)
    if (here.index < 0 || reached.has(here.index)) continue
    reached.set(here.index, here)
    for (const key of keysOf(here)) await page.keyboard.press(key)
    tried = here
  }
  judge(await page.evaluate(() => window.probe.dryRun(false)))
  const inGroup = new Set([...reached.keys()].map((index) => stops[index]?.group).filter(Boolean))
  const seen = [...reached.values()]
  return {
    unreached: stops
      .filter(({ group }, index) => !reached.has(index) && !(group && inGroup.has(group)))
      .map(({ name }) => name),
    unseen: seen.filter(({ outlinePx }) => outlinePx < leastRingPx).map(({ name }) => name),
    covered: seen.filter(({ covered }) => covered).map(({ name }) => name),
    idle,
    count: stops.length,
  }
}

/** The codes of the keys on which a control must do something. */
function keysOf({ tag, type }: Focused): string[] {
  if (tag === 'A') return ['Enter']
  if (tag === 'BUTTON') return ['Enter', 'Space']
  if (type === 'checkbox') return ['Space']
  if (type === 'radio') return [] // see arrows()
  return type === 'date' || type === 'time' ? ['ArrowUp'] : ['Digit1']
}

/** Goes through every group of radios by the arrow keys; names those that are not reached and chosen. */
export async function arrows(page: Page): Promise<string[]> {
  const groups = new Set((await stopsOf(page)).map(({ group }) => group).filter(Boolean))
  const faults: string[] = []
  for (const group of groups) {
    const members = await page.evaluate((name) => window.probe.enter(name), group)
    for (let presses = 0; presses < members.length; presses++) await page.keyboard.press('ArrowDown')
    const chosen = await page.evaluate(() => window.probe.chosen())
    const left = members.filter((_, index) => !chosen.includes(index))
    faults.push(...left.map((name) => `${name} is not chosen by arrows`))
  }
  return faults
}

export interface Escape {
  /** After how many key presses the focus was outside the sheet. */
  escapes: string[]
  /** The focus is in the sheet again after a touch beside it. */
  trappedAfterVeil: boolean
  /** How many sheets are open after Escape. */
  open: number
  /** Where the focus is then. */
  focus: Focused
}

/** Goes round the sheet by Tab in both directions, touches beside it, and closes it by Escape. */
export async function leaveSheet(page: Page): Promise<Escape> {
  const { length } = await stopsOf(page)
  const escapes: string[] = []
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let presses = 1; presses <= length + 2; presses++) {
      await page.keyboard.press(key)
      if (!(await focused(page)).inSheet) escapes.push(`${presses} times ${key}`)
    }
  }
  await page.locator('.sheet-veil').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('Tab')
  const trappedAfterVeil = (await focused(page)).inSheet
  await page.keyboard.press('Escape')
  const isBack = () => !document.querySelector('[role="dialog"]') && window.probe.focused().tag === 'BUTTON'
  await page.waitForFunction(isBack).catch(() => {}) // the result says what is missing
  return {
    ...{ escapes, trappedAfterVeil },
    open: await page.locator('[role="dialog"]').count(),
    focus: await focused(page),
  }
}

/** Presses Tab until a control with this text has the focus. Throws where none is reached. */
export async function tabTo(page: Page, words: string | RegExp): Promise<void> {
  const most = (await stopsOf(page)).length + partsOfInput * 3 + 3
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab')
    const { name, index } = await focused(page)
    if (index >= 0 && (typeof words === 'string' ? name.includes(words) : words.test(name))) return
  }
  throw new Error(`Tab does not reach ${words}`)
}
