import { readFileSync } from 'node:fs'
import path from 'node:path'

const tokens = readFileSync(path.resolve(__dirname, '../../src/theme/tokens.scss'), 'utf8')

function palette(theme: 'light' | 'dark'): Record<string, string> {
  const block = tokens.split(`@mixin ${theme} {`)[1]?.split('\n}')[0] ?? ''
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  )
}

/** WCAG 2 relative luminance. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['paper', 'card', 'paper-deep']
const text = [
  ...['ink', 'ink-soft', 'cinnabar', 'pine', 'ochre'].flatMap((word) =>
    grounds.map((ground) => [word, ground]),
  ),
  ...['cinnabar', 'pine', 'ochre'].flatMap((wash) => [
    ['ink', `${wash}-wash`],
    [wash, `${wash}-wash`],
  ]),
  ['on-fill', 'cinnabar-fill'],
  ['on-fill', 'pine-fill'],
  ['moss', 'pine-wash'],
]
const edges = ['line-strong', 'focus'].flatMap((edge) => grounds.map((ground) => [edge, ground]))

describe.each(['light', 'dark'] as const)('In the %s theme', (theme) => {
  const colours = palette(theme)
  const between = (one: string, other: string) => contrast(colours[one] ?? '', colours[other] ?? '')

  it.each(text)('words in %s on %s reach 4.5:1', (word, ground) => {
    expect(between(word as string, ground as string)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(edges)('the edge %s on %s reaches 3:1', (edge, ground) => {
    expect(between(edge as string, ground as string)).toBeGreaterThanOrEqual(3)
  })
})
