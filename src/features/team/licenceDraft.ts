import type { Checked, Faults } from '#cloud/call/checked'
import { birthDayOf } from '#text/member/birthDayOf'
import { licenceText } from '#text/team/licence'

/** A licence as somebody is writing it. */
export interface LicenceDraft {
  licence: string
  validUntil: string
}
export type LicenceFault = 'licence' | 'validUntil'

export const emptyLicence = (): LicenceDraft => ({ licence: '', validUntil: '' })

/** The licence as it is sent, or what is still missing. A day is written as a birthday is. */
export function licenceOf({ licence, validUntil }: LicenceDraft): LicenceDraft | { fault: LicenceFault } {
  const name = licence.trim()
  const day = birthDayOf(validUntil)
  if (name === '') return { fault: 'licence' }
  return day === undefined ? { fault: 'validUntil' } : { licence: name, validUntil: day }
}

/** The licence as it is sent, or what still has to be mended, beside its field. */
export function checkLicence(draft: LicenceDraft): Checked<LicenceDraft, LicenceFault> {
  const made = licenceOf(draft)
  return 'fault' in made ? { faults: { [made.fault]: whatIsWrong[made.fault] } } : { input: made }
}

const whatIsWrong: Faults<LicenceFault> = {
  licence: licenceText.nameMissing,
  validUntil: licenceText.untilWrong,
}

/** One photo for one licence. */
export const withPhoto = ({ fileIds = [] }: { fileIds?: string[] }): { photoId?: string } =>
  fileIds[0] === undefined ? {} : { photoId: fileIds[0] }
