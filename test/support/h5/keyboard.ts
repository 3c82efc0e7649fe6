import type { Page } from 'playwright-core'
import { lineTo } from './line'
import type { Focused, Stop } from './page'

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
const step = (page: Page) => page.evaluate(() => window.probe.step())

/** What the browser is told of each key. */
const keys = {
  Tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
  ShiftTab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers: 8 },
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Space: { key: ' ', code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
  ArrowUp: { key: 'ArrowUp', code: 'ArrowUp', windowsVirtualKeyCode: 38 },
  ArrowDown: { key: 'ArrowDown', code: 'ArrowDown', windowsVirtualKeyCode: 40 },
  Digit1: { key: '1', code: 'Digit1', windowsVirtualKeyCode: 49, text: '1' },
} as const
type Key = keyof typeof keys
const times = (count: number, key: Key): Key[] => Array(count).fill(key)

/** Presses keys one after the other, waiting for the last alone. */
async function press(page: Page, pressed: readonly Key[]): Promise<void> {
  const line = await lineTo(page)
  await Promise.all(
    pressed.flatMap((name) => {
      const { text, ...key } = { text: undefined, ...keys[name] }
      const down = text ? ({ type: 'keyDown', text } as const) : ({ type: 'rawKeyDown' } as const)
      return [
        line.send('Input.dispatchKeyEvent', { ...down, ...key }),
        line.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
      ]
    }),
  )
}

/**
 * Goes by Tab alone through the page in front, or the sheet over it, and tries the keys of each control:
 * Enter and Space on a button, Enter on a link, Space on a box, typing in a field. Their effects are noted,
 * but do not happen. From a control that Tab has reached, the keys for those that should follow are sent together.
 */
export async function walk(page: Page): Promise<Walk> {
  const stops = await stopsOf(page)
  await page.evaluate(() => {
    if (!document.querySelector('[role="dialog"]')) (document.activeElement as HTMLElement | null)?.blur()
    window.probe.dryRun(true)
  })
  const order = tabOrder(stops)
  const reached = new Map<number, Focused>()
  const idle: string[] = []
  const most = stops.length + partsOfInput * 3 + 3
  for (let presses = 0; presses < most && reached.size < order.length; presses++) {
    await press(page, ['Tab'])
    const here = (await step(page)).been.at(-1)
    if (!here || here.index < 0 || reached.has(here.index)) continue
    const run = runFrom(here.index, order, stops)
    const tried = run.map((index) => keysOf(stops[index] ?? here))
    await press(
      page,
      tried.flatMap((each, at) => (at === 0 ? each : ['Tab', ...each])),
    )
    const { noted, been } = await step(page)
    const seen = [here, ...been]
    for (const [at, index] of run.entries()) {
      const one = seen[at]
      if (one?.index !== index) break // another came; the next Tab goes on from it
      reached.set(index, one)
      const silent = tried[at]?.filter(
        (key) => !noted.some((each) => each.index === index && each.key === key),
      )
      idle.push(...(silent ?? []).map((key) => `${one.name} does nothing on ${key}`))
    }
  }
  await page.evaluate(() => window.probe.dryRun(false))
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

/** The indexes of the controls where Tab should stop: of a group of radios at the one chosen, or at the first. */
const tabOrder = (stops: readonly Stop[]): number[] =>
  [...stops.keys()].filter((index) => {
    const { group } = stops[index] as Stop
    if (!group) return true
    const members = [...stops.keys()].filter((each) => stops[each]?.group === group)
    return index === (members.find((each) => stops[each]?.checked) ?? members[0])
  })

/** A stop and those that should follow it, up to an input in which Tab goes through its parts. */
function runFrom(index: number, order: readonly number[], stops: readonly Stop[]): number[] {
  const at = order.indexOf(index)
  if (at < 0) return [index]
  const rest = order.slice(at)
  const last = rest.findIndex((each) => hasParts(stops[each] as Stop))
  return last < 0 ? rest : rest.slice(0, last + 1)
}

const hasParts = ({ type }: Pick<Stop, 'type'>) => type === 'date' || type === 'time'

/** The keys on which a control must do something. */
function keysOf({ tag, type }: Pick<Stop, 'tag' | 'type'>): Key[] {
  if (tag === 'A') return ['Enter']
  if (tag === 'BUTTON') return ['Enter', 'Space']
  if (type === 'checkbox') return ['Space']
  if (type === 'radio') return [] // see arrows()
  return hasParts({ type }) ? ['ArrowUp'] : ['Digit1']
}

/** Goes through every group of radios by the arrow keys; names those that are not reached and chosen. */
export async function arrows(page: Page): Promise<string[]> {
  const groups = new Set((await stopsOf(page)).map(({ group }) => group).filter(Boolean))
  const faults: string[] = []
  for (const group of groups) {
    const members = await page.evaluate((name) => window.probe.enter(name), group)
    await press(page, times(members.length, 'ArrowDown'))
    const chosen = await page.evaluate(() => window.probe.chosen())
    const left = members.filter((_, index) => !chosen.includes(index))
    faults.push(...left.map((name) => `${name} is not chosen by arrows`))
  }
  return faults
}

export interface Escape {
  /** Where the focus was outside the sheet. */
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
  await page.evaluate(() => window.probe.dryRun(true))
  await press(page, [...times(length + 2, 'Tab'), ...times(length + 2, 'ShiftTab')])
  const { been } = await step(page)
  await page.evaluate(() => window.probe.dryRun(false))
  await page.locator('.sheet-veil').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('Tab')
  const trappedAfterVeil = (await focused(page)).inSheet
  await page.keyboard.press('Escape')
  const isBack = () => !document.querySelector('[role="dialog"]') && window.probe.focused().tag === 'BUTTON'
  await page.waitForFunction(isBack).catch(() => {}) // the result says what is missing
  return {
    escapes: been.filter(({ inSheet }) => !inSheet).map(({ name }) => name),
    trappedAfterVeil,
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
