import Taro from '@tarojs/taro'
import { openAlone } from '#ui/device/alone'
import { type Pen, paperSize } from './drawPaper'

export const canvasId = 'certificate-picture'

/** What became of the picture. It is `left` when the person only looked at it, or cancelled. */
export type PictureKept = 'saved' | 'left' | 'refused'

type CanvasNode = { getContext(kind: '2d'): Pen } & Taro.Canvas

/** Draws on the page's canvas and answers the path of a temporary picture file. Throws when this WeChat cannot. */
export async function pictureFile(draw: (pen: Pen) => void): Promise<string> {
  const canvas = await new Promise<CanvasNode>((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${canvasId}`)
      .fields({ node: true })
      .exec(([found]: ({ node?: CanvasNode } | null)[]) =>
        found?.node ? resolve(found.node) : reject(new Error('this WeChat gives no canvas')),
      )
  })
  canvas.width = paperSize.width
  canvas.height = paperSize.height
  draw(canvas.getContext('2d'))
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas,
    width: paperSize.width,
    height: paperSize.height,
    destWidth: paperSize.width,
    destHeight: paperSize.height,
    fileType: 'png',
  })
  return tempFilePath
}

/** Saves the picture in the phone's album. WeChat asks the person the first time. Call it on a tap. */
export function saveToAlbum(filePath: string): Promise<PictureKept> {
  const kept = openAlone(() => Taro.saveImageToPhotosAlbum({ filePath }))?.then(
    (): PictureKept => 'saved',
    ({ errMsg = '' }: { errMsg?: string }): PictureKept => (/cancel/.test(errMsg) ? 'left' : 'refused'),
  )
  return kept ?? Promise.resolve('left')
}

/** Shows the picture large. From there it can be forwarded. */
export async function showLarge(filePath: string): Promise<PictureKept> {
  await openAlone(() => Taro.previewImage({ urls: [filePath] }))
  return 'left'
}

/** Opens WeChat's page of permissions. After a refusal WeChat does not ask again. */
export const openAlbumSetting = (): void => void Taro.openSetting()
