import { download } from '#ui/device/download.h5'
import type { Pen } from '#ui/drawing/pen'

/** Draws a picture of that size and downloads it as a PNG; `failed` where the browser gives no canvas. */
export async function downloadDrawn(
  size: { width: number; height: number },
  draw: (pen: Pen) => void | Promise<void>,
  name: string,
): Promise<'saved' | 'failed'> {
  const canvas = Object.assign(document.createElement('canvas'), size)
  const pen = canvas.getContext('2d')
  if (!pen) return 'failed'
  await draw(pen as Pen)
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!picture) return 'failed'
  download(picture, name)
  return 'saved'
}
