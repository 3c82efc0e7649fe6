import type { StoredCertificate } from '#core/certificate/certificate'
import { losesName } from '#store/engine/fate'
import { row } from '#store/engine/row'

export const certificatesRow = row<StoredCertificate>()({
  indexes: {
    byMember: ['memberId', '-issuedAt'],
    due: ['dueAt'],
  },
  sealed: {},
  // the paper can still be checked against the ledger
  fate: losesName,
  passes: true,
})
