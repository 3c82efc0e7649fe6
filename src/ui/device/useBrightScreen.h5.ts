/** A browser has no say in how bright the screen is. */
export function useBrightScreen(): void {}
