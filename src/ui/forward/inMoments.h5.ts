/** A browser shows the whole. */
export const inMoments = (): boolean => false
