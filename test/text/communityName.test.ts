import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sampleCommunity } from '#local/sample/community'

const root = path.resolve(__dirname, '../..')
const sources = ['src', 'contract', 'cloudfunctions', 'config', 'local', 'scripts'].flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|m?js|json|html|scss)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
)
/** As people say it, without 社区. */
const name = String(sampleCommunity.name).replace(/社区$/, '')

it('the sample community’s name stands in no code but the sample’s: a deployment’s own comes from its data', () => {
  const holding = sources.filter((file) => readFileSync(path.join(root, file), 'utf8').includes(name))
  expect(sources.length).toBeGreaterThan(900)
  expect(holding).toEqual(['local/sample/community.ts'])
})
