/** A browser makes pictures from a canvas that is on no page. */
export const HiddenCanvas = () => null
