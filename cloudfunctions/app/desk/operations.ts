import type { Rows } from '#app/call/row'
import type { deskOperations } from '#contract/desk'
import * as desks from './desks'

export const rows: Rows<keyof typeof deskOperations> = {
  'desk.begin': { kind: 'write', who: 'anyone', pace: 'pairing', remembered: 'never', run: desks.begin },
  'desk.poll': { kind: 'write', who: 'anyone', pace: 'read', remembered: 'never', run: desks.poll },
  'desk.approve': { kind: 'write', who: 'member', pace: 'guess', run: desks.approve },
  'desk.list': { kind: 'read', who: 'member', run: desks.list },
  'desk.logout': { kind: 'write', who: 'member', run: desks.logout },
}
