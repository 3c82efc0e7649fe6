import { strToU8, zipSync } from 'fflate'
import type { Exported } from '#contract/account'
import { exportText, type ReadablePart } from '#text/account/export'
import { fullDateWords } from '#text/shared/time'
import { readablePage } from './readablePage'

/** The two files of an export, in one zip. */
export function exportZip(exported: Exported, parts: readonly ReadablePart[]): Uint8Array {
  const page = readablePage(parts, fullDateWords(exported.exportedAt), exported.cutAt)
  return zipSync({
    [exportText.page]: strToU8(page),
    [exportText.record]: strToU8(JSON.stringify(exported, null, 2)),
  })
}
