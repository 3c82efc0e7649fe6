import * as v from 'valibot'
import { line, personName, properName } from './scalars'

/** Who keeps people's records and answers for them; the rest of the guideline is fixed, since the law asks for it. */
export const controller = v.object({
  name: v.pipe(properName(40), v.minLength(2)),
  /** Where somebody without a telephone can come; absent: the community's own number is all there is. */
  address: v.optional(line(2, 60)),
  /** The number for questions and complaints; absent: the community's own. */
  phone: v.optional(line(5, 30)),
  /** Who looks after it. */
  handler: v.optional(personName),
})

/** Who keeps the records until an administrator names somebody: the residents' committee. */
export const controllerOf = ({
  controller,
  name,
}: {
  controller?: Controller | undefined
  name: string
}): Controller => controller ?? { name: `${name}居民委员会` }

export interface Controller {
  name: string
  address?: string | undefined
  phone?: string | undefined
  handler?: string | undefined
  /** Grows when another body takes over; consents name it. Absent: it is still the first. */
  edition?: number | undefined
}
