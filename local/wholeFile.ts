import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Writes a file, for its owner only. After a crash or on a full disk there is the old file or the new one,
 * never a part; what could not be written takes no room.
 */
export function writeWhole(file: string, content: string | Buffer): void {
  const next = `${file}.next`
  try {
    const handle = openSync(next, 'w', 0o600)
    try {
      writeFileSync(handle, content)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(next, file)
  } catch (fault) {
    rmSync(next, { force: true })
    throw fault
  }
}
