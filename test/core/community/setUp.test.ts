import { numeral } from '#contract/setUp/numeral'
import { firstUnfinished } from '#contract/setUp/steps'
import { defaultLimits } from '#contract/shared/defaultLimits'
import { controllerAfter } from '#core/community/controller'
import type { CommunityParts } from '#core/community/edit'
import { lackingOf } from '#core/community/lacking'

const nothing: CommunityParts = {
  name: '',
  phone: '',
  estates: [],
  grids: [],
  groups: [],
  services: [],
  requestCategories: [],
  projects: [],
  teams: [],
  limits: defaultLimits,
}
const team = { teamId: 'repair', name: '维修服务队', purpose: '上门修水管', sample: false }
const written = [
  { name: '长江社区', phone: '023-1' },
  { estates: [{ estateId: 'one', name: '一村', buildings: ['1栋'] }] },
  { grids: [{ gridId: 'g1', name: '第一网格' }] },
  { teams: [team] },
  { controller: { name: '长江社区居民委员会' } },
] satisfies Partial<CommunityParts>[]

describe('A community that is being set up', () => {
  it('goes on at the first step that is not done', () => {
    const upTo = (steps: number) => Object.assign({}, nothing, ...written.slice(0, steps)) as CommunityParts
    expect(written.map((_, steps) => firstUnfinished(upTo(steps)))).toEqual([
      'about',
      'homes',
      'grids',
      'offers',
      'privacy',
    ])
    expect(firstUnfinished(upTo(written.length))).toBeUndefined()
  })

  it('is not done with an estate that has no building, since nobody could say where they live', () => {
    const estates = [{ estateId: 'one', name: '一村', buildings: [] }]
    expect(firstUnfinished({ ...nothing, ...written[0], estates })).toBe('homes')
  })

  it('numbers its grids as people do', () => {
    expect([1, 9, 10, 11, 18, 20, 21, 99].map(numeral).join(' ')).toBe(
      '一 九 十 十一 十八 二十 二十一 九十九',
    )
  })
})

describe('Who keeps the records', () => {
  const stands = { rev: 5, name: '长江社区' }
  const committee = { name: '长江社区居民委员会' }

  it('may be corrected until the community opens, since nobody has consented yet', () => {
    expect(controllerAfter({ ...stands, controller: { name: '错字' }, settingUp: true }, committee)).toEqual(
      committee,
    )
  })

  it('stays the same body where only its number, address or person changes', () => {
    const said = { ...committee, phone: '023-2 2222', address: '滨江路 1 号', handler: '小马' }
    expect(controllerAfter({ ...stands, controller: committee }, said)).toEqual(said)
    expect(controllerAfter(stands, said)).toEqual(said)
  })

  it('is another body under another name, whom the consents so far do not name', () => {
    const office = { name: '滨江街道办事处' }
    const after = controllerAfter(stands, office)
    expect(after).toEqual({ ...office, edition: 2 })
    expect(controllerAfter({ ...stands, controller: after }, committee).edition).toBe(3)
    expect(
      controllerAfter({ ...stands, controller: after }, { ...office, phone: '023-3 3333' }).edition,
    ).toBe(2)
  })
})

describe('What an administrator has not seen to', () => {
  const parts = {
    grids: [
      { gridId: 'g1', name: '第一网格' },
      { gridId: 'g2', name: '第二网格' },
    ],
    teams: [team],
  }

  it('names each grid without a worker and each team without a leader', () => {
    const granted = [
      { role: 'grid_worker' as const, scope: { gridId: 'g2' } },
      { role: 'officer' as const, scope: { tier: 'subdistrict' as const } },
    ]
    expect(lackingOf(parts, { registered: false, granted, messageTemplates: false })).toEqual({
      ownRegistration: true,
      gridsWithoutWorker: ['g1'],
      teamsWithoutLeader: ['repair'],
      coordinator: true,
      officer: true,
      messageTemplates: true,
    })
  })
})
