import { idInScene } from '#contract/scene'

describe('The scene of a mini-program code', () => {
  it.each([
    ['d=p_0123', 'p_0123'],
    ['d%3Dp_0123', 'p_0123'],
    ['d=', undefined],
    ['a=p_0123', undefined],
    ['s=p_0123', undefined],
    ['d=../x', undefined],
    [undefined, undefined],
  ])('%j names the pair %j', (scene, pairId) => {
    expect(idInScene('desk', scene)).toBe(pairId)
  })

  it('leads to an activity or a team by its own letter', () => {
    expect(idInScene('activity', 'a%3Da_0123')).toBe('a_0123')
    expect(idInScene('team', 't=repair')).toBe('repair')
    expect(idInScene('team', 'a=repair')).toBeUndefined()
  })
})
