import type { Options, WxSurroundings } from './wxApi'

type Files = Pick<WxSurroundings, 'files' | 'calls'>
/** Makes an API of WeChat's asynchronous convention. */
type AsyncApi = (api: string, answer: (options: Options) => unknown) => unknown

/** The mini-program's own folder, and the temporary files WeChat gives. */
export function fileApis({ files, calls }: Files, asyncApi: AsyncApi): Record<string, unknown> {
  const found = (api: string, path: unknown): Uint8Array => {
    const bytes = files.get(String(path))
    if (!bytes) throw new Error(`${api}:fail no such file or directory "${path}"`)
    return bytes
  }
  return {
    writeFileSync: (filePath: string, data: ArrayBuffer) => {
      calls.push({ api: 'writeFileSync', options: { filePath } })
      files.set(filePath, new Uint8Array(data).slice())
    },
    unlinkSync: (filePath: string) => {
      if (!files.delete(filePath)) throw new Error(`unlinkSync:fail no such file or directory "${filePath}"`)
    },
    /** Moves a temporary file, as WeChat does. */
    saveFile: asyncApi('saveFile', ({ tempFilePath, filePath }) => {
      files.set(String(filePath), found('saveFile', tempFilePath))
      files.delete(String(tempFilePath))
      return { savedFilePath: filePath }
    }),
    access: asyncApi('access', ({ path }) => {
      found('access', path)
    }),
    unlink: asyncApi('unlink', ({ filePath }) => {
      found('unlink', filePath)
      files.delete(String(filePath))
    }),
    getFileInfo: asyncApi('getFileInfo', ({ filePath }) => ({ size: found('getFileInfo', filePath).length })),
    readFile: asyncApi('readFile', ({ filePath, encoding, position = 0, length }) => {
      const bytes = found('readFile', filePath)
      const from = Number(position)
      const part = bytes.slice(from, length === undefined ? undefined : from + Number(length))
      return { data: encoding === 'base64' ? Buffer.from(part).toString('base64') : part.buffer }
    }),
  }
}

/** A larger file counts as a photograph straight from the camera. */
const photographBytes = 200 * 1024

/**
 * What WeChat tells about a picture, and how it compresses one: to a third, or to less if less is asked for.
 */
export function pictureApis({ files }: Files, asyncApi: AsyncApi): Record<string, unknown> {
  const bytesOf = (src: unknown): Uint8Array => {
    const bytes = files.get(String(src))
    if (bytes?.[0] !== 0xff) throw new Error('getImageInfo:fail file type not supported')
    return bytes
  }
  return {
    getImageInfo: asyncApi('getImageInfo', ({ src }) => {
      const large = bytesOf(src).length > photographBytes
      return {
        width: large ? 4000 : 800,
        height: large ? 3000 : 600,
        path: src,
        orientation: 'up',
        type: 'jpeg',
      }
    }),
    compressImage: asyncApi('compressImage', ({ src, quality, compressedWidth }) => {
      const bytes = bytesOf(src)
      const share = compressedWidth === undefined ? 3 : 240 / Number(quality)
      const tempFilePath = `http://tmp/${files.size}.jpg`
      const end = Uint8Array.of(0xff, 0xd9)
      files.set(tempFilePath, Buffer.concat([bytes.slice(0, Math.floor(bytes.length / share)), end]))
      return { tempFilePath }
    }),
  }
}
