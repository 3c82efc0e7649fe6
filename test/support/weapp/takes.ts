import type { MiniProgram } from './miniProgram'

/** Queues the photographs that the person takes when WeChat shows camera and album. */
export function takes(phone: MiniProgram, ...photos: Buffer[]): void {
  const paths = photos.map((bytes, at) => {
    const tempFilePath = `http://tmp/photo${phone.files.size + at}.jpg`
    phone.files.set(tempFilePath, bytes)
    return { tempFilePath, size: bytes.length, fileType: 'image' }
  })
  phone.answer.api('chooseMedia', { tempFiles: paths, type: 'image' })
}
