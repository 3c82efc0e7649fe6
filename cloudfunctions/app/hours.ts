import type { HoursEntry, Statement } from '#contract/hours'
import type { InputOf } from '#contract/operations'
import type { Answer } from '#contract/refusal'
import { type HoursEntry as Entry, starsFor } from '#core/hours/ledger'
import { holds } from '#core/member/member'
import { entries, members, memberships } from '#store/collections'
import { type MemberContext, no, rolesOf, yes } from './context'

/** The caller's ledger, or a team member's for their leader. Totals are the tail's running totals. */
export async function statement(
  context: MemberContext,
  { memberId, cursor, limit = 20 }: InputOf<'hours.statement'>,
): Promise<Answer<Statement>> {
  const { member } = context
  const subject = memberId === undefined || memberId === member._id ? member : await led(context, memberId)
  if (!subject) return no('not_found')
  const [tail] = await entries.find({ memberId: subject._id }, ['seq', -1], 1)
  const page = await entries.page({ where: { memberId: subject._id }, sort: ['seq', -1], cursor, limit })
  const { recordedMinutes = 0, honourMinutes = 0, byTeam = {} } = tail?.totals ?? {}
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
    items: page.items.map(shown),
  })
}

function shown({
  _id,
  seq,
  minutes,
  kind,
  teamId,
  title,
  servedFrom,
  servedTo,
  creditedAt,
}: Entry): HoursEntry {
  return { entryId: _id, seq, minutes, kind, teamId, title, servedFrom, servedTo, creditedAt }
}

/** A member whose hours the caller may see: an admin sees all, a leader those of their teams. */
async function led({ member, identity, settings }: MemberContext, memberId: string) {
  const subject = await members.get(memberId)
  if (!subject || rolesOf(identity, settings).includes('admin')) return subject
  const theirs = await memberships.find({ memberId }, ['since', -1], 50)
  const leads = theirs.some(
    ({ teamId, state }) =>
      (state === 'accepted' || state === 'left') && holds(member.roles, 'team_leader', { teamId }),
  )
  return leads ? subject : undefined
}
