import { openedOnce } from '#support/h5/openedOnce'

/** An opening that fails so often before it succeeds. */
function failingAtFirst(times: number) {
  const opening = { count: 0 }
  const held = openedOnce(async () => {
    opening.count += 1
    if (opening.count <= times) throw new Error(`fault ${opening.count}`)
    return opening.count
  })
  return { held, opening }
}

describe('A visit that does not open', () => {
  it('is tried once for all its tests, which hear the same fault', async () => {
    const { held, opening } = failingAtFirst(9)
    for (const test of ['axe', 'elder mode', 'keyboard', 'policy'])
      await expect(held.by(test)).rejects.toThrow('fault 1')
    expect(opening.count).toBe(1)
  })

  it('is tried once more when its tests are run once more', async () => {
    const { held, opening } = failingAtFirst(9)
    const tests = ['axe', 'elder mode', 'keyboard']
    for (const test of tests) await expect(held.by(test)).rejects.toThrow('fault 1')
    for (const test of tests) await expect(held.by(test)).rejects.toThrow('fault 2')
    expect(opening.count).toBe(2)
  })

  it('serves all its tests where the second try opens it', async () => {
    const { held, opening } = failingAtFirst(1)
    for (const test of ['axe', 'elder mode']) await expect(held.by(test)).rejects.toThrow('fault 1')
    expect([await held.by('axe'), await held.by('elder mode'), await held.by('axe')]).toEqual([2, 2, 2])
    held.forget()
    expect(await held.by('axe')).toBe(3)
    expect(opening.count).toBe(3)
  })
})
