import fc from 'fast-check'
import { idInScene, type SceneKind, sceneLetters } from '#contract/scene'
import { hexHash } from '#contract/shared/draw'
import { minuteMs } from '#contract/shared/time'
import { isAskedAgain, sceneOf, shortId } from '#core/poster/code'

const ids = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/)
const kinds = fc.constantFrom(...(Object.keys(sceneLetters) as SceneKind[]))

describe('A scene', () => {
  it('has at most 32 characters for any id, and is read as the id that it was made of', () => {
    fc.assert(
      fc.property(kinds, ids, (kind, id) => {
        const short = shortId(id, hexHash)
        const scene = sceneOf(kind, short)
        expect(scene.length).toBeLessThanOrEqual(32)
        expect(scene).toMatch(/^[a-z]=[\w-]+$/)
        expect(idInScene(kind, encodeURIComponent(scene))).toBe(short)
        if (id.length <= 30) expect(short).toBe(id)
      }),
    )
  })
})

describe('After WeChat gave no code', () => {
  it.each([
    ['a minute later it is not asked', minuteMs, false],
    ['ten minutes later it is', 10 * minuteMs, true],
    ['nor is a clock that was set back waited for', -minuteMs, true],
  ])('%s', (_name, laterMs, again) => {
    const askedAt = Date.UTC(2026, 10, 30, 4)
    expect(isAskedAgain(askedAt, askedAt + laterMs)).toBe(again)
  })
})
