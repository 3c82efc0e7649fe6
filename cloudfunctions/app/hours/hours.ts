import { isAdmin, type MemberContext, no, yes } from '#app/call/context'
import type { HoursEntry, hoursMonths, hoursStatement, MonthOfHours, Statement } from '#contract/hours'
import { hasRole } from '#contract/shared/grants'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import { reversalId } from '#core/hours/honour'
import { type LedgerLine as Entry, isRecorded, starsFor } from '#core/hours/ledger'
import { plusSum, type Sum } from '#core/hours/sums'
import { entries, members, memberships, reversals } from '#store/collections'
import { atLeast, atMost, between } from '#store/words/conditions'
import { namesOf } from './words'

/** The database gives so many documents at once; nobody has more lines in a year. */
const manyLines = 1000

/** Shows the caller's ledger, or a team member's to their leader. The totals are those of the last line. */
export async function statement(
  context: MemberContext,
  { memberId, cursor, limit = 20 }: Input<typeof hoursStatement>,
): Promise<Answer<Statement>> {
  const { member } = context
  const subject = memberId === undefined || memberId === member._id ? member : await led(context, memberId)
  if (!subject) return no('not_found')
  const own = { memberId: subject._id }
  const [page, last] = await Promise.all([
    entries.page('bySeq', own, { cursor, limit }),
    cursor === undefined ? [] : entries.find('bySeq', own, { limit: 1 }),
  ])
  const [tail] = [...last, ...page.items]
  const [back, nameOf] = await Promise.all([takenBack(page.items), wordNames(page.items)])
  const { recordedMinutes = 0, honourMinutes = 0, byTeam = {}, byProject = {} } = tail?.totals ?? {}
  return yes({
    ...page,
    memberId: subject._id,
    name: subject.name,
    ...(subject.volunteerNo ? { volunteerNo: subject.volunteerNo } : {}),
    totalMinutes: recordedMinutes + honourMinutes,
    recordedMinutes,
    honourMinutes,
    stars: starsFor(recordedMinutes),
    byTeam: Object.entries(byTeam).map(([teamId, minutes]) => ({ teamId, minutes })),
    byProject: Object.entries(byProject).map(([projectId, minutes]) => ({ projectId, minutes })),
    items: page.items.map((entry) => shown(entry, back, nameOf)),
  })
}

/** Finds which of these lines were reversed. */
async function takenBack(lines: readonly Entry[]): Promise<ReadonlySet<string>> {
  const ids = lines.map(({ memberId, seq }) => reversalId(memberId, seq))
  const found = await reversals.getMany(ids, { where: { reversed: true }, fields: ['entryId'] })
  return new Set(found.map(({ entryId }) => entryId))
}

/** The names of those who have credited lines by word; nothing is read where none was. */
const wordNames = (lines: readonly Entry[]) =>
  namesOf(lines.flatMap(({ proposedById, byId }) => (proposedById && byId ? [proposedById, byId] : [])))

/** @param back the ids of lines that were reversed. */
function shown(entry: Entry, back: ReadonlySet<string>, nameOf: (id: MemberId) => string): HoursEntry {
  const { _id, seq, minutes, kind, teamId, title, servedFrom, servedTo, creditedAt } = entry
  const { overlap, reverses, reason, projectId, teamName, proposedById, byId } = entry
  return {
    entryId: _id,
    seq,
    minutes,
    kind,
    teamId,
    title,
    servedFrom,
    servedTo,
    creditedAt,
    ...(proposedById && byId ? { word: { proposedBy: nameOf(proposedById), approvedBy: nameOf(byId) } } : {}),
    ...(overlap === undefined ? {} : { overlap }),
    ...(reverses === undefined ? {} : { reverses }),
    ...(back.has(_id) ? { reversed: true as const } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(projectId === undefined ? {} : { projectId }),
    ...(teamName === undefined ? {} : { teamName }),
  }
}

const monthFields = ['kind', 'reversedKind', 'minutes', 'day'] as const

/** Adds a year of a ledger up by month, for the caller or a member's leader. Months without a line are left out. */
export async function months(
  context: MemberContext,
  { memberId, year }: Input<typeof hoursMonths>,
): Promise<Answer<{ months: MonthOfHours[] }>> {
  const { member } = context
  const subject = memberId === undefined || memberId === member._id ? member : await led(context, memberId)
  if (!subject) return no('not_found')
  const span = between(atLeast(`${year}-01-01`), atMost(`${year}-12-31`))
  const lines = await entries.find(
    'year',
    { memberId: subject._id, day: span },
    { limit: manyLines, fields: monthFields },
  )
  const sums = new Map<string, Sum>()
  for (const line of lines) {
    const month = line.day.slice(0, 7)
    const recorded = isRecorded(line)
    const part = { recordedMinutes: recorded ? line.minutes : 0, honourMinutes: recorded ? 0 : line.minutes }
    sums.set(month, plusSum(sums.get(month) ?? { recordedMinutes: 0, honourMinutes: 0 }, part))
  }
  return yes({ months: [...sums].map(([month, sum]) => ({ month, ...sum })) })
}

/** Finds a member whose hours the caller may see: an admin sees all, a leader those of their teams. */
async function led(context: MemberContext, memberId: string) {
  const { member } = context
  const subject = await members.get(memberId)
  if (!subject || isAdmin(context)) return subject
  const theirs = await memberships.find('byMember', { memberId }, { limit: 50 })
  const leads = theirs.some(
    ({ teamId, state }) =>
      (state === 'accepted' || state === 'left') && hasRole(member.roles, 'team_leader', { teamId }),
  )
  return leads ? subject : undefined
}
