/** Something that is opened once for all tests that need it. */
export interface OpenedOnce<Opened> {
  /** What has been opened, for the test of this name. */
  by(test: string): Promise<Opened>
  /** It has been closed: whoever asks next opens it again. */
  forget(): void
}

/**
 * Where the opening fails, every other test hears the same fault at once, instead of waiting for it as well. A
 * test that has heard it and asks again, since it is run once more, opens anew.
 */
export function openedOnce<Opened>(open: () => Promise<Opened>): OpenedOnce<Opened> {
  let opening: Promise<Opened> | undefined
  const haveHeard = new Set<string>()
  const forget = () => {
    opening = undefined
    haveHeard.clear()
  }
  return {
    forget,
    async by(test) {
      if (haveHeard.has(test)) forget()
      opening ??= open()
      try {
        return await opening
      } catch (fault) {
        haveHeard.add(test)
        throw fault
      }
    },
  }
}
