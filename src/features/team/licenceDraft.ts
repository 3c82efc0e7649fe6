import { birthDayOf } from '#text/member/birthDayOf'

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

/** One photo for one licence. */
export const withPhoto = ({ fileIds = [] }: { fileIds?: string[] }): { photoId?: string } =>
  fileIds[0] === undefined ? {} : { photoId: fileIds[0] }
