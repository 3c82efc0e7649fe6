import qrcode from 'qrcode-generator'

const pixelsPerModule = 3
/** What a square code holds in fewer squares: capitals, digits and these signs. */
const alphanumeric = /^[0-9A-Z $%*+./:-]*$/

/** The square code that holds a short ASCII text, as the data URL of a small GIF without margin; about 1 KB. */
export function codePicture(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text, alphanumeric.test(text) ? 'Alphanumeric' : 'Byte')
  code.make()
  return code.createDataURL(pixelsPerModule, 0)
}
