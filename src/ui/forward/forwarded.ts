/** What is passed on of a page that everybody may see. It says what the page is of, and never who passes it on. */
export interface Forwarded {
  /** The words beside the picture. */
  title: string
  /** The page that it opens, as in `routes`. */
  path: string
  picture: ForwardPicture
  /** Whether it may stand in WeChat's moments as well. */
  moments?: true
}

/** The words of the picture, in large letters. */
export interface ForwardPicture {
  title: string
  /** When and where, or how it stands. */
  lines: readonly string[]
  /** Whose it is. */
  issuer: string
}
