/** Draws a mini-program's pages. The logic numbers the pages; the calls come in order. */
export interface ViewLayer {
  open(page: number, route: string, data: object): void
  setData(page: number, changes: object): void
  closePage(page: number): void
  toFront(page: number): void
  /** Resolves when everything is drawn. */
  settled(): Promise<void>
}
