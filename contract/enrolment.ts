import * as v from 'valibot'
import type { MemberState } from './member'
import type { RegisterHint } from './register'
import { birthCalendars, birthDay } from './shared/birth'
import { type ContractRow, reply } from './shared/operation'
import { day, id, line, type MemberId, personName, phone } from './shared/scalars'

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

export const enrolmentOperations = {
  'member.enrol': { input: memberEnrol, reply: reply<Enrolled>() },
} as const satisfies Record<string, ContractRow>
