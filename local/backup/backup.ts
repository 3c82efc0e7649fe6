import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { lockFolder } from '#local/engine/lock'
import { readKeys } from '#local/keys'
import { isNoRoom } from '#local/noRoom'
import { type ArchiveManifest, addFile, addManifest, readArchive } from './archive'
import { sealFile } from './sealedFile'
import { takeSnapshot } from './snapshot'

/**
 * Writes a backup of a data folder, which may be in use, into a new file, and reads it back. Throws one
 * sentence, and leaves no file, where that does not succeed.
 */
export function backUp(dataDir: string, file: string, passphrase: string): ArchiveManifest {
  if (!existsSync(join(dataDir, 'cloud.db'))) throw new Error(`There is no data in ${dataDir}.`)
  readKeys(dataDir)
  if (existsSync(file)) throw new Error(`${file} exists already; name a new file.`)
  if (!existsSync(dirname(file))) throw new Error(`There is no folder ${dirname(file)} for the backup.`)
  const work = join(dataDir, 'backing-up')
  mkdirSync(work, { recursive: true, mode: 0o700 })
  const release = lockFolder(work)
  const mine = { begun: false }
  try {
    writeFrom(dataDir, join(work, 'snapshot'), file, passphrase, mine)
    return readArchive(file, passphrase, () => ({ write() {}, end() {} }))
  } catch (fault) {
    if (mine.begun) rmSync(file, { force: true })
    throw isNoRoom(fault)
      ? new Error(`There is no room for the backup ${file}; nothing was kept of it.`)
      : fault
  } finally {
    rmSync(join(work, 'snapshot'), { recursive: true, force: true })
    release()
  }
}

function writeFrom(
  dataDir: string,
  folder: string,
  file: string,
  passphrase: string,
  mine: { begun: boolean },
): void {
  const { names, documents, missing } = takeSnapshot(dataDir, folder)
  const madeAt = Date.now()
  const to = sealFile(file, passphrase)
  mine.begun = true
  try {
    const entries = names.map((name) =>
      addFile(to, name, join(folder, name), statSync(join(folder, name)).size),
    )
    addManifest(to, { format: 1, madeAt, entries, documents, missing })
  } catch (fault) {
    to.abandon()
    throw fault
  }
  to.end()
}
