import { type Rows, registered } from '#app/call/row'
import { writers } from '#app/publication/reading'
import type { pactOperations } from '#contract/pact'
import * as assents from './assents'
import * as proposals from './proposals'
import * as votes from './votes'

/** Nothing here is done for somebody else: an assent and a vote are each person's own. */
export const rows: Rows<keyof typeof pactOperations> = {
  'pact.assent': {
    kind: 'write',
    who: ['resident'],
    takesBack: ({ assents: on }) => !on,
    // a note of the command beside its keyed input would tell who has assented
    remembered: 'by_its_write',
    run: assents.assent,
  },
  'pact.paperAssents': { kind: 'write', who: writers, run: registered(assents.addPaper) },
  'pact.papers': { kind: 'read', who: writers, run: registered(assents.papers) },
  'pact.propose': {
    kind: 'write',
    who: ['resident'],
    remembered: 'by_its_write',
    run: proposals.propose,
  },
  'pact.proposals': { kind: 'read', who: 'anyone', run: proposals.proposals },
  // a note of the command would tell how somebody has voted, to whoever can key both inputs
  'pact.vote': { kind: 'write', who: ['resident'], remembered: 'by_its_write', run: votes.vote },
  'pact.proof': { kind: 'read', who: 'anyone', alike: () => true, run: votes.proof },
}
