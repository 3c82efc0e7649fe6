import type { Faults } from '#cloud/call/checked'
import type { OwnDependent } from '#contract/dependent'
import type { RawInputOf } from '#contract/operations'
import { isPersonName } from '#contract/shared/text'
import { birthDayOf } from '#text/member/birthDayOf'
import { dependentText } from '#text/member/dependent'

/** The typed fields of a relative. */
interface DependentWords {
  name: string
  /** A day as people write it. */
  birthday: string
  needs: string
  consentNote: string
}
interface DependentChoices {
  relation?: string | undefined
  calendar: 'solar' | 'lunar'
}
export type DependentDraft = DependentWords & DependentChoices

/** What is wrong with a part, in a sentence for the person. */
type DependentFaults = Faults<keyof DependentDraft>

export const emptyDependent: DependentDraft = {
  name: '',
  birthday: '',
  needs: '',
  consentNote: '',
  calendar: 'solar',
}

/** The input to send, or the faults. */
export function checkDependent(draft: DependentDraft): {
  input?: RawInputOf<'member.addDependent'>
  faults: DependentFaults
} {
  const name = draft.name.trim()
  const consentNote = draft.consentNote.trim()
  const needs = draft.needs.trim()
  const { relation, calendar } = draft
  const birthDay = birthDayOf(draft.birthday)
  const faults: DependentFaults = {
    ...(!name && { name: dependentText.nameMissing }),
    ...(name && !isPersonName(name) && { name: dependentText.nameWrong }),
    ...(!relation && { relation: dependentText.relationMissing }),
    ...birthFault(draft),
    ...(!consentNote && { consentNote: dependentText.consentMissing }),
  }
  if (Object.keys(faults).length > 0 || !relation) return { faults }
  return {
    faults,
    input: {
      name,
      relation,
      consentNote,
      ...(birthDay && { birthDay, birthCalendar: calendar }),
      ...(needs && { needs }),
    },
  }
}

/** The input for what was changed about a relative, or the faults. An emptied field is sent as null. */
export function checkChange(
  before: OwnDependent,
  draft: Omit<DependentDraft, 'name' | 'consentNote'>,
): { input?: RawInputOf<'member.editDependent'>; faults: DependentFaults } {
  const needs = draft.needs.trim()
  const faults = birthFault(draft)
  if (faults.birthday) return { faults }
  const birthDay = birthDayOf(draft.birthday)
  const { relation, calendar } = draft
  return {
    faults,
    input: {
      dependentId: before.dependentId,
      ...(relation && relation !== before.relation && { relation }),
      ...(needs !== (before.needs ?? '') && { needs: needs || null }),
      ...(birthDay && { birthDay, birthCalendar: calendar }),
      ...(!birthDay && before.birth && { birthDay: null }),
    },
  }
}

const birthFault = ({ birthday }: Pick<DependentDraft, 'birthday'>): DependentFaults =>
  birthday.trim() !== '' && birthDayOf(birthday) === undefined
    ? { birthday: dependentText.birthdayWrong }
    : {}
