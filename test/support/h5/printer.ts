import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import jsQR from 'jsqr'
import type { Page } from 'playwright-core'

const pointsPerMm = 72 / 25.4
/** Pixels of the rendered sheet for each point. */
const scale = 2

export interface Printer {
  /** The sheets that Chromium prints of a page. `name`: the PDF's name in the folder of `PICTURES`. */
  printed(page: Page, name: string): Promise<Sheet[]>
  close(): void
}

export async function openPrinter(): Promise<Printer> {
  const pdfium = await PDFiumLibrary.init()
  return {
    printed: (page, name) => printed(pdfium, page, name),
    close: () => pdfium.destroy(),
  }
}

/** One sheet of paper as the printer prints it. */
export interface Sheet {
  text: string
  /** The size of the paper, in millimetres. */
  size: [number, number]
  /** Where the ink begins and ends, in millimetres from the upper left corner. */
  ink: { left: number; top: number; right: number; bottom: number }
  code: string | undefined
}

async function printed(pdfium: PDFiumLibrary, page: Page, name: string): Promise<Sheet[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const { PICTURES } = process.env
  if (PICTURES) await writeFile(join(PICTURES, `${name}.pdf`), pdf)
  const document = await pdfium.loadDocument(pdf)
  const sheets: Sheet[] = []
  for (const sheet of document.pages()) {
    const text = sheet.getText().replace(/\s/g, '')
    const { data, width, height } = await sheet.render({ scale, render: 'bitmap' })
    const mm = (dots: number) => dots / scale / pointsPerMm
    const { left, top, right, bottom } = inkOf(data, width, height)
    sheets.push({
      text,
      size: [Math.round(mm(width)), Math.round(mm(height))],
      ink: { left: mm(left), top: mm(top), right: mm(width - right), bottom: mm(height - bottom) },
      code: codeIn(data, width, height),
    })
  }
  document.destroy()
  return sheets
}

/** The text of the square code in the lower right quarter, where there is one. */
function codeIn(data: Uint8Array, width: number, height: number): string | undefined {
  const [left, top] = [Math.floor(width / 2), Math.floor(height / 2)]
  const quarter = new Uint8ClampedArray((width - left) * (height - top) * 4)
  for (let y = top; y < height; y++)
    quarter.set(data.subarray((y * width + left) * 4, (y + 1) * width * 4), (y - top) * (width - left) * 4)
  return jsQR(quarter, width - left, height - top, { inversionAttempts: 'dontInvert' })?.data
}

function inkOf(data: Uint8Array, width: number, height: number) {
  const ink = { left: width, top: height, right: 0, bottom: 0 }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      if ((data[at] ?? 255) + (data[at + 1] ?? 255) + (data[at + 2] ?? 255) > 720) continue
      ink.left = Math.min(ink.left, x)
      ink.right = Math.max(ink.right, x)
      ink.top = Math.min(ink.top, y)
      ink.bottom = Math.max(ink.bottom, y)
    }
  return ink
}
