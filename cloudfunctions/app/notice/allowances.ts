import { type MemberContext, no, rolesOf, yes } from '#app/call/context'
import type { Role } from '#contract/member'
import type { NoticeBalance, NoticeBalances, noticeAllow, Purpose } from '#contract/notice'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { allowances } from '#store/collections'
import type { Inquiry } from '#store/engine/documents'
import type { Allowance } from '#store/rows/notice'
import { readAs } from '#store/together'
import { appended, plus, removed } from '#store/words/changes'
import { not } from '#store/words/conditions'
import { keepFault } from './messageFaults'
import { templatesById, templatesOf } from './templates'

export const allowanceId = (memberId: string, templateId: string): string => `${memberId}_${templateId}`
/** So many taps are remembered, so that a repeat counts once. */
const rememberedTaps = 20
/** A template that allowed nothing is not asked for again for so long. */
const declinedForMs = 7 * dayMs
/** No community has more templates. */
const manyTemplates = 50

/** Notes what the person answered WeChat, once for each tap. One accept allows one message. */
export async function allow(
  { member, command, settings, community }: MemberContext,
  input: Input<typeof noticeAllow>,
): Promise<Answer<NoticeBalances>> {
  const answers = 'answers' in input ? input.answers : [input]
  const known = templatesById(templatesOf(community, settings))
  if (answers.some(({ templateId }) => !known.has(templateId))) return no('not_found')
  const newTap = { commands: not(command.key) }
  const noted = { commands: appended([command.key], rememberedTaps) }
  const idsOf = (some: typeof answers) => some.map(({ templateId }) => allowanceId(member._id, templateId))
  const accepted = answers.filter(({ outcome }) => outcome === 'accept')
  const declined = answers.filter(({ outcome }) => outcome !== 'accept')
  await allowances.insertAll(answers.map(({ templateId }) => emptyAllowance(member, templateId)))
  if (accepted.length > 0)
    await allowances.updateMany(idsOf(accepted), { balance: plus(1), declinedAt: removed, ...noted }, newTap)
  if (declined.length > 0)
    await allowances.updateMany(idsOf(declined), { declinedAt: command.at, ...noted }, newTap)
  // WeChat shows no such template, or only one of two with the same title
  for (const { templateId, outcome } of answers)
    if (outcome === 'ban' || outcome === 'filter')
      await keepFault(community._id, { templateId, fault: outcome, at: command.at })
  const found = await allowances.getMany(idsOf(answers), { fields: balanceFields })
  const balances = answers.map(
    ({ templateId }): NoticeBalance =>
      shown(found, command.at).find((each) => each.templateId === templateId) ?? { templateId, balance: 0 },
  )
  const [first = { templateId: '', balance: 0 }] = balances
  return yes({ ...first, balances })
}

const emptyAllowance = (
  { _id: memberId, communityId }: { _id: MemberId; communityId: string },
  templateId: string,
): Allowance => ({
  ...{ _id: allowanceId(memberId, templateId), communityId, memberId, templateId },
  ...{ balance: 0, commands: [], spentOn: [] },
})

const balanceFields = ['templateId', 'balance', 'declinedAt'] as const
const shown = (
  found: readonly Pick<Allowance, (typeof balanceFields)[number]>[],
  now: Instant,
): NoticeBalance[] =>
  found.map(({ templateId, balance, declinedAt }) => ({
    templateId,
    balance,
    ...(declinedAt !== undefined && declinedAt + declinedForMs > now && { declined: true }),
  }))

/** Whether a person of these roles may be told something of this purpose. */
function concerns(purpose: Purpose, roles: readonly Role[]): boolean {
  if (purpose === 'team') return roles.includes('volunteer')
  if (purpose === 'duty') return roles.some((role) => role !== 'resident' && role !== 'volunteer')
  return true
}

/** What is left of each template that serves the person, also where none was ever allowed. */
export function balancesOf(
  { identity, settings, community }: MemberContext,
  known: readonly NoticeBalance[],
): NoticeBalance[] {
  const roles = rolesOf(identity, settings)
  const serving = [...templatesById(templatesOf(community, settings))].filter(([, purposes]) =>
    purposes.some((purpose) => concerns(purpose, roles)),
  )
  return serving.map(
    ([templateId]) => known.find((each) => each.templateId === templateId) ?? { templateId, balance: 0 },
  )
}

/** The person's allowances, to be asked for with others. */
export const findingBalances = (memberId: MemberId, now: Instant): Inquiry<NoticeBalance[]> =>
  readAs(
    allowances.finding('byMember', { memberId }, { limit: manyTemplates, fields: balanceFields }),
    (found) => shown(found, now),
  )
