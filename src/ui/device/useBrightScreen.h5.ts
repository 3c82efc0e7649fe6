/** A browser cannot change how bright the screen is. */
export function useBrightScreen(): void {}
