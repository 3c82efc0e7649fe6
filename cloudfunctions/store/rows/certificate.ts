import type { StoredCertificate } from '#core/certificate/certificate'
import { losesName } from '#store/engine/fate'
import { apart } from '#store/engine/join'
import { row } from '#store/engine/row'

export const certificatesRow = row<StoredCertificate>()({
  indexes: {
    byMember: ['memberId', '-issuedAt'],
    due: ['dueAt'],
  },
  sealed: {},
  // the paper can still be checked against the ledger
  fate: losesName,
  joins: apart('The paper names the ledger that it was issued on; its holder finds it through the account.'),
  passes: true,
})
