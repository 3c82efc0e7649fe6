import { invalid, type MemberContext, no, yes } from '#app/call/context'
import { derivedId } from '#app/call/ids'
import { dependentBirthSpot, openBirth, readBirth, sealBirth } from '#app/member/birth'
import { countsToday } from '#app/member/lookups'
import type {
  Dependent as DependentView,
  memberAddDependent,
  memberEditDependent,
  memberRemoveDependent,
  OwnDependent,
} from '#contract/dependent'
import type { Input } from '#contract/shared/operation'
import type { Answer, Refusal } from '#contract/shared/refusal'
import { birthMonthKey } from '#core/member/birthday'
import { consentsTo, type StoredDependent } from '#core/member/member'
import { dependents } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import type { Sealing } from '#store/sealing/sealing'
import { appended } from '#store/words/changes'
import { not } from '#store/words/conditions'
import { copyFamily, dependentsOf, forgetFamily, manyDependents } from './family'

const shown = ({ _id, name, relation }: StoredDependent): DependentView => ({
  dependentId: _id,
  name,
  relation,
})

/** Lists a member's relatives with what a booking for them needs. */
export const shownDependentsOf = async (memberId: string): Promise<DependentView[]> =>
  (await dependentsOf(memberId)).map(shown)

const needsSpot = (id: string) => ({ collection: 'dependents', id, field: 'needs' }) as const

/** What to mind with a relative; undefined where the member has said nothing. */
export const needsOf = ({ _id, needs }: StoredDependent, sealing: Sealing): string | undefined =>
  needs === null ? undefined : sealing.open(needs, needsSpot(_id))

/** Lists the member's relatives. A proxy sees neither birthday nor needs. */
export async function list({
  member,
  settings,
  command,
}: MemberContext): Promise<Answer<{ items: OwnDependent[] }>> {
  const found = await dependentsOf(member._id)
  if (command.onBehalf) return yes({ items: found.map(shown) })
  const { sealing } = settings
  return yes({
    items: found.map((dependent) => {
      const needs = needsOf(dependent, sealing)
      const birth =
        dependent.birthDay === null
          ? undefined
          : openBirth(dependent.birthDay, dependentBirthSpot(dependent._id), sealing)
      return { ...shown(dependent), ...(birth && { birth }), ...(needs !== undefined && { needs }) }
    }),
  })
}

export async function add(
  context: MemberContext,
  input: Input<typeof memberAddDependent>,
): Promise<Answer<{ dependentId: string }>> {
  const { member, command } = context
  const dependentId = derivedId('d', command.key)
  const sealed = await sealedOf(context, dependentId, input)
  if ('ok' in sealed) return sealed
  const past = await dependents.get(dependentId)
  if (past) return past.fingerprint === command.fingerprint ? yes({ dependentId }) : no('conflict')
  if ((await dependents.count('byMember', { memberId: member._id, removed: false })) >= manyDependents)
    return invalid('name', `at most ${manyDependents} dependents`)
  if (!(await countsToday('relatives', dependentId, context))) return no('changed_often')
  const dependent: StoredDependent = {
    _id: dependentId,
    communityId: member.communityId,
    memberId: member._id,
    name: input.name,
    relation: input.relation,
    birthDay: sealed.birthDay ?? null,
    birthMonthKey: sealed.birthMonthKey ?? null,
    needs: sealed.needs ?? null,
    consentNote: input.consentNote,
    addedAt: command.at,
    removed: false,
    fingerprint: command.fingerprint,
  }
  await dependents.insert(dependent)
  await copyFamily(member._id, context.settings.sealing)
  return yes({ dependentId })
}

/** So many of the latest changes are remembered, so that a late repeat undoes nothing. */
const keptEdits = 50

/** Changes what is given; null removes birthday or needs. A late repeat of an earlier change undoes nothing. */
export async function edit(
  context: MemberContext,
  input: Input<typeof memberEditDependent>,
): Promise<Answer<{ dependentId: string }>> {
  const { member, command } = context
  const { dependentId, birthDay, needs } = input
  if (command.onBehalf && (birthDay === null || needs === null)) return no('for_them_alone')
  const dependent = await dependents.get(dependentId)
  if (!dependent || dependent.memberId !== member._id || dependent.removed) return no('not_found')
  const sealed = await sealedOf(context, dependentId, input)
  if ('ok' in sealed) return sealed
  await forgetFamily(member._id)
  await dependents.update(
    { _id: dependentId, removed: false, edits: not(command.key) },
    {
      ...sealed,
      ...(input.relation !== undefined && { relation: input.relation }),
      edits: appended([command.key], keptEdits),
    },
  )
  await copyFamily(member._id, context.settings.sealing)
  return yes({ dependentId })
}

type Sealed = Partial<Pick<StoredDependent, 'birthDay' | 'birthMonthKey' | 'needs'>>

/** Seals birthday and needs. Both require the consent to sensitive data, and WeChat checks the words. */
async function sealedOf(
  { member, command, settings, writer }: MemberContext,
  id: string,
  input: Pick<Input<typeof memberEditDependent>, 'birthDay' | 'birthCalendar' | 'needs'>,
): Promise<Sealed | Refusal> {
  const { birthDay, birthCalendar, needs } = input
  if (!consentsTo(member, 'sensitive') && (birthDay || needs)) return no('consent_needed')
  const { sealing } = settings
  const next: Sealed = {}
  if (birthDay === null) Object.assign(next, { birthDay: null, birthMonthKey: null })
  const born = birthDay ? readBirth({ birthDay, birthCalendar }, command.at) : undefined
  if (born && 'ok' in born) return born
  if (born) {
    next.birthDay = sealBirth(born.birth, dependentBirthSpot(id), sealing)
    next.birthMonthKey = birthMonthKey(born.birth)
  }
  if (needs === undefined || needs === null) return needs === null ? { ...next, needs } : next
  if ((await checkText(writer, needs)) === 'risky') return no('text_risky')
  return { ...next, needs: sealing.seal(needs, needsSpot(id)) }
}

/**
 * Removes a relative, with all that was written about them: nobody does that for somebody else. The id is
 * kept, so that a late repeat of adding them does not bring them back.
 */
export async function remove(
  { member, command, settings }: MemberContext,
  { dependentId }: Input<typeof memberRemoveDependent>,
): Promise<Answer<{ dependentId: string }>> {
  const dependent = await dependents.get(dependentId)
  if (!dependent || dependent.memberId !== member._id) return no('not_found')
  if (command.onBehalf) return no('for_them_alone')
  if (!dependent.removed) {
    await forgetFamily(member._id)
    await dependents.update(
      { _id: dependentId },
      {
        removed: true,
        name: '',
        relation: '',
        consentNote: '',
        needs: null,
        birthDay: null,
        birthMonthKey: null,
      },
    )
  }
  await copyFamily(member._id, settings.sealing)
  return yes({ dependentId })
}
