import { type Rows, registered } from '#app/call/row'
import type { publicationOperations } from '#contract/publication'
import * as reading from './reading'
import * as writing from './writing'

export const rows: Rows<keyof typeof publicationOperations> = {
  'publication.saveDraft': { kind: 'write', who: reading.writers, run: registered(writing.saveDraft) },
  'publication.publish': { kind: 'write', who: reading.writers, run: registered(writing.publish) },
  'publication.approve': { kind: 'write', who: reading.writers, run: registered(writing.approve) },
  'publication.return': { kind: 'write', who: reading.writers, run: registered(writing.sendBack) },
  'publication.edit': { kind: 'write', who: reading.writers, run: registered(writing.edit) },
  'publication.retire': { kind: 'write', who: reading.writers, run: registered(writing.retire) },
  'publication.list': {
    kind: 'read',
    who: 'anyone',
    alike: ({ when = 'published' }) => when === 'published' || when === 'retired',
    run: reading.list,
  },
  'publication.get': { kind: 'read', who: 'anyone', run: reading.get },
  'publication.editions': { kind: 'read', who: 'anyone', alike: () => true, run: reading.editionList },
}
