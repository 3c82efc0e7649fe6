import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** One conditional update through the SDK and nothing else: what every other call is compared with. */
const source = `
const sdk = require(${JSON.stringify(resolve('node_modules/wx-server-sdk'))})
sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
const database = sdk.database()
exports.main = ({ id }) =>
  database.collection('rotations').where({ _id: id, communityId: 'bare' }).update({ data: { found: database.command.inc(1) } })
`

/** A folder with the product's functions and the bare one, `bare`. */
export function functionsWithBare(): string {
  const folder = mkdtempSync(join(tmpdir(), 'functions-'))
  cpSync(process.env.BENCH_FUNCTIONS ?? 'dist/cloudfunctions', folder, { recursive: true })
  mkdirSync(join(folder, 'bare'))
  writeFileSync(join(folder, 'bare', 'index.js'), source)
  return folder
}

export const bareDocuments = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ _id: `bare_${index}`, communityId: 'bare', found: 0 }))
