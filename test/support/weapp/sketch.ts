/** A canvas that keeps what is written on it; every character is as wide as its font is high. */
export interface Sketch {
  width: number
  height: number
  getContext(kind: string): unknown
  /** The words, in the order they were written. */
  readonly words: string[]
  /** How many rectangles were filled. */
  readonly filled: number
}

export function newSketch(): Sketch {
  const words: string[] = []
  let filled = 0
  const pen = {
    font: '10px sans-serif',
    fillRect: () => void filled++,
    strokeRect: () => {},
    fillText: (text: string) => void words.push(text),
    measureText: (text: string) => ({
      width: [...text].length * Number(/(\d+)px/.exec(pen.font)?.[1] ?? 10),
    }),
  }
  return {
    width: 300,
    height: 150,
    getContext: () => pen,
    words,
    get filled() {
      return filled
    },
  }
}
