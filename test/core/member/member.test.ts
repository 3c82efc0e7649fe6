import fc from 'fast-check'
import { type Grant, roles, tiers } from '#contract/member'
import { hasRole, sameGrant, teamsOf } from '#contract/shared/grants'
import { type Command, withEffectsDone } from '#core/change/aggregate'
import type { Licence } from '#core/change/effect'
import { decideGrant, decideRevoke, decideVerify } from '#core/member/member'
import { queueOfGrant } from '#core/member/post'
import { commandAt, no, yes } from '#support/commands'
import { aMember, leaderOf, volunteerIn } from '#support/people'
import { mondayNine } from '#support/time'

const command: Command = commandAt(mondayNine, 'grant', '管理员')
const electrician: Licence = { licence: '电工证', validUntil: '2030-01-01' }

describe('a worker’s word on who somebody is', () => {
  const pending = aMember({ state: 'pending', roles: [] })
  it('makes a pending member a resident', () => {
    const member = yes(decideVerify(pending, command, true))
    expect(member).toMatchObject({ state: 'verified', roles: [{ role: 'resident' }], rev: 2 })
    expect(member.pending).toMatchObject([{ kind: 'member_verified', to: 'm_li' }])
  })
  it('or tells them why not', () => {
    const member = yes(decideVerify(pending, command, false, '门牌不对'))
    expect(member).toMatchObject({ state: 'rejected', roles: [] })
    expect(member.pending).toMatchObject([{ kind: 'member_rejected', to: 'm_li', note: '门牌不对' }])
  })
  it.each([true, false])('is given once: %p', (accept) => {
    for (const state of ['verified', 'rejected'] as const)
      expect(no(decideVerify(aMember({ state }), command, accept))).toBe('already_decided')
  })
})

describe('a grant', () => {
  it('of a role in a team also seats the member there', () => {
    const member = yes(decideGrant(aMember(), command, volunteerIn('repair')))
    expect(member.roles).toEqual([{ role: 'resident' }, volunteerIn('repair')])
    expect(member.pending).toEqual([
      {
        effect: 'seat',
        cause: 'm_li:2',
        memberId: 'm_li',
        memberName: '李师傅',
        teamId: 'repair',
        role: 'volunteer',
        seated: true,
      },
    ])
    expect(member.events.at(-1)).toMatchObject({ event: 'granted', note: 'volunteer:repair', who: '管理员' })
  })
  it.each<[Grant, string, string]>([
    [{ role: 'grid_worker', scope: { gridId: 'grid1' } }, 'grid_worker:grid1', 'grid:grid1'],
    [{ role: 'officer', scope: { tier: 'district' } }, 'officer:district', 'district'],
  ])('of %j is on record and posts the member at the queue', (grant, note, queue) => {
    const member = yes(decideGrant(aMember(), command, grant))
    expect(member.pending).toMatchObject([{ effect: 'post', cause: 'm_li:2', queue, held: true }])
    expect(member.events.at(-1)?.note).toBe(note)
    const relieved = yes(decideRevoke({ ...member, pending: [] }, command, grant))
    expect(relieved.pending).toMatchObject([{ effect: 'post', cause: 'm_li:3', queue, held: false }])
  })
  it.each<[Grant, string]>([
    [{ role: 'admin' }, 'admin'],
    [{ role: 'coordinator' }, 'coordinator'],
  ])('of %j seats nobody and is on record', (grant, note) => {
    const member = yes(decideGrant(aMember(), command, grant))
    expect(member.pending).toEqual([])
    expect(member.events.at(-1)?.note).toBe(note)
  })
  it.each(['pending', 'rejected'] as const)('to a member who is %s is refused', (state) => {
    expect(no(decideGrant(aMember({ state }), command, { role: 'admin' }))).toBe('not_verified')
  })
  it('keeps a licence once, and a renewal beside it', () => {
    const once = yes(decideGrant(aMember(), command, volunteerIn('repair'), [electrician]))
    expect(once.licences).toEqual([electrician])
    expect(yes(decideGrant(once, command, volunteerIn('repair'), [electrician]))).toBe(once)
    const shorter = { ...electrician, validUntil: '2027-01-01' }
    expect(yes(decideGrant(once, command, volunteerIn('repair'), [shorter]))).toBe(once)
    const renewed = { ...electrician, validUntil: '2035-01-01' }
    expect(yes(decideGrant(once, command, volunteerIn('repair'), [renewed])).licences).toContainEqual(renewed)
  })
})

describe('a revocation', () => {
  it('takes the role and the seat back', () => {
    const seated = withEffectsDone(yes(decideGrant(aMember(), command, leaderOf('repair'))))
    const member = yes(decideRevoke(seated, command, leaderOf('repair')))
    expect(member.roles).toEqual([{ role: 'resident' }])
    expect(member.pending).toMatchObject([
      { effect: 'seat', cause: 'm_li:3', role: 'team_leader', seated: false },
    ])
  })
  it('of what is not held, or is held elsewhere, changes nothing', () => {
    const member = aMember({ roles: [volunteerIn('repair')] })
    expect(yes(decideRevoke(member, command, volunteerIn('women')))).toBe(member)
    expect(yes(decideRevoke(member, command, leaderOf('repair')))).toBe(member)
    expect(yes(decideRevoke(member, command, { role: 'volunteer' }))).toBe(member)
  })
})

const scopes = fc.record(
  {
    teamId: fc.constantFrom('repair', 'women'),
    gridId: fc.constantFrom('grid1', 'grid2'),
    tier: fc.constantFrom(...tiers),
  },
  { requiredKeys: [] },
)
const grants: fc.Arbitrary<Grant> = fc.record(
  { role: fc.constantFrom(...roles), scope: scopes },
  { requiredKeys: ['role'] },
)

describe('grants', () => {
  it.each<[Grant, Grant, boolean]>([
    [{ role: 'admin' }, { role: 'admin' }, true],
    [{ role: 'admin' }, { role: 'admin', scope: {} }, true],
    [{ role: 'admin' }, { role: 'officer' }, false],
    [volunteerIn('repair'), volunteerIn('repair'), true],
    [volunteerIn('repair'), volunteerIn('women'), false],
    [volunteerIn('repair'), { role: 'volunteer' }, false],
    [volunteerIn('repair'), leaderOf('repair'), false],
    [{ role: 'officer', scope: { tier: 'grid' } }, { role: 'officer', scope: { tier: 'district' } }, false],
  ])('%j and %j are the same: %p', (a, b, same) => {
    expect(sameGrant(a, b)).toBe(same)
    expect(sameGrant(b, a)).toBe(same)
  })
  it('are held in their scope', () => {
    const held = [volunteerIn('repair'), leaderOf('women'), { role: 'admin' } as const]
    expect(hasRole(held, 'volunteer')).toBe(true)
    expect(hasRole(held, 'volunteer', { teamId: 'repair' })).toBe(true)
    expect(hasRole(held, 'volunteer', { teamId: 'women' })).toBe(false)
    expect(hasRole(held, 'team_leader', { teamId: 'women' })).toBe(true)
    expect(hasRole(held, 'officer')).toBe(false)
    expect(teamsOf(held, 'volunteer')).toEqual(['repair'])
    expect(teamsOf([{ role: 'volunteer' }], 'volunteer')).toEqual([])
  })
  it('make a set, whatever is given and taken in whatever order', () => {
    const moves = fc.array(fc.record({ gives: fc.boolean(), grant: grants }), { maxLength: 30 })
    fc.assert(
      fc.property(moves, (sequence) => {
        let member = aMember({ roles: [] })
        const expected = new Set<string>()
        for (const { gives, grant } of sequence) {
          const { role, scope = {} } = grant
          const key = [role, scope.teamId, scope.gridId, scope.tier].join('|')
          const changes = expected.has(key) !== gives
          const before = member
          member = yes(gives ? decideGrant(member, command, grant) : decideRevoke(member, command, grant))
          if (gives) expected.add(key)
          else expected.delete(key)
          expect(member !== before).toBe(changes)
          expect(member.rev - before.rev).toBe(changes ? 1 : 0)
          expect(member.roles.length).toBe(expected.size)
          const seats = member.pending.length - before.pending.length
          const inTeam = (role === 'volunteer' || role === 'team_leader') && scope.teamId !== undefined
          const atQueue = queueOfGrant(grant) !== undefined
          expect(seats).toBe(changes && (inTeam || atQueue) ? 1 : 0)
        }
        const causes = member.pending.map((effect) => ('cause' in effect ? effect.cause : ''))
        expect(new Set(causes).size).toBe(causes.length)
      }),
    )
  })
})
