import { matchRegister } from '#core/register/match'

describe('what the register says', () => {
  const stated = { gridId: 'grid1', nameKey: 'wang' }

  it.each([
    ['the same dwelling, grid and name', { gridId: 'grid1', nameKeys: ['li', 'wang'] }, { match: 'same' }],
    ['a dwelling for which it names nobody', { gridId: 'grid1', nameKeys: [] }, { match: 'same' }],
    ['other names', { gridId: 'grid1', nameKeys: ['li'] }, { match: 'other_name' }],
    // Where both differ, only the grid is said, so that a worker of the wrong grid learns nothing about the names.
    ['another grid', { gridId: 'grid2', nameKeys: ['li'] }, { match: 'other_grid', gridId: 'grid2' }],
    ['no such dwelling', undefined, { match: 'no_dwelling' }],
  ])('%s', (_, dwelling, hint) => {
    expect(matchRegister(dwelling, stated)).toEqual(hint)
  })
})
