import type { Overlap } from '#contract/hours'
import { durationWords } from '#text/shared/time'

const whichOf = ({ titles }: Overlap): string =>
  titles.length === 0 ? '' : `（${titles.map((title) => `「${title}」`).join('')}）`

/** Why a service counts for less than it lasted. */
export const overlapText = {
  name: '时间重叠',
  /** `credited`: the minutes that it counts for all the same. */
  counts: (overlap: Overlap, credited: number): string =>
    credited > 0
      ? `与另一次服务${whichOf(overlap)}时间重叠，只计 ${durationWords(credited)}`
      : `与另一次服务${whichOf(overlap)}时间重叠，同一分钟只记一次，这一次不另计`,
  /** Of a line that takes another one back. */
  takesBack: (overlap: Overlap): string => `其余时间在另一次服务${whichOf(overlap)}里，照旧算`,
} as const
