import qrcode from 'qrcode-generator'

const pixelsPerModule = 3
/** The characters that need the fewest squares in a code: capitals, digits and these signs. */
const alphanumeric = /^[0-9A-Z $%*+./:-]*$/

function codeOf(text: string) {
  const code = qrcode(0, 'M')
  code.addData(text, alphanumeric.test(text) ? 'Alphanumeric' : 'Byte')
  code.make()
  return code
}

/** The square code that holds a short ASCII text, as the data URL of a small GIF without margin; about 1 KB. */
export function codePicture(text: string): string {
  return codeOf(text).createDataURL(pixelsPerModule, 0)
}

/** The squares of the same code, row by row, without margin. True is dark. */
export function codeSquares(text: string): boolean[][] {
  const code = codeOf(text)
  const side = code.getModuleCount()
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_square, column) => code.isDark(row, column)),
  )
}
