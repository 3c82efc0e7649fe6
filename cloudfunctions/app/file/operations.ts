import type { Rows } from '#app/call/row'
import type { fileOperations } from '#contract/file'
import * as files from './files'

export const rows: Rows<keyof typeof fileOperations> = {
  'file.begin': { kind: 'write', who: 'member', onBehalf: 'quiet', run: files.begin },
  'file.part': { kind: 'write', who: 'member', onBehalf: 'quiet', run: files.part },
  'file.url': { kind: 'read', who: 'anyone', onBehalf: true, run: files.url },
}
