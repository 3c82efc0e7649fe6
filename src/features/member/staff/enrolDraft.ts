import type { Checked, Faults } from '#cloud/call/checked'
import type { RawInputOf } from '#contract/operations'
import { isPersonName } from '#contract/shared/text'
import {
  checkDwelling,
  type DwellingDraft,
  isPhone,
  type RegistrationFaults,
} from '#features/member/registration/registration'
import { birthDayOf } from '#text/member/birthDayOf'
import { enrolText as words } from '#text/member/paper'

export interface EnrolDraft extends DwellingDraft {
  name: string
  phone: string
  birthday: string
  calendar: 'solar' | 'lunar'
  note: string
  signedBy: string
  signedOn: string
  keptAt: string
  /** Absent until the person has been asked. */
  sensitive?: boolean | undefined
}

export const newEnrolment: EnrolDraft = {
  name: '',
  phone: '',
  birthday: '',
  calendar: 'solar',
  unit: '',
  note: '',
  signedBy: '',
  signedOn: '',
  keptAt: '',
}

type Part = keyof RegistrationFaults | 'note' | 'signedBy' | 'signedOn' | 'sensitive'

/** The input to send, or the faults. */
export function checkEnrolment(draft: EnrolDraft): Checked<RawInputOf<'member.enrol'>, Part> {
  const { name, phone, note, signedBy, keptAt } = trimmed(draft)
  const dwelling = checkDwelling(draft)
  const birthDay = birthDayOf(draft.birthday)
  const signedOn = birthDayOf(draft.signedOn)
  const born = draft.birthday.trim() !== ''
  const faults: Faults<Part> = {
    ...(!name && { name: words.nameMissing }),
    ...(name && !isPersonName(name) && { name: words.nameWrong }),
    ...(phone && !isPhone(phone) && { phone: words.phoneWrong }),
    ...(born && !birthDay && { birthday: words.birthdayWrong }),
    ...(born && draft.sensitive === false && { birthday: words.birthNeeds }),
    ...dwelling.faults,
    ...(dwelling.faults.estateId && { estateId: words.estateMissing }),
    ...(dwelling.faults.gridId && { gridId: words.gridMissing }),
    ...(note.length < 2 && { note: words.noteMissing }),
    ...(signedBy && !isPersonName(signedBy) && { signedBy: words.nameWrong }),
    ...(draft.signedOn.trim() && !signedOn && { signedOn: words.signedOnWrong }),
    ...(draft.sensitive === undefined && { sensitive: words.sensitiveMissing }),
  }
  if (Object.keys(faults).length > 0 || !dwelling.input) return { faults }
  return {
    input: {
      name,
      ...dwelling.input,
      ...(phone && { phone }),
      ...(birthDay && { birthDay, birthCalendar: draft.calendar }),
      consentNote: note,
      ...(signedBy && { signedBy }),
      ...(signedOn && { signedOn }),
      ...(keptAt.length > 1 && { keptAt }),
      ...(!draft.sensitive && { sensitive: false }),
    },
  }
}

const trimmed = ({ name, phone, note, signedBy, keptAt }: EnrolDraft) => ({
  name: name.trim(),
  phone: phone.trim(),
  note: note.trim(),
  signedBy: signedBy.trim(),
  keptAt: keptAt.trim(),
})
