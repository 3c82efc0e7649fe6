// It is apart from its schema: the guideline is read in the main package, where no input is checked.

/** Who keeps the records until an administrator names somebody: the residents' committee. */
export const controllerOf = ({
  controller,
  name,
}: {
  controller?: Controller | undefined
  name: string
}): Controller => controller ?? { name: `${name}居民委员会` }

/** Who keeps people's records and answers for them. */
export interface Controller {
  name: string
  /** Where somebody without a telephone can come. */
  address?: string | undefined
  /** The number for questions and complaints; absent: the community's own. */
  phone?: string | undefined
  /** Who looks after it. */
  handler?: string | undefined
  /** Grows when another body takes over; consents name it. Absent: it is still the first. */
  edition?: number | undefined
}
