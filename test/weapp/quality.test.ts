import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { copyOf, removeCopies, rewrite } from '#support/weapp/brokenCopy'
import { codeQuality } from '#support/weapp/codeQuality'

const dist = path.resolve('dist/weapp')
const patience = 900_000

afterAll(removeCopies)

test(
  'the compiled mini-program passes every check of WeChat’s own, without a network',
  async () => {
    const { checks, contacted } = await codeQuality(dist)
    expect(Object.keys(checks).length).toBeGreaterThanOrEqual(11)
    expect(Object.keys(checks).filter((name) => !checks[name])).toEqual([])
    expect(contacted).toEqual([])
  },
  patience,
)

test(
  'they see a heavy picture, code for all pages at once, and what only a subpackage uses',
  async () => {
    const copy = copyOf(dist)
    rewrite(copy, 'app.json', (text) => text.replace('"lazyCodeLoading":"requiredComponents",', ''))
    mkdirSync(path.join(copy, 'theme'), { recursive: true })
    writeFileSync(path.join(copy, 'theme', 'heavy.png'), randomBytes(220 * 1024))
    writeFileSync(
      path.join(copy, 'lonely.js'),
      'module.exports = { words: "only one subpackage asks for this" }',
    )
    rewrite(copy, 'packages/inbox/index.js', (text) => `require("../../lonely.js");${text}`)
    const { checks } = await codeQuality(copy)
    expect(
      Object.keys(checks)
        .filter((name) => !checks[name])
        .sort(),
    ).toEqual(['CONTAINS_OTHER_PKG_JS', 'IMAGE_AND_AUDIO_LIMIT', 'LAZYCODE_LOADING_OPEN'])
  },
  patience,
)
