import { codeSquares } from '#ui/code/codePicture'
import { drawSquares, type Pen } from '#ui/drawing/pen'
import type { LoadPicture } from '#ui/picture/canvasFile'
import { type LaidPoster, layPoster, type PosterCodes, type PosterWords, phonePage } from './posterLayout'

/** A phone's screen, high and narrow. */
export const phoneSize = { width: 1080, height: 1920 }
const ink = '#000'
const ground = '#fff'

/** Draws the poster as a picture for a phone. The mini-program code comes as a picture, the other as what it says. */
export async function drawPoster(
  pen: Pen,
  load: LoadPicture,
  words: PosterWords,
  codes: PosterCodes,
): Promise<void> {
  const scale = phoneSize.width / phonePage.width
  const scan = codes.scan === undefined ? undefined : await load(codes.scan).catch(() => undefined)
  // a picture that this phone cannot read leaves its place to the telephone number
  const laid = layPoster(words, { ...codes, scan: scan && codes.scan }, phonePage)
  drawLaid(pen, laid, scale)
  for (const { name, x, y, side } of laid.codes) {
    const [left, top, length] = [x, y, side].map((value) => Math.round(value * scale)) as [
      number,
      number,
      number,
    ]
    if (name === 'scan' && scan) pen.drawImage(scan, left, top, length, length)
    if (name === 'browser') drawSquares(pen, codeSquares(codes.browser ?? ''), left, top, length)
  }
}

function drawLaid(pen: Pen, { lines, rules }: LaidPoster, scale: number): void {
  pen.fillStyle = ground
  pen.fillRect(0, 0, phoneSize.width, phoneSize.height)
  pen.fillStyle = ink
  for (const { x, y, width, height } of rules)
    pen.fillRect(x * scale, y * scale, width * scale, height * scale)
  pen.textBaseline = 'alphabetic'
  for (const { text, x, y, size, bold, middle, onInk } of lines) {
    pen.font = `${bold ? 'bold ' : ''}${Math.round(size * scale)}px sans-serif`
    pen.textAlign = middle ? 'center' : 'left'
    pen.fillStyle = onInk ? ground : ink
    pen.fillText(text, x * scale, y * scale)
  }
  pen.fillStyle = ink
}
