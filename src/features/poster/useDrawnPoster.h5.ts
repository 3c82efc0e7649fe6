/** A browser draws the picture when it is asked for. */
export const useDrawnPoster = () => ({ drawn: undefined, failed: false })
