import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { LocalCloud } from '#local/cloud'

/** Calls through the SDK that do nothing else: `update` is conditional, `list` reads twenty documents. */
export type BareCall = 'read' | 'list' | 'add' | 'update' | 'check'

/**
 * What every other call is compared with: one conditional update, or the calls that an operation makes, one after
 * the other, without the operation; `requests` are sent by the SDK as they were, and their answers are read.
 */
const source = `
const sdk = require(${JSON.stringify(resolve('node_modules/wx-server-sdk'))})
sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
const { EJSON } = require(${JSON.stringify(resolve('node_modules/bson'))})
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
const { _request: wire } = collection.aggregate()._aggregate
async function send({ action, fields }) {
  const { data } = await wire.send(action, fields)
  if (data && data.list) data.list.map((text) => EJSON.parse(text))
}
exports.main = async ({ id, calls = ['update'], requests }) => {
  if (requests) for (const request of requests) await send(request)
  else for (const name of calls) await known[name](id)
}
`

/** A read as it reached the database. */
export interface BareRequest {
  action: string
  fields: object
}
const reads = ['database.getDocument', 'database.calculateDocument', 'database.aggregateDocuments']
const ownFields = ['collectionName', 'query', 'queryType', 'order', 'limit', 'offset', 'projection', 'stages']

/** What a call asks of the database, for `bare` to ask the same; the community, which is kept for a while, is left out. */
export async function requestsOf(cloud: LocalCloud, call: () => Promise<unknown>): Promise<BareRequest[]> {
  const requests: BareRequest[] = []
  cloud.hooks.before = (action, fields) => {
    const isCommunity = action === 'database.getDocument' && fields.collectionName === 'communities'
    if (!reads.includes(action) || isCommunity) return
    const own = Object.entries(fields).filter(([name]) => ownFields.includes(name))
    requests.push({ action, fields: Object.fromEntries(own) })
  }
  await call()
  delete cloud.hooks.before
  return requests
}

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
