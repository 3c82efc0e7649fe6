import Taro from '@tarojs/taro'
import type { Pen } from '#ui/drawing/pen'

/** The canvas that `HiddenCanvas` lays on a page. */
export const canvasId = 'hidden-canvas'

/** A picture's size in pixels. */
export interface PictureSize {
  width: number
  height: number
}

/** Loads a picture, given as a data URL, for the canvas. Throws where it is none. */
export type LoadPicture = (source: string) => Promise<CanvasPicture>
/** What a canvas draws as a picture. */
export type CanvasPicture = object

type CanvasNode = { getContext(kind: '2d'): Pen } & Taro.Canvas

/** Draws on the page's canvas and answers the path of a temporary picture file. Throws when this WeChat cannot. */
export async function pictureFile(
  { width, height }: PictureSize,
  draw: (pen: Pen, load: LoadPicture) => void | Promise<void>,
  fileType: 'png' | 'jpg' = 'png',
): Promise<string> {
  const canvas = await new Promise<CanvasNode>((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${canvasId}`)
      .fields({ node: true })
      .exec(([found]: ({ node?: CanvasNode } | null)[]) =>
        found?.node ? resolve(found.node) : reject(new Error('this WeChat gives no canvas')),
      )
  })
  canvas.width = width
  canvas.height = height
  const load = (source: string) =>
    new Promise<CanvasPicture>((resolve, reject) => {
      const picture = canvas.createImage()
      picture.onload = () => resolve(picture)
      picture.onerror = () => reject(new Error('not a picture'))
      picture.src = source
    })
  await draw(canvas.getContext('2d'), load)
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas,
    width,
    height,
    destWidth: width,
    destHeight: height,
    fileType,
  })
  return tempFilePath
}
