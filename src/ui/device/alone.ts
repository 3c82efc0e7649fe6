import { oneAtATime } from '#ui/go/oneAtATime'

/**
 * Begins something that the platform lays over the page (telephone, camera, album, calendar, a picture, a document),
 * unless the last is just being opened: undefined for a second tap.
 */
export const openAlone = oneAtATime()
