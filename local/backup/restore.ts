import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { prepareFolder } from '#local/dataFolder'
import { lockFolder } from '#local/engine/lock'
import { openWhole } from '#local/engine/whole'
import { readKeys } from '#local/keys'
import { isNoRoom, noRoomWords } from '#local/noRoom'
import { type ArchiveManifest, readArchive, type Sink } from './archive'
import { contentsOf } from './snapshot'

/** What is data in a data folder; the database comes last, since it says that the folder is complete. */
const dataNames = ['keys.json', 'clock', 'files', 'cloud.db-wal', 'cloud.db-shm', 'cloud.db']

/**
 * Puts the data of a backup into an empty data folder; with `replace` into one with data, which is moved into
 * a folder inside. Reads the whole backup before it writes anything. Throws one sentence, and has changed
 * nothing, where the backup or the passphrase is wrong or the folder is in use.
 */
export function restore(
  file: string,
  dataDir: string,
  passphrase: string,
  replace = false,
): { manifest: ArchiveManifest; before?: string } {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  if (!replace && dataNames.some((name) => existsSync(join(dataDir, name))))
    throw new Error(
      `There is data in ${dataDir}; name an empty folder in LOCAL_DATA, or add --replace, which keeps the old data in a folder inside.`,
    )
  readArchive(file, passphrase, () => ({ write() {}, end() {} }))
  prepareFolder(dataDir)
  const release = lockFolder(dataDir)
  const folder = join(dataDir, 'restoring')
  try {
    const manifest = unpack(file, passphrase, folder)
    const before = putAside(dataDir)
    for (const name of dataNames)
      if (existsSync(join(folder, name))) renameSync(join(folder, name), join(dataDir, name))
    return { manifest, ...(before !== undefined && { before }) }
  } catch (fault) {
    throw isNoRoom(fault) ? new Error(noRoomWords) : fault
  } finally {
    rmSync(folder, { recursive: true, force: true })
    release()
  }
}

/** Writes the backup into a folder, and looks whether a local cloud could start from it. */
function unpack(file: string, passphrase: string, folder: string): ArchiveManifest {
  rmSync(folder, { recursive: true, force: true })
  const manifest = readArchive(file, passphrase, (name) => fileSink(join(folder, name)))
  openWhole(join(folder, 'cloud.db')).close()
  readKeys(folder)
  const { documents } = contentsOf(join(folder, 'cloud.db'))
  if (JSON.stringify(documents) !== JSON.stringify(manifest.documents))
    throw new Error(`${file} does not hold the documents it says it holds; take another backup.`)
  return manifest
}

function fileSink(file: string): Sink {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const handle = openSync(file, 'wx', 0o600)
  return {
    write: (bytes) => writeFileSync(handle, bytes),
    end() {
      fsyncSync(handle)
      closeSync(handle)
    },
  }
}

/** Moves the data of a folder into one inside it; undefined where there was none. */
function putAside(dataDir: string): string | undefined {
  const held = dataNames.filter((name) => existsSync(join(dataDir, name)))
  if (held.length === 0) return undefined
  const before = join(dataDir, `before-restore-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`)
  mkdirSync(before, { mode: 0o700 })
  // the database goes first: a folder without it does not start
  for (const name of [...held].reverse()) renameSync(join(dataDir, name), join(before, name))
  return before
}
