import * as v from 'valibot'
import { consentKinds, type MemberState } from './member'
import type { RegisterHint } from './register'
import { birthCalendars, birthDay } from './shared/birth'
import { type ContractRow, reply } from './shared/operation'
import { day, groupedCode, type Instant, id, line, type MemberId, personName, phone } from './shared/scalars'

/** Where a signed paper lies, and who has signed it on which day. */
const paperPlace = {
  signedBy: v.optional(personName),
  signedOn: v.optional(day),
  keptAt: v.optional(line(2, 60)),
}

/**
 * A worker enrols somebody without WeChat, who has agreed on paper. The paper speaks of the service and of what
 * is sensitive; `sensitive: false` where the person wants door and birthday kept from it.
 */
export const memberEnrol = v.object({
  name: personName,
  phone: v.optional(phone),
  /** As in `memberRegister`. */
  gridId: v.optional(id),
  estateId: id,
  building: line(1, 10),
  unit: line(1, 20),
  birthDay: v.optional(birthDay),
  birthCalendar: v.optional(v.picklist(birthCalendars)),
  consentNote: line(2, 200),
  ...paperPlace,
  sensitive: v.optional(v.boolean()),
})

/** `register`: what the register says of the dwelling and the name; absent where the community has none. */
export interface Enrolled {
  memberId: MemberId
  state: MemberState
  register?: RegisterHint
}

/**
 * A worker gives out a code at the counter. `otherName`: the worker has seen that an account under another name is the
 * same person's.
 */
export const memberAdoptCode = v.object({ memberId: id, otherName: v.optional(v.boolean()) })

/** Eight digits; they count once, until then. */
export interface AdoptCode {
  code: string
  validUntil: Instant
}

/** `consents`: what somebody without an account agrees to, as in `memberRegister`. */
export const memberAdopt = v.object({
  code: v.pipe(groupedCode, v.regex(/^\d{8}$/)),
  consents: v.optional(
    v.pipe(v.array(v.object({ kind: v.picklist(consentKinds), version: line(1, 20) })), v.maxLength(4)),
  ),
})

export const enrolmentOperations = {
  'member.enrol': { input: memberEnrol, reply: reply<Enrolled>() },
  'member.adoptCode': { input: memberAdoptCode, reply: reply<AdoptCode>() },
  'member.adopt': { input: memberAdopt, reply: reply<{ memberId: MemberId }>() },
} as const satisfies Record<string, ContractRow>
