import qrcode from 'qrcode-generator'

const pixelsPerModule = 3

/** The square code that holds a scan string, as the data URL of a small GIF without margin; under 1 KB. */
export function codePicture(scanString: string): string {
  const code = qrcode(0, 'M')
  code.addData(scanString, 'Alphanumeric')
  code.make()
  return code.createDataURL(pixelsPerModule, 0)
}
