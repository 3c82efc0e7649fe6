import type { MemberId } from '#contract/shared/scalars'
import { canonicalJson } from '#core/change/canonicalJson'
import { isRecorded, type LedgerLine } from '#core/hours/ledger'

export interface Sum {
  recordedMinutes: number
  honourMinutes: number
}
/** The minutes of one day's service, over all members. */
export interface DaySums {
  byTeam: Record<string, Sum>
  byProject: Record<string, Sum>
  /** Recorded minutes only, since the leaderboard counts no others. */
  byMember: Record<MemberId, number>
}

/** What the sums ask of a line. */
export type SummedLine = Pick<
  LedgerLine,
  '_id' | 'kind' | 'reversedKind' | 'minutes' | 'teamId' | 'projectId' | 'memberId'
>

const none: Sum = { recordedMinutes: 0, honourMinutes: 0 }

export function plusSum(a: Sum, b: Sum): Sum {
  return {
    recordedMinutes: a.recordedMinutes + b.recordedMinutes,
    honourMinutes: a.honourMinutes + b.honourMinutes,
  }
}

/** Adds lines up; the order of the lines makes no difference. */
export function sumsOf(entries: readonly SummedLine[]): DaySums {
  const sums: DaySums = { byTeam: {}, byProject: {}, byMember: {} }
  const sorted = [...entries].sort((a, b) => (a._id < b._id ? -1 : 1))
  for (const entry of sorted) {
    const { minutes, teamId, projectId, memberId } = entry
    const recorded = isRecorded(entry)
    const part = { recordedMinutes: recorded ? minutes : 0, honourMinutes: recorded ? 0 : minutes }
    sums.byTeam[teamId] = plusSum(sums.byTeam[teamId] ?? none, part)
    if (projectId !== undefined) sums.byProject[projectId] = plusSum(sums.byProject[projectId] ?? none, part)
    if (recorded) sums.byMember[memberId] = (sums.byMember[memberId] ?? 0) + minutes
  }
  return sums
}

/** The sums of many days. */
export function sumsOfDays(days: readonly DaySums[]): DaySums {
  const total: DaySums = { byTeam: {}, byProject: {}, byMember: {} }
  for (const day of days) {
    for (const group of ['byTeam', 'byProject'] as const)
      for (const [key, sum] of Object.entries(day[group]))
        total[group][key] = plusSum(total[group][key] ?? none, sum)
    for (const [memberId, minutes] of Object.entries(day.byMember))
      total.byMember[memberId] = (total.byMember[memberId] ?? 0) + minutes
  }
  return total
}

/** Whether two sums of a day say the same. Nothing, and minutes that were all taken back, are one. */
export const sameSums = (a: DaySums, b: DaySums = { byTeam: {}, byProject: {}, byMember: {} }): boolean =>
  canonicalJson(countedIn(a)) === canonicalJson(countedIn(b))

const countedIn = ({ byTeam, byProject, byMember }: DaySums): DaySums => ({
  byTeam: withoutNothing(byTeam),
  byProject: withoutNothing(byProject),
  byMember: Object.fromEntries(Object.entries(byMember).filter(([, minutes]) => minutes !== 0)),
})

const withoutNothing = (sums: Record<string, Sum>): Record<string, Sum> =>
  Object.fromEntries(
    Object.entries(sums).filter(([, sum]) => sum.recordedMinutes !== 0 || sum.honourMinutes !== 0),
  )
