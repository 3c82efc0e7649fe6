import { gridOf } from '#contract/shared/gridOf'

describe('The grid of a building', () => {
  const grids = [
    { gridId: 'g1', name: '一', covers: [{ estateId: 'oak', buildings: ['1栋', '2栋'] }] },
    { gridId: 'g2', name: '二', covers: [{ estateId: 'oak', buildings: ['3栋'] }, { estateId: 'elm' }] },
    { gridId: 'g3', name: '三', covers: [{ estateId: 'elm', buildings: ['9栋'] }] },
    { gridId: 'g4', name: '四' },
  ]
  it.each([
    ['is the one that names it', { estateId: 'oak', building: '3栋' }, 'g2'],
    ['is the one of its whole estate', { estateId: 'elm', building: '1栋' }, 'g2'],
    ['is the one that names it before the one of its estate', { estateId: 'elm', building: '9栋' }, 'g3'],
    ['is not known where none names it', { estateId: 'oak', building: '7栋' }, undefined],
    ['is not known of a place that lies in several', { estateId: 'oak' }, undefined],
    ['is not known without an estate', { building: '1栋' }, undefined],
  ])('%s', (_, where, expected) => {
    expect(gridOf({ grids }, where)).toBe(expected)
  })
  it('is not known where two grids claim it', () => {
    const [one] = grids
    const twice = one ? [one, { ...one, gridId: 'g9' }] : []
    expect(gridOf({ grids: twice }, { estateId: 'oak', building: '1栋' })).toBeUndefined()
  })
})
