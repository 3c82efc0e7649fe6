import { charactersOf } from '#contract/shared/text'
import { paperText as words } from '#text/certificate/certificate'
import { drawSquares, type Pen, type Squares } from '#ui/drawing/pen'
import type { PaperWords } from './paperWords'

/** A4 at 150 dots to the inch. */
export const paperSize = { width: 1240, height: 1754 }

const ink = '#000'
const soft = '#444'
const cinnabar = '#a92d1c'
const edge = 60
const left = 120
const right = paperSize.width - left
const face = 'sans-serif'

/** Draws the certificate as a picture of its A4 sheet: the same words, in the same order. */
export function drawPaper(pen: Pen, paper: PaperWords, squares: Squares): void {
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, paperSize.width, paperSize.height)
  pen.strokeStyle = cinnabar
  frame(pen, edge, 6)
  frame(pen, edge + 12, 2)
  pen.textBaseline = 'alphabetic'
  write(pen, paper.title, {
    x: paperSize.width / 2,
    y: 190,
    size: 68,
    bold: true,
    colour: cinnabar,
    align: 'center',
  })
  write(pen, paper.no, { x: paperSize.width / 2, y: 250, size: 28, align: 'center' })
  let y = facts(pen, paper.facts, paper.lead ? leadOf(pen, paper.lead, 380) : 340)
  if (paper.lines.length > 0) y = services(pen, paper.lines, y + 20)
  write(pen, paper.statement, { x: left, y: y + 50, size: 28 })
  foot(pen, paper, squares)
  write(pen, paper.ledger, {
    x: paperSize.width / 2,
    y: paperSize.height - edge - 40,
    size: 20,
    colour: soft,
    align: 'center',
  })
}

interface Hand {
  x: number
  y: number
  size: number
  bold?: boolean
  colour?: string
  align?: 'left' | 'right' | 'center'
  /** Wider text is broken into lines. */
  width?: number
}

/** Writes text and answers the baseline of its last line. */
function write(pen: Pen, text: string, hand: Hand): number {
  const { x, y, size, bold = false, colour = ink, align = 'left', width } = hand
  pen.font = `${bold ? 'bold ' : ''}${size}px ${face}`
  pen.fillStyle = colour
  pen.textAlign = align
  const lines = width === undefined ? [text] : linesWithin(pen, text, width)
  lines.forEach((line, index) => void pen.fillText(line, x, y + index * size * 1.4))
  return y + Math.max(0, lines.length - 1) * size * 1.4
}

/** Breaks text into lines of this width, at any character. The pen's font must be set. */
function linesWithin(pen: Pen, text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const character of charactersOf(text)) {
    if (line && pen.measureText(line + character).width > width) {
      lines.push(line)
      line = ''
    }
    line += character
  }
  return [...lines, line]
}

/** What it certifies, in one sentence. Answers where the next line stands. */
const leadOf = (pen: Pen, lead: string, y: number): number =>
  write(pen, `\u3000\u3000${lead}`, { x: left, y, size: 40, width: right - left }) + 130

function frame(pen: Pen, at: number, width: number): void {
  pen.lineWidth = width
  pen.strokeRect(at, at, paperSize.width - 2 * at, paperSize.height - 2 * at)
}

/** Draws a line to write on by hand. */
function drawRule(pen: Pen, x: number, y: number, width: number): void {
  pen.fillStyle = ink
  pen.fillRect(x, y, width, 2)
}

function facts(pen: Pen, rows: PaperWords['facts'], top: number): number {
  const value = left + 200
  let y = top
  for (const { name, value: said, note } of rows) {
    write(pen, name, { x: left, y, size: 30, colour: soft })
    if (said) y = write(pen, said, { x: value, y, size: 30, bold: true, width: right - value })
    else {
      drawRule(pen, value, y + 8, 460)
      if (note) write(pen, note, { x: value + 476, y, size: 20, colour: soft })
    }
    y += 56
  }
  return y
}

function services(pen: Pen, lines: PaperWords['lines'], top: number): number {
  write(pen, words.services, { x: left, y: top, size: 30, bold: true, colour: cinnabar })
  let y = top + 46
  for (const { what, when, times, long } of lines) {
    write(pen, when, { x: 660, y, size: 22, colour: soft })
    write(pen, times, { x: 940, y, size: 22, align: 'right' })
    write(pen, long, { x: right, y, size: 22, align: 'right' })
    y = write(pen, what, { x: left, y, size: 24, width: 520 })
    pen.fillStyle = '#bbb'
    pen.fillRect(left, y + 14, right - left, 1)
    y += 46
  }
  return y
}

const codeSide = 260

function foot(pen: Pen, paper: PaperWords, squares: Squares): void {
  const top = paperSize.height - 480
  paper.issuer.forEach(({ name, value }, index) => {
    const y = top + index * 54
    write(pen, name, { x: left, y, size: 28, colour: soft })
    if (value) write(pen, value, { x: left + 170, y, size: 28, bold: true, width: 440 })
    else drawRule(pen, left + 170, y + 8, 360)
  })
  write(pen, words.seal, { x: left + 170, y: top + paper.issuer.length * 54 + 30, size: 26, colour: soft })
  const x = right - codeSide
  pen.fillStyle = ink
  drawSquares(pen, squares, x, top - 30, codeSide)
  write(pen, words.scan, { x: x + codeSide / 2, y: top + codeSide + 14, size: 26, align: 'center' })
  write(pen, paper.code, { x: x + codeSide / 2, y: top + codeSide + 52, size: 26, align: 'center' })
}
