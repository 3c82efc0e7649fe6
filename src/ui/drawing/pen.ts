/** The part of a canvas context that both WeChat and browsers have. */
export interface Pen {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  font: string
  textAlign: string
  textBaseline: string
  globalAlpha: number
  fillRect(x: number, y: number, width: number, height: number): void
  strokeRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { width: number }
  drawImage(picture: object, x: number, y: number, width: number, height: number): void
  save(): void
  restore(): void
  translate(x: number, y: number): void
  rotate(angle: number): void
}

/** The squares of a code, row by row; true is dark. */
export type Squares = readonly (readonly boolean[])[]

/** Draws a square code. Squares begin and end at whole dots, since a gap between two would make it unreadable. */
export function drawSquares(pen: Pen, squares: Squares, left: number, top: number, side: number): void {
  const square = side / squares.length
  const dots = (from: number, nth: number) => Math.round(from + nth * square)
  squares.forEach((row, down) => {
    row.forEach((dark, across) => {
      if (!dark) return
      const [x, y] = [dots(left, across), dots(top, down)]
      pen.fillRect(x, y, dots(left, across + 1) - x, dots(top, down + 1) - y)
    })
  })
}
