import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import type { LocalCloud } from '#local/cloud'
import { startHouse } from '#local/house'
import { sdkFor } from '#support/sdk'

interface AnyDocument {
  _id: string
  rev: number
  [field: string]: unknown
}
/** A collection as this test uses it, with fields that the compiler does not check. */
interface AnyDocuments {
  get(id: string): Promise<AnyDocument | undefined>
  put(doc: AnyDocument): Promise<boolean>
  update(where: { _id: string }, change: object): Promise<boolean>
  save(before: AnyDocument, after: AnyDocument): Promise<boolean>
  rewrite(before: AnyDocument, after: AnyDocument): Promise<boolean>
}

let cloud: LocalCloud
let notices: AnyDocuments
const dataDir = mkdtempSync(join(tmpdir(), 'save-'))

beforeAll(async () => {
  cloud = await startHouse({ dataDir, functionsDir: resolve('dist/cloudfunctions'), port: 0 })
  sdkFor(cloud)
  const store: { open: unknown } = await import('#store/open')
  const open = store.open as (collection: string) => AnyDocuments
  notices = open('notices')
})
afterAll(async () => {
  await cloud.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const value = fc.oneof(
  fc.constant(null),
  fc.constant(true),
  fc.integer(),
  fc.constantFrom('', '王奶奶'),
  fc.array(fc.integer(), { maxLength: 2 }),
  fc.record({ at: fc.nat(), how: fc.string() }, { requiredKeys: [] }),
)
/** Of some fields each document has any; undefined is absent. */
const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(value, { nil: undefined }))
const stored = (doc: object) => JSON.parse(JSON.stringify(doc))

describe('a document that is decided anew', () => {
  it.each(['save', 'rewrite'] as const)(
    'is stored by %s as it was decided: what it has no more is gone, and what another call writes meanwhile stays',
    async (way) => {
      let made = 0
      await fc.assert(
        fc.asyncProperty(fields, fields, async (past, next) => {
          const _id = `${way}_${++made}`
          const before = { _id, rev: 1, ...stored(past) }
          await notices.put(before)
          await notices.update({ _id }, { setbacks: 2 })
          const after = { _id, rev: 2, ...next }
          expect(await notices[way](before, after)).toBe(true)
          expect(await notices.get(_id)).toEqual({ ...stored(after), setbacks: 2 })
        }),
        { numRuns: 60 },
      )
    },
  )

  it('is left alone by whoever has read an older one', async () => {
    const before = { _id: 'older', rev: 1, word: '有' }
    await notices.put({ ...before, rev: 2 })
    expect(await notices.save(before, { _id: 'older', rev: 2 })).toBe(false)
    expect(await notices.get('older')).toEqual({ ...before, rev: 2 })
  })
})
