import type { Limits } from '#contract/community'
import { defaultLimits } from '#contract/shared/defaultLimits'
import { yesNo } from '#text/community/communityEdit'
import { type LimitGroup, limitGroupOf, limitGroupText } from '#text/community/limitGroups'
import type { FieldSpec } from './partSpec'

/** A month has 44,640 minutes. */
const mostDigits = 5

/** A switch stands by its words. */
const usualOf = (value: number | boolean): string =>
  yesNo.find((option) => option.value === String(value))?.title ?? String(value)

/** The fields of some groups of limits, group by group. */
export const limitFields = (groups: readonly LimitGroup[]): FieldSpec[] =>
  groups.flatMap((group) =>
    Object.entries(limitGroupOf)
      .filter(([, of]) => of === group)
      .map(([field]) => ({
        field,
        how: field === 'registerVerifies' ? 'yesNo' : 'number',
        most: mostDigits,
        under: limitGroupText[group],
        usual: usualOf(defaultLimits[field as keyof Limits]),
      })),
  )
