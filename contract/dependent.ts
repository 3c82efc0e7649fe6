import * as v from 'valibot'
import { type Birth, birthCalendars, birthDay } from './shared/birth'
import { type ContractRow, reply } from './shared/operation'
import { type DependentId, id, line, paragraph, personName } from './shared/scalars'

export const memberAddDependent = v.object({
  name: personName,
  relation: line(1, 10),
  birthDay: v.optional(birthDay),
  birthCalendar: v.optional(v.picklist(birthCalendars)),
  needs: v.optional(paragraph(1, 200)),
  consentNote: paragraph(1, 200),
})

export const memberDependents = v.object({})

/** A field that is absent stays as it was; null removes it. */
export const memberEditDependent = v.object({
  dependentId: id,
  relation: v.optional(line(1, 10)),
  birthDay: v.optional(v.nullable(birthDay)),
  birthCalendar: v.optional(v.picklist(birthCalendars)),
  needs: v.optional(v.nullable(paragraph(1, 200))),
})

export const memberRemoveDependent = v.object({ dependentId: id })

export interface Dependent {
  dependentId: DependentId
  name: string
  relation: string
}

/** A dependent as only their own member sees them. */
export interface OwnDependent extends Dependent {
  birth?: Birth
  /** What to mind when helping them; the volunteer who comes to them reads it. */
  needs?: string
}

export const dependentOperations = {
  'member.dependents': { input: memberDependents, reply: reply<{ items: OwnDependent[] }>() },
  'member.addDependent': { input: memberAddDependent, reply: reply<{ dependentId: DependentId }>() },
  'member.editDependent': { input: memberEditDependent, reply: reply<{ dependentId: DependentId }>() },
  'member.removeDependent': { input: memberRemoveDependent, reply: reply<{ dependentId: DependentId }>() },
} as const satisfies Record<string, ContractRow>
