/** A canvas that keeps what is written on it; every character is as wide as its font is high. */
export interface Sketch {
  width: number
  height: number
  getContext(kind: string): unknown
  /** A picture that has come as soon as it is named. */
  createImage(): { src: string; onload?: () => void }
  /** The words, in the order they were written. */
  readonly words: string[]
  /** How many rectangles were filled. */
  readonly filled: number
  /** The addresses of the pictures that were drawn. */
  readonly pictures: string[]
}

export function newSketch(): Sketch {
  const words: string[] = []
  const pictures: string[] = []
  let filled = 0
  const pen = {
    font: '10px sans-serif',
    fillRect: () => void filled++,
    strokeRect: () => {},
    drawImage: ({ src }: { src: string }) => void pictures.push(src),
    fillText: (text: string) => void words.push(text),
    measureText: (text: string) => ({
      width: [...text].length * Number(/(\d+)px/.exec(pen.font)?.[1] ?? 10),
    }),
  }
  return {
    width: 300,
    height: 150,
    getContext: () => pen,
    createImage,
    words,
    pictures,
    get filled() {
      return filled
    },
  }
}

function createImage() {
  const image: { src: string; onload?: () => void } = { src: '' }
  let source = ''
  return Object.defineProperty(image, 'src', {
    get: () => source,
    set(address: string) {
      source = address
      queueMicrotask(() => image.onload?.())
    },
  })
}
