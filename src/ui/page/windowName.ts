/** The bar of WeChat keeps the page's own name. */
export function useWindowName(_names: string | undefined): void {}
