import type { Member } from '#core/member/member'
import { decideGrant, decideRevoke, decideVerify } from '#core/member/member'
import { heldRoles, roleChanges, withRoleNotice } from '#core/member/roles'
import { commandAt, yes } from '#support/commands'
import { aMember, leaderOf, volunteerIn } from '#support/people'

const at = (minute: number, who?: string) => commandAt(minute * 60_000, `word ${minute}`, who)
const verified = () => yes(decideVerify(aMember({ state: 'pending', roles: [] }), at(1, '小刘'), true))

describe('roles on record', () => {
  it('say since when and by whose word each is held', () => {
    let member = verified()
    member = yes(decideGrant(member, at(2, '社区管理员'), leaderOf('repair')))
    member = yes(decideGrant(member, at(3), volunteerIn('repair')))
    expect(heldRoles(member)).toEqual([
      { role: 'resident', since: 60_000, by: '小刘' },
      { ...leaderOf('repair'), since: 120_000, by: '社区管理员' },
      { ...volunteerIn('repair'), since: 180_000 },
    ])
  })
  it('count a role that was taken and given again from the second time, and keep the first', () => {
    const worker = { role: 'grid_worker', scope: { gridId: 'grid1' } } as const
    let member = yes(decideGrant(verified(), at(2, '甲'), worker))
    member = yes(decideRevoke(member, at(3, '乙'), worker))
    member = yes(decideGrant(member, at(4, '丙'), worker))
    expect(heldRoles(member)[1]).toEqual({ ...worker, since: 240_000, by: '丙' })
    expect(roleChanges(member).slice(1)).toEqual([
      { ...worker, at: 120_000, change: 'granted', by: '甲' },
      { ...worker, at: 180_000, change: 'revoked', by: '乙' },
      { ...worker, at: 240_000, change: 'granted', by: '丙' },
    ])
  })
  it('keep teams, grids and tiers apart', () => {
    const officer = { role: 'officer', scope: { tier: 'subdistrict' } } as const
    let member = yes(decideGrant(verified(), at(2, '甲'), officer))
    member = yes(decideGrant(member, at(3, '乙'), volunteerIn('arts')))
    member = yes(decideGrant(member, at(4, '丙'), volunteerIn('repair')))
    expect(heldRoles(member).map(({ by }) => by)).toEqual(['小刘', '甲', '乙', '丙'])
  })
})

describe('a role given or taken by somebody', () => {
  const grant = leaderOf('repair')
  const tell = (member: Member) =>
    yes(
      withRoleNotice(
        decideGrant(member, at(2, '甲'), grant),
        member,
        at(2, '甲'),
        grant,
        'role_granted',
        '维修服务队',
      ),
    )
  it('is told to the person with who, what and where', () => {
    expect(tell(verified()).pending).toContainEqual(
      expect.objectContaining({
        effect: 'notice',
        kind: 'role_granted',
        to: 'm_li',
        who: '甲',
        note: 'team_leader',
        title: '维修服务队',
      }),
    )
  })
  it('is not told when it was held already', () => {
    const member = tell(verified())
    expect(tell(member)).toBe(member)
  })
  it('is not told when it was refused', () => {
    const pending = aMember({ state: 'pending' })
    const refused = decideGrant(pending, at(2), grant)
    expect(withRoleNotice(refused, pending, at(2), grant, 'role_granted', undefined)).toBe(refused)
  })
})
