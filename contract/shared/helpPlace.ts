import * as v from 'valibot'

/** At somebody's door, or on a way on which somebody is accompanied. */
export const helpPlace = v.picklist(['home', 'accompany'])
export type HelpPlace = v.InferOutput<typeof helpPlace>
