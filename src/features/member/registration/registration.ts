import * as v from 'valibot'
import type { Faults } from '#cloud/call/checked'
import type { RawInputOf } from '#contract/operations'
import type { Controller } from '#contract/shared/controller'
import { phone as phoneNumber } from '#contract/shared/scalars'
import { isPersonName } from '#contract/shared/text'
import { consentVersionOf } from '#text/account/privacy'
import { birthDayOf } from '#text/member/birthDayOf'
import { registrationText } from '#text/member/registration'

/** What a person types when they register. */
export interface RegistrationWords {
  name: string
  phone: string
  /** A code from WeChat's phone button. It wins over a typed number. */
  phoneCode?: string | undefined
  unit: string
  /** A day as people write it. */
  birthday: string
}
/** What a person chooses. What is not chosen yet is absent. */
export interface RegistrationChoices {
  estateId?: string | undefined
  building?: string | undefined
  gridId?: string | undefined
  calendar: 'solar' | 'lunar'
  service: boolean
  sensitive: boolean
}
export type RegistrationDraft = RegistrationWords & RegistrationChoices
export type DwellingDraft = Pick<RegistrationDraft, 'estateId' | 'building' | 'gridId' | 'unit'>

/** The answers of a registration that was rejected, as far as they may be shown. */
export interface RegisteredBefore {
  name: string
  gridId: string
  estateId?: string | undefined
  building?: string | undefined
}

export const newRegistration = (before?: RegisteredBefore): RegistrationDraft => ({
  name: before?.name ?? '',
  phone: '',
  unit: '',
  birthday: '',
  gridId: before?.gridId,
  estateId: before?.estateId,
  building: before?.building,
  calendar: 'solar',
  service: false,
  sensitive: false,
})

/** What is wrong with a part, in a sentence for the person. */
export type RegistrationFaults = Faults<
  'name' | 'phone' | 'birthday' | 'estateId' | 'building' | 'unit' | 'gridId' | 'consents'
>

/** The steps in their order. The consents come first, since nothing may be asked before them. */
export const registrationSteps = ['consents', 'who', 'where', 'review'] as const
type RegistrationStep = (typeof registrationSteps)[number]

const askedIn: Record<RegistrationStep, readonly (keyof RegistrationFaults)[]> = {
  consents: ['consents'],
  who: ['name', 'phone', 'birthday'],
  where: ['estateId', 'building', 'unit', 'gridId'],
  review: [],
}

/** The faults of one step. A later step has not been asked yet. */
export const faultsIn = (faults: RegistrationFaults, step: RegistrationStep): RegistrationFaults =>
  Object.fromEntries(askedIn[step].flatMap((part) => (faults[part] ? [[part, faults[part]]] : [])))

/** Whether it is a Chinese mobile number, in any way of writing one. */
export const isPhone = v.is.bind(undefined, phoneNumber)

/** The home as an input to send, or the faults. */
export function checkDwelling({ estateId, building, gridId, ...typed }: DwellingDraft): {
  input?: RawInputOf<'member.move'>
  faults: RegistrationFaults
} {
  const unit = typed.unit.trim()
  const faults: RegistrationFaults = {
    ...(!estateId && { estateId: registrationText.estateMissing }),
    ...(!building && { building: registrationText.buildingMissing }),
    ...(!unit && { unit: registrationText.unitMissing }),
    ...(!gridId && { gridId: registrationText.gridMissing }),
  }
  if (!estateId || !building || !unit || !gridId) return { faults }
  return { faults, input: { estateId, building, unit, gridId } }
}

/** The consents of whoever registers, to the wording and the body that hold now. */
export function consentsGiven(
  controller: Controller | undefined,
  kinds: readonly ('service' | 'sensitive')[] = ['service', 'sensitive'],
) {
  const version = consentVersionOf(controller)
  return kinds.map((kind) => ({ kind, version }))
}

/** The input to send, or the faults. */
export function checkRegistration(
  draft: RegistrationDraft,
  controller?: Controller,
): {
  input?: RawInputOf<'member.register'>
  faults: RegistrationFaults
} {
  const name = draft.name.trim()
  const dwelling = checkDwelling(draft)
  const phone = draft.phone.trim()
  const birthDay = birthDayOf(draft.birthday)
  const { phoneCode, calendar } = draft
  const phoneWrong = !phoneCode && phone !== '' && !isPhone(phone)
  const birthWrong = draft.birthday.trim() !== '' && birthDay === undefined
  const faults: RegistrationFaults = {
    ...(!name && { name: registrationText.nameMissing }),
    ...(name && !isPersonName(name) && { name: registrationText.nameWrong }),
    ...(phoneWrong && { phone: registrationText.phoneWrong }),
    ...(birthWrong && { birthday: registrationText.birthdayWrong }),
    ...dwelling.faults,
    ...(!(draft.service && draft.sensitive) && { consents: registrationText.consentMissing }),
  }
  if (Object.keys(faults).length > 0 || !dwelling.input) return { faults }
  return {
    faults,
    input: {
      name,
      ...dwelling.input,
      ...(phoneCode ? { phoneCode } : phone && { phone }),
      ...(birthDay && { birthDay, birthCalendar: calendar }),
      consents: consentsGiven(controller),
    },
  }
}
