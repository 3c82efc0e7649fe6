import { everywhere, useEverywhere } from '#ui/page/everywhere'

/** A page that could not be opened, since its script did not come. */
export interface PageNotOpened {
  /** Tries again, and opens the page where it succeeds; whether it has. */
  again: () => Promise<boolean>
  /** Opens the page in a new edition of the app: there may be one that no longer has the script. */
  afresh: () => void
}

const notOpened = everywhere<PageNotOpened | undefined>(() => undefined)

/** Says which page could not be opened; undefined where the person has gone on. */
export const tellNotOpened = notOpened.set

/** The page that could not be opened, for the page that stands instead. */
export const useNotOpened = (): PageNotOpened | undefined => useEverywhere(notOpened)
