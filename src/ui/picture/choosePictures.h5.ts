import type { Chosen, ChosenPicture } from './choosePictures'
import { longestSide, wantedBytes } from './pictureShape'

/** The tries, in order. Each makes the picture softer or smaller, until it is small enough. */
const tries = [
  { quality: 0.8, side: longestSide },
  { quality: 0.6, side: longestSide },
  { quality: 0.5, side: 960 },
] as const

/**
 * Opens the browser's own chooser, which offers the camera on a phone. Gives no picture where the person chooses none.
 */
export async function choosePictures(most: number): Promise<Chosen> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  input.multiple = most > 1
  const files = await new Promise<File[]>((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
  const made: (ChosenPicture | undefined)[] = []
  // One after the other, since six decoded photographs at once are too much for an old phone.
  for (const file of files.slice(0, most)) made.push(await small(file))
  const pictures = made.filter((each) => each !== undefined)
  return { pictures, unreadable: made.length - pictures.length }
}

/** Draws the picture anew as a JPEG. It is smaller then, and no longer says where and when it was taken. */
async function small(file: Blob): Promise<ChosenPicture | undefined> {
  const address = URL.createObjectURL(file)
  try {
    const image = await decoded(address)
    for (const { quality, side } of tries) {
      const blob = await drawn(image, side, quality)
      if (blob && blob.size <= wantedBytes)
        return { address: URL.createObjectURL(blob), size: blob.size, type: 'image/jpeg' }
    }
  } catch {
    // This browser cannot read the picture. The answer counts it, and the form says so.
  } finally {
    URL.revokeObjectURL(address)
  }
  return undefined
}

function decoded(address: string): Promise<HTMLImageElement> {
  const image = new Image()
  return new Promise((resolve, reject) => {
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('not a picture'))
    image.src = address
  })
}

function drawn(image: HTMLImageElement, side: number, quality: number): Promise<Blob | null> {
  const { naturalWidth, naturalHeight } = image
  const scale = Math.min(1, side / Math.max(naturalWidth, naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(naturalWidth * scale))
  canvas.height = Math.max(1, Math.round(naturalHeight * scale))
  const context = canvas.getContext('2d')
  if (!context) return Promise.resolve(null)
  // JPEG has no transparency: clear parts become white, not black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}
