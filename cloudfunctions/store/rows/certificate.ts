import type { StoredCertificate } from '#core/certificate/certificate'
import { losesName } from '#store/engine/fate'
import { apart } from '#store/engine/join'
import { row } from '#store/engine/row'

export const certificatesRow = row<StoredCertificate>()({
  indexes: {
    byMember: ['memberId', '-issuedAt'],
    ofCourse: ['activityId', 'edition'],
    due: ['dueAt'],
  },
  sealed: {},
  // the paper can still be checked against the ledger, or the lists of the course
  fate: losesName,
  joins: apart('The paper names whom it was issued to; its holder finds it through the account.'),
  passes: true,
})
