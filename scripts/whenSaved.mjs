import { readdirSync, watch } from 'node:fs'
import path from 'node:path'

/**
 * Calls `changed` a moment after something was saved below the folders, and never twice at once: what is saved while it
 * runs calls it once more afterwards. Each folder is watched by itself, since Node's recursive watch on Linux loses a
 * file once an editor or git has put another in its place. Answers what ends it.
 *
 * @param {string[]} folders
 * @param {() => unknown} changed
 * @param {number} [quietMs] Editors may write a file several times within this time.
 */
export function whenSaved(folders, changed, quietMs = 300) {
  /** @type {import('node:fs').FSWatcher[]} */
  let watchers = []
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  let last = Promise.resolve()

  function look() {
    const before = watchers
    watchers = folders.flatMap(foldersIn).map((folder) => watch(folder, noticed))
    for (const watcher of before) watcher.close()
  }
  function noticed() {
    clearTimeout(timer)
    timer = setTimeout(() => {
      look() // folders may have come and gone
      last = last.then(async () => void (await changed()))
    }, quietMs)
  }
  look()
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}

/**
 * A folder and all folders below it.
 *
 * @param {string} folder
 * @returns {string[]}
 */
function foldersIn(folder) {
  const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [folder, ...inside.flatMap(({ name }) => foldersIn(path.join(folder, name)))]
}
