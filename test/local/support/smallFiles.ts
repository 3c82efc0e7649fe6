import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openClock } from '#local/clock'
import { fileLog } from '#local/functions/functionLog'
import { openKeys } from '#local/keys'
import { isNoRoom } from '#local/noRoom'
import { FileStore } from '#local/storage/fileStore'

// Writes what does not fit, in a process whose files may not grow: node --import tsx smallFiles.ts <folder> <limitBytes>
const [folder = '', limit = '0'] = process.argv.slice(2)
const tooLarge = Number(limit) + 1

const store = new FileStore(join(folder, 'files'), Date.now)
const put = (path: string, bytes: Buffer) => store.put(path, store.uploadPass(path).authorization, bytes)
function refusal(write: () => unknown): string {
  try {
    write()
    return 'written'
  } catch (fault) {
    return isNoRoom(fault) ? 'no room' : String(fault)
  }
}

put('a/kept.png', Buffer.from('kept'))
const picture = refusal(() => put('a/kept.png', Buffer.alloc(tooLarge)))
const small = refusal(() => put('a/small.png', Buffer.from('small')))

const log = fileLog(join(folder, 'functions.log'))
for (let line = 0; line < 200; line++)
  log({ at: line, name: 'api', level: 'info', text: 'x'.repeat(Math.ceil(tooLarge / 100)) })
const lines = readFileSync(join(folder, 'functions.log'), 'utf8').trim().split('\n')

console.log(
  JSON.stringify({
    picture,
    small,
    kept: readFileSync(join(folder, 'files/a/kept.png'), 'utf8'),
    inStorage: readdirSync(join(folder, 'files/a')).sort(),
    lines: lines.map((line) => JSON.parse(line).at),
    clock: openClock(join(folder, 'clock')).advance(5) > Date.now(),
    keys: openKeys(folder).SEAL_KEYS.slice(0, 3),
  }),
)
