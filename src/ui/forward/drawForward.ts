import type { Pen } from '#ui/drawing/pen'
import { broken, evenly } from '#ui/drawing/typeset'
import type { ForwardPicture } from './forwarded'

/** Five to four, as WeChat shows what is passed on. */
export const forwardSize = { width: 500, height: 400 }

const paper = '#faf5ec'
const ink = '#241f19'
const cinnabar = '#a92d1c'
const bandHeight = 62
/** WeChat's moments show the square in the middle alone. */
const side = 52
const width = forwardSize.width - 2 * side
const titleSizes = [72, 62, 54, 46, 40, 36]
const lineSize = 32
/** Of a long place two lines are shown. */
const mostOfLine = 2

/** Draws the picture of what is passed on: whose it is, what, when and where. */
export function drawForward(pen: Pen, { title, lines, issuer }: ForwardPicture): void {
  pen.textBaseline = 'alphabetic'
  pen.textAlign = 'center'
  const middle = forwardSize.width / 2
  const write = (text: string, y: number, size: number, colour: string) => {
    pen.font = `bold ${size}px sans-serif`
    pen.fillStyle = colour
    pen.fillText(text, middle, y)
  }
  pen.fillStyle = paper
  pen.fillRect(0, 0, forwardSize.width, forwardSize.height)
  pen.fillStyle = cinnabar
  pen.fillRect(0, 0, forwardSize.width, bandHeight)
  write(broken(issuer, width / 28)[0] ?? '', 42, 28, paper)

  const below = lines.flatMap((line) => shown(broken(line, width / lineSize)))
  const room = forwardSize.height - bandHeight - 36 - below.length * lineSize * 1.35
  const fits = (size: number) => evenly(title, width / size).length * size * 1.2 <= room
  const size = titleSizes.find(fits) ?? titleSizes[titleSizes.length - 1] ?? lineSize
  const heads = evenly(title, width / size).slice(0, Math.max(1, Math.floor(room / (size * 1.2))))
  let y = bandHeight + 14 + (room - heads.length * size * 1.2) / 2
  for (const head of heads) {
    write(head, y + size, size, ink)
    y += size * 1.2
  }
  y = forwardSize.height - 22 - (below.length - 1) * lineSize * 1.35
  for (const line of below) {
    write(line, y, lineSize, cinnabar)
    y += lineSize * 1.35
  }
}

const shown = (lines: readonly string[]): string[] =>
  lines.length <= mostOfLine
    ? [...lines]
    : [...lines.slice(0, mostOfLine - 1), `${(lines[mostOfLine - 1] ?? '').slice(0, -1)}…`]
