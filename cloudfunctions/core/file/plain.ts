/** In pixels, as the header says. */
export interface Sides {
  width: number
  height: number
}
/** A picture without what it tells about its maker. */
export interface Plain extends Sides {
  bytes: Uint8Array
}
