const { accessSync, constants, mkdirSync, mkdtempSync, rmSync, statfsSync } = require('node:fs')
const { tmpdir } = require('node:os')
const path = require('node:path')

/** Room for the data of two workers, their browsers and what is downloaded. */
const leastBytes = 2 ** 30

/**
 * Makes the folder for everything that a run of the tests writes: the temporary folder of all its processes.
 * It is in memory where the system has room for it, so that a commit does not wait for a disk.
 */
exports.openRunFolder = () => {
  if (process.env.PREPARED_FOLDERS) return
  const folder = mkdtempSync(path.join(hasRoom('/dev/shm') ? '/dev/shm' : tmpdir(), 'tests-'))
  process.env.TMPDIR = folder
  process.env.PREPARED_FOLDERS = path.join(folder, 'prepared')
  process.env.COMPILED_FUNCTIONS = path.join(folder, 'compiled')
  for (const made of [process.env.PREPARED_FOLDERS, process.env.COMPILED_FUNCTIONS]) mkdirSync(made)
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.on('exit', remove)
}

function hasRoom(folder) {
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= leastBytes
  } catch {
    return false
  }
}
