import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Calls through the SDK that do nothing else: `update` is conditional, `list` reads twenty documents. */
export type BareCall = 'read' | 'list' | 'add' | 'update' | 'check'

/**
 * What every other call is compared with: one conditional update, or the calls that an operation makes, one after
 * the other, without the operation.
 */
const source = `
const sdk = require(${JSON.stringify(resolve('node_modules/wx-server-sdk'))})
sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
const database = sdk.database()
const collection = database.collection('rotations')
const all = Array.from({ length: 20 }, (_, index) => 'bare_' + index)
const known = {
  read: (id) => collection.doc(id).get(),
  list: () => collection.where({ _id: database.command.in(all) }).limit(20).get(),
  add: () => collection.add({ data: { communityId: 'added', found: 0 } }),
  update: (id) =>
    collection.where({ _id: id, communityId: 'bare' }).update({ data: { found: database.command.inc(1) } }),
  check: () => sdk.openapi.security.msgSecCheck({ openid: 'wx_bare', scene: 2, version: 2, content: '楼下的灯坏了' }),
}
exports.main = async ({ id, calls = ['update'] }) => {
  for (const name of calls) await known[name](id)
}
`

/** A folder with the product's functions and the bare one, `bare`. */
export function functionsWithBare(): string {
  const folder = mkdtempSync(join(tmpdir(), 'functions-'))
  cpSync(process.env.BENCH_FUNCTIONS ?? 'dist/cloudfunctions', folder, { recursive: true })
  mkdirSync(join(folder, 'bare'))
  writeFileSync(join(folder, 'bare', 'index.js'), source)
  writeFileSync(
    join(folder, 'bare', 'config.json'),
    JSON.stringify({ permissions: { openapi: ['security.msgSecCheck'] } }),
  )
  return folder
}

export const bareDocuments = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ _id: `bare_${index}`, communityId: 'bare', found: 0 }))
