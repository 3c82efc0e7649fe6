import type { Rows } from '#app/call/row'
import type { noticeOperations } from '#contract/notice'
import * as allowances from './allowances'
import * as inbox from './inbox'

export const rows: Rows<keyof typeof noticeOperations> = {
  'inbox.list': { kind: 'read', who: 'member', run: inbox.list },
  'inbox.read': { kind: 'write', who: 'member', run: inbox.read },
  'notice.allow': { kind: 'write', who: 'member', run: allowances.allow },
}
