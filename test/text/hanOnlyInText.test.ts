import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const src = path.resolve(__dirname, '../../src')
const han = /\p{Script=Han}/u

const sources = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(tsx?|scss|json)$/.test(entry.name))
  .map((entry) => path.relative(src, path.join(entry.parentPath, entry.name)))

describe('What people read', () => {
  it('is written in src/text and nowhere else', () => {
    const strays = sources
      .filter((file) => !file.startsWith(`text${path.sep}`))
      .filter((file) => han.test(readFileSync(path.join(src, file), 'utf8')))
    expect(sources.length).toBeGreaterThan(50)
    expect(strays).toEqual([])
  })

  it('says 您, never 你', () => {
    const impolite = sources
      .filter((file) => file.startsWith(`text${path.sep}`))
      .filter((file) => readFileSync(path.join(src, file), 'utf8').includes('你'))
    expect(impolite).toEqual([])
  })
})
