/** WeChat's own Back leads from the page: it asks nobody before it does. */
export function useLayer(_close: () => void, _on = true): void {}

/** Begins a way to another page. */
export function fromBare<Result>(begin: () => Promise<Result>): Promise<Result> {
  return begin()
}
