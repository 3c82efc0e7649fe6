import { type CommunityParts, contradiction, removals } from '#core/community/edit'
import { sampleCommunity } from '#local/sample/community'

const before = sampleCommunity as CommunityParts
const edited = (change: Partial<CommunityParts>): CommunityParts => ({ ...before, ...change })

describe('what an edit takes away', () => {
  it('is nothing when names change and things are added', () => {
    const after = edited({
      name: '新名字',
      grids: [
        ...before.grids.map((grid) => ({ ...grid, name: `${grid.name}！` })),
        { gridId: 'grid11', name: '新' },
      ],
    })
    expect(removals(before, after)).toEqual([])
  })
  it('is named one by one', () => {
    const [huochai, ...estates] = before.estates
    const [repair, , ...services] = before.services
    const after = edited({
      estates: [{ ...(huochai as (typeof before.estates)[0]), buildings: ['1栋'] }, ...estates.slice(1)],
      grids: before.grids.slice(1),
      teams: before.teams.filter(({ teamId }) => teamId !== 'arts'),
      services: [
        { ...(repair as (typeof before.services)[0]), kinds: (repair?.kinds ?? []).slice(1) },
        ...services,
      ],
    })
    expect(removals(before, after)).toEqual([
      { what: 'estate', id: 'yangshu' },
      ...['2栋', '3栋', '4栋', '5栋', '6栋', '7栋', '8栋'].map((id) => ({
        what: 'building',
        id,
        estateId: 'huochai',
      })),
      { what: 'grid', id: 'grid1' },
      { what: 'team', id: 'arts' },
      { what: 'service', id: 'disability_aid' },
      { what: 'kind', id: 'plumbing', service: 'repair' },
    ])
  })
})

describe('a community that contradicts itself', () => {
  it('is not the sample', () => expect(contradiction(before)).toBeUndefined())
  it.each<[string, Partial<CommunityParts>, string]>([
    ['a grid twice', { grids: [...before.grids, { gridId: 'grid1', name: '又一个' }] }, 'grids.10'],
    [
      'a building in two grids',
      {
        grids: [
          { gridId: 'one', name: '一', covers: [{ estateId: 'huochai', buildings: ['1栋', '2栋'] }] },
          { gridId: 'two', name: '二', covers: [{ estateId: 'huochai', buildings: ['2栋'] }] },
        ],
      },
      'grids.1.covers',
    ],
    [
      'a building twice',
      { estates: [{ estateId: 'huochai', name: '火柴新村', buildings: ['1栋', '1栋'] }] },
      'estates.0.buildings.1',
    ],
    ['a service of no team', { teams: before.teams.slice(1) }, 'services.0.teamId'],
    [
      'a kind twice',
      {
        services: [
          {
            service: 'repair',
            title: '维修',
            teamId: 'repair',
            kinds: [
              { kind: 'a', title: '甲' },
              { kind: 'a', title: '乙' },
            ],
          },
        ],
      },
      'services.0.kinds.1',
    ],
  ])('has %s', (_, change, path) => expect(contradiction(edited(change))?.path).toBe(path))
})
