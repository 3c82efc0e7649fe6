/** A browser passes pages on by their link: see `ForwardButton`. */
export function useForward(): void {}
