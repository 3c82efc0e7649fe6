/** What draws a mini-program's pages. The logic numbers them; the calls come in order. */
export interface ViewLayer {
  open(page: number, route: string, data: object): void
  setData(page: number, changes: object): void
  closePage(page: number): void
  toFront(page: number): void
  /** Resolves when all of it is drawn. */
  settled(): Promise<void>
}
