import type { RawInputOf } from '#contract/operations'
import { isPersonName } from '#contract/text'
import { consentVersion } from '../../text/privacy'
import { registerText } from '../../text/register'

/** What is filled in so far; a part not yet chosen is absent. */
export interface RegistrationDraft {
  name: string
  phone: string
  /** From WeChat's phone button; it goes before a typed number. */
  phoneCode?: string | undefined
  estateId?: string | undefined
  building?: string | undefined
  unit: string
  gridId?: string | undefined
  service: boolean
  sensitive: boolean
}

/** What is wrong with a part, in a sentence for the person. */
export interface RegistrationFaults {
  name?: string
  phone?: string
  estateId?: string
  building?: string
  unit?: string
  gridId?: string
  consents?: string
}

/** The input to send, or what still has to be mended. */
export function checkRegistration(draft: RegistrationDraft): {
  input?: RawInputOf<'member.register'>
  faults: RegistrationFaults
} {
  const name = draft.name.trim()
  const unit = draft.unit.trim()
  const phone = draft.phone.replace(/[\s-]/g, '')
  const { phoneCode, estateId, building, gridId } = draft
  const phoneWrong = !phoneCode && phone !== '' && !/^(\+?86)?1[3-9]\d{9}$/.test(phone)
  const faults: RegistrationFaults = {
    ...(!name && { name: registerText.nameMissing }),
    ...(name && !isPersonName(name) && { name: registerText.nameWrong }),
    ...(phoneWrong && { phone: registerText.phoneWrong }),
    ...(!estateId && { estateId: registerText.estateMissing }),
    ...(!building && { building: registerText.buildingMissing }),
    ...(!unit && { unit: registerText.unitMissing }),
    ...(!gridId && { gridId: registerText.gridMissing }),
    ...(!(draft.service && draft.sensitive) && { consents: registerText.consentMissing }),
  }
  if (Object.keys(faults).length > 0 || !estateId || !building || !gridId) return { faults }
  return {
    faults,
    input: {
      name,
      estateId,
      building,
      unit,
      gridId,
      ...(phoneCode ? { phoneCode } : phone && { phone }),
      consents: [
        { kind: 'service', version: consentVersion },
        { kind: 'sensitive', version: consentVersion },
      ],
    },
  }
}
