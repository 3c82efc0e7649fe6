import type { Rows } from '#app/call/row'
import type { certificateOperations } from '#contract/certificate'
import * as certificates from './certificates'

export const rows: Rows<keyof typeof certificateOperations> = {
  'hours.certificate': { kind: 'write', who: ['resident'], onBehalf: 'at_counter', run: certificates.issue },
  'hours.certificates': { kind: 'read', who: 'member', onBehalf: 'at_counter', run: certificates.list },
  'certificate.get': { kind: 'read', who: 'member', onBehalf: 'at_counter', run: certificates.get },
  'certificate.revoke': { kind: 'write', who: ['admin'], run: certificates.revoke },
  'certificate.verify': { kind: 'read', who: 'anyone', pace: 'guess', run: certificates.verify },
}
