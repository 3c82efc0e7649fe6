import { clipped } from '#contract/shared/text'
import { posterWords as said } from '#text/poster/poster'
import { broken, evenly, widthOf } from '#ui/drawing/typeset'

/** What a poster says. */
export interface PosterWords {
  /** Whose it is. */
  issuer: string
  /** What kind of paper it is, beside the issuer. */
  kind: string
  title: string
  /** One sentence. */
  what: string
  /** Name and text of each fact, the first read first; `ways`: the same in other words, the most readable first. */
  facts: readonly PosterFact[]
  call: string
  phone: string
  /** What is true of everything here, in small letters at the foot. */
  foot: string
}
export interface PosterFact {
  name: string
  ways: readonly (readonly string[])[]
}
/** The codes on it, each with its words. */
export interface PosterCodes {
  scan?: string | undefined
  browser?: string | undefined
}
export type CodeName = keyof PosterCodes

/** A line of text; `y` is its baseline. */
export interface LaidLine {
  text: string
  x: number
  y: number
  size: number
  bold: boolean
  middle: boolean
  /** White on a black ground. */
  onInk: boolean
}
/** A black rectangle. */
export interface LaidRule {
  x: number
  y: number
  width: number
  height: number
}
export interface LaidCode {
  name: CodeName
  x: number
  y: number
  side: number
}
export interface LaidPoster {
  width: number
  height: number
  lines: LaidLine[]
  rules: LaidRule[]
  codes: LaidCode[]
}

/** Sizes are in points of A4; the picture for a phone is as wide, and higher. */
export const a4 = { width: 595, height: 842 }
export const phonePage = { width: 595, height: 1058 }

const margin = 26
const titleLeading = 1.14
const headHeight = 40
/** The least that is read from a wall at two metres. */
export const leastTitle = 60
const titles = [116, 104, 92, 82, 74, 66, leastTitle]
/** Beyond three lines a title does not grow. */
const mostTitleLines = 3
const bodies = [34, 32, 30, 28, 26, 24, 22, 20, 18, 17, 16, 15, 14, 13]
/** Units of the one sentence. */
const mostOfWhat = 60
/** Letters of this size are read from three metres: then words are chosen by how they read, not by their size. */
const amplyRead = 24
const leastGap = 8
const mostGap = 44

interface Fitted {
  title: number
  body: number
  heads: string[]
  what: string[]
  facts: { name: string; lines: string[]; columns: number }[]
  height: number
}

/**
 * Lays a poster on a page: the largest letters with which everything has room. Nothing is cut off, since widths are
 * reckoned as the widest they can be.
 */
export function layPoster(
  words: PosterWords,
  codes: PosterCodes,
  page: { width: number; height: number },
): LaidPoster {
  const inner = page.width - 2 * margin
  const foot = footOf(words, codes, inner)
  const room = page.height - 2 * margin - headHeight - foot.height
  const fitted = largest(words, inner, room)
  const blocks = 2 + fitted.facts.length
  const gap = Math.min(mostGap, Math.max(0, room - fitted.height) / blocks) + leastGap
  return draw(words, fitted, foot, { ...page, inner, gap })
}

/** Letters as large as fit: first of the facts, then of the title. Where nothing has room, the sentence goes first. */
function largest(words: PosterWords, inner: number, room: number): Fitted {
  const sized = titles.map((size) => ({ size, lines: evenly(words.title, inner / size) }))
  // a title with a space is rather smaller than parted elsewhere
  const parted = sized.filter(({ lines }) => lines.length > 1 && lines.join(' ') === words.title)
  const heads = [...parted, ...sized.filter((each) => !parted.includes(each))]
  const fitting = (body: number, facts: Arranged[]): Fitted | undefined => {
    for (const arranged of facts)
      for (const { size, lines } of heads) {
        const fitted = composed(words, { size, lines }, body, arranged, inner)
        const may = size === leastTitle || lines.length <= mostTitleLines
        if (may && fitted.height <= room) return fitted
      }
    return undefined
  }
  for (const body of bodies.filter((size) => size >= amplyRead)) {
    const fitted = fitting(body, arrangements(words, body, inner, { columns: [1], ways: 1 }))
    if (fitted) return fitted
  }
  for (const body of bodies) {
    const fitted = fitting(body, arrangements(words, body, inner))
    if (fitted) return fitted
  }
  const least = sized[sized.length - 1] ?? { size: leastTitle, lines: [words.title] }
  const body = bodies[bodies.length - 1] ?? 13
  return words.what === ''
    ? composed(words, least, body, arrangements(words, body, inner).pop() ?? [], inner)
    : largest({ ...words, what: '' }, inner, room)
}

type Arranged = Fitted['facts']

/**
 * The facts in these letters, the most readable way first: one line for each time, then fewer words, then columns.
 */
function arrangements(
  { facts }: PosterWords,
  body: number,
  inner: number,
  only: { columns: number[]; ways: number } = { columns: [1, 2, 3], ways: Number.POSITIVE_INFINITY },
): Arranged[] {
  const width = (inner - labelWidth(facts, body)) / body
  const longest = Math.max(...facts.map(({ ways }) => ways.length), 1)
  const most = Math.min(longest, only.ways)
  const ways = Array.from({ length: most }, (_, nth) => nth)
  return only.columns.flatMap((columns) =>
    ways.flatMap((nth) => {
      const laid = facts.map((fact) => inColumns(fact, nth, columns, width))
      // a time in two lines is harder to read than the same in fewer words
      const whole = facts.every(
        ({ ways: own }, at) =>
          own.length === 1 ||
          (laid[at]?.lines.length ?? 0) <= (own[Math.min(nth, own.length - 1)]?.length ?? 0),
      )
      return whole || nth === longest - 1 ? [laid] : []
    }),
  )
}

function inColumns(
  { name, ways }: PosterFact,
  nth: number,
  columns: number,
  width: number,
): Arranged[number] {
  const way = ways[Math.min(nth, ways.length - 1)] ?? []
  const fits = way.length > 3 && way.every((line) => widthOf(line) <= width / columns - 0.5)
  return columns > 1 && fits
    ? { name, columns, lines: [...way] }
    : { name, columns: 1, lines: way.flatMap((line) => broken(line, width)) }
}

/** The names stand in a column of their own, as wide as the longest. */
const labelWidth = (facts: readonly { name: string }[], body: number) =>
  Math.max(3.1, ...facts.map(({ name }) => widthOf(name))) * Math.min(body, 24) + 12

function composed(
  words: PosterWords,
  title: { size: number; lines: string[] },
  body: number,
  facts: Arranged,
  inner: number,
): Fitted {
  const small = smallOf(body)
  const what = words.what === '' ? [] : evenly(clipped(words.what, mostOfWhat), inner / small)
  const rows = facts.reduce((sum, fact) => sum + Math.ceil(fact.lines.length / fact.columns), 0)
  const height =
    title.lines.length * title.size * titleLeading +
    what.length * small * leadingOf(body) +
    rows * body * leadingOf(body) +
    (2 + facts.length) * leastGap
  return { title: title.size, body, heads: title.lines, what, facts, height }
}

/** Small letters stand closer. */
const leadingOf = (body: number) => (body < 18 ? 1.18 : 1.26)
const smallOf = (body: number) => Math.max(13, Math.round(body * 0.86))

interface Foot {
  height: number
  side: number
  codes: CodeName[]
  phone: { size: number; lines: string[] }
}

const codeGap = 16
const captionSize = 18
const footSize = 18
const footLine = 26

/** The telephone on the left, the codes on the right. */
function footOf({ phone }: PosterWords, codes: PosterCodes, inner: number): Foot {
  const names = (['scan', 'browser'] as const).filter((name) => codes[name] !== undefined)
  const side = names.length === 2 ? 112 : 124
  const taken = names.length * (side + codeGap)
  const width = inner - taken
  const size = Math.max(22, Math.min(46, Math.floor(width / Math.max(1, widthOf(phone)))))
  const lines = broken(phone, width / size)
  const height = Math.max(names.length > 0 ? side + captionSize * 1.5 : 0, 34 + lines.length * size * 1.2)
  return { height: height + footLine + 14, side, codes: names, phone: { size, lines } }
}

function draw(
  words: PosterWords,
  fitted: Fitted,
  foot: Foot,
  { width, height, inner, gap }: { width: number; height: number; inner: number; gap: number },
): LaidPoster {
  const lines: LaidLine[] = []
  const rules: LaidRule[] = []
  const left = margin
  const write = (text: string, x: number, y: number, size: number, more: Partial<LaidLine> = {}) =>
    void lines.push({ text, x, y, size, bold: true, middle: false, onInk: false, ...more })

  rules.push({ x: left, y: margin, width: inner, height: headHeight - 6 })
  const head = `${words.issuer} · ${words.kind}`
  const headSize = Math.min(22, Math.floor(inner / (widthOf(head) + 1)))
  write(head, width / 2, margin + 24, headSize, { middle: true, onInk: true })

  let y = margin + headHeight + gap / 2
  for (const text of fitted.heads) {
    write(text, width / 2, y + fitted.title * 0.92, fitted.title, { middle: true })
    y += fitted.title * titleLeading
  }
  y += gap
  const small = smallOf(fitted.body)
  for (const text of fitted.what) {
    write(text, left, y + small * 0.92, small, { bold: false })
    y += small * leadingOf(fitted.body)
  }
  const labels = labelWidth(fitted.facts, fitted.body)
  for (const { name, lines: texts, columns } of fitted.facts) {
    y += gap
    const label = Math.min(fitted.body, 24)
    write(name, left, y + fitted.body * 0.92, label)
    const from = left + labels
    const rows = Math.ceil(texts.length / columns)
    const row = fitted.body * leadingOf(fitted.body)
    texts.forEach((text, nth) => {
      const x = from + Math.floor(nth / rows) * ((inner - labels) / columns)
      write(text, x, y + (nth % rows) * row + fitted.body * 0.92, fitted.body)
    })
    y += rows * row
  }

  const bottom = height - margin
  const top = bottom - foot.height + 8
  rules.push({ x: left, y: top - 4, width: inner, height: 3 })
  write(words.call, left, top + 28, 20)
  foot.phone.lines.forEach((text, nth) => {
    write(text, left, top + 30 + (nth + 1) * foot.phone.size * 1.1, foot.phone.size)
  })
  const codes = foot.codes.map((name, nth) => {
    const x = width - margin - (foot.codes.length - nth) * (foot.side + codeGap) + codeGap
    const text = name === 'scan' ? said.scan : said.scanBrowser
    write(text, x + foot.side / 2, top + 6 + foot.side + captionSize * 1.1, captionSize, { middle: true })
    return { name, x, y: top + 6, side: foot.side }
  })
  write(words.foot, width / 2, bottom - 3, footSize, { bold: false, middle: true })
  return { width, height, lines, rules, codes }
}
