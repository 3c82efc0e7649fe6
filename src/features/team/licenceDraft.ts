import type { Checked, Faults } from '#cloud/call/checked'
import { birthDayOf } from '#text/member/birthDayOf'
import { licenceText } from '#text/team/licence'

/** A licence that is being written. */
export interface LicenceDraft {
  licence: string
  validUntil: string
}
export type LicenceFault = 'licence' | 'validUntil'

export const emptyLicence = (): LicenceDraft => ({ licence: '', validUntil: '' })

/** The licence to send, or its fault. The day is typed like a birthday. */
export function licenceOf({ licence, validUntil }: LicenceDraft): LicenceDraft | { fault: LicenceFault } {
  const name = licence.trim()
  const day = birthDayOf(validUntil)
  if (name === '') return { fault: 'licence' }
  return day === undefined ? { fault: 'validUntil' } : { licence: name, validUntil: day }
}

/** The licence to send, or the faults by field. */
export function checkLicence(draft: LicenceDraft): Checked<LicenceDraft, LicenceFault> {
  const made = licenceOf(draft)
  return 'fault' in made ? { faults: { [made.fault]: whatIsWrong[made.fault] } } : { input: made }
}

const whatIsWrong: Faults<LicenceFault> = {
  licence: licenceText.nameMissing,
  validUntil: licenceText.untilWrong,
}

/** The licence's photo, of which there is one at most. */
export const withPhoto = ({ fileIds = [] }: { fileIds?: string[] }): { photoId?: string } =>
  fileIds[0] === undefined ? {} : { photoId: fileIds[0] }
