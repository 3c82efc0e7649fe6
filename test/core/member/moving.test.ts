import { type Command, withEffectsDone } from '#core/change/aggregate'
import { decideMove } from '#core/member/moving'
import { decideVerifyOrMove, decideVouched } from '#core/member/workersWord'
import { registerConfirms } from '#core/register/match'
import { commandAt, no, yes } from '#support/commands'
import { aMember, volunteerIn } from '#support/people'
import { mondayNine } from '#support/time'

const at = (key: string, who?: string): Command => commandAt(mondayNine, key, who)
const wang = aMember({
  _id: 'm_wang',
  name: '王奶奶',
  roles: [{ role: 'resident' }, volunteerIn('repair')],
  registeredAt: 5,
})
const there = { gridId: 'grid2', estateId: 'yangshu', householdId: 'h_2' }
const old = { name: '王奶奶', gridId: 'grid1', estateId: 'huochai', householdId: 'h_1', registeredAt: 5 }
const waiting = () => withEffectsDone(yes(decideMove(wang, at('move'), there)))

describe('a resident who lives elsewhere now', () => {
  it('waits for a worker of the new grid, with what stood before and the roles they had', () => {
    const moved = yes(decideMove(wang, at('move', '王奶奶'), there))
    expect(moved).toMatchObject({ ...there, state: 'pending', movedFrom: old, registeredAt: mondayNine })
    expect(moved.roles).toEqual(wang.roles)
    expect(moved.events.at(-1)).toMatchObject({ event: 'moved', note: 'grid1', who: '王奶奶' })
    expect(moved.pending).toMatchObject([
      { kind: 'move_waiting', to: 'm_wang' },
      { effect: 'tellQueue', queue: 'grid:grid2', kind: 'move_arrived', whoId: 'm_wang' },
    ])
  })

  it('is verified at once by the register, and the history names nobody for that', () => {
    const moved = yes(decideMove(wang, at('move', '王奶奶'), there, 'register'))
    expect(moved).toMatchObject({ ...there, state: 'verified', movedFrom: null, roles: wang.roles })
    expect(moved.events.slice(-2)).toMatchObject([
      { event: 'moved' },
      { event: 'move_confirmed', note: 'register' },
    ])
    expect(moved.events.at(-1)).not.toHaveProperty('who')
    expect(moved.pending).toMatchObject([{ kind: 'move_confirmed' }])
  })

  it('to where they live already changes nothing', () => {
    const { gridId, estateId, householdId } = wang
    expect(yes(decideMove(wang, at('move'), { gridId, estateId, householdId }))).toBe(wang)
  })

  it('cannot try another home until a worker has decided', () => {
    expect(no(decideMove(waiting(), at('again'), { householdId: 'h_3' }))).toBe('move_waiting')
    expect(no(decideMove(waiting(), at('again'), { name: '别人' }))).toBe('move_waiting')
  })

  it('must have been verified before', () => {
    for (const state of ['pending', 'rejected'] as const)
      expect(no(decideMove(aMember({ state, roles: [] }), at('move'), there))).toBe('not_verified')
  })
})

describe('the worker’s word', () => {
  it('makes the new place stand; nobody becomes a resident twice', () => {
    const done = yes(decideVerifyOrMove(waiting(), at('word', '小刘'), true))
    expect(done).toMatchObject({ ...there, state: 'verified', movedFrom: null, roles: wang.roles })
    expect(done.events.at(-1)).toMatchObject({ event: 'move_confirmed', who: '小刘' })
    expect(done.pending).toMatchObject([{ kind: 'move_confirmed' }])
    expect(no(decideVerifyOrMove(withEffectsDone(done), at('word2'), true))).toBe('already_decided')
  })

  it('or leaves what stood before, with why; the account never lapses by it', () => {
    const back = yes(decideVerifyOrMove(waiting(), at('word', '小刘'), false, '没有这一户', 90))
    expect(back).toMatchObject({ ...old, state: 'verified', movedFrom: null, roles: wang.roles })
    expect(back.lapsesAt ?? null).toBeNull()
    expect(back.wakesAt).toBeNull()
    expect(back.pending).toMatchObject([{ kind: 'move_declined', note: '没有这一户' }])
  })

  it('on another name has the name carried to other documents', () => {
    const renamed = withEffectsDone(yes(decideMove(wang, at('name'), { name: '王秀英' })))
    expect(renamed.events.at(-1)).toMatchObject({ event: 'renamed', note: '王奶奶' })
    expect(yes(decideVouched(renamed, at('register', '管理员'))).pending).toMatchObject([
      { kind: 'move_confirmed' },
      { effect: 'rename', memberId: 'm_wang' },
    ])
    expect(yes(decideVerifyOrMove(renamed, at('word'), false)).name).toBe('王奶奶')
  })
})

it.each([
  [['key'], false, true],
  [['key'], true, true],
  [[], false, true],
  [[], true, false],
  [['other'], true, false],
])('a register with the names %j confirms (renamed: %p) %p', (nameKeys, renamed, confirms) => {
  const dwelling = { gridId: 'grid1', nameKeys }
  expect(registerConfirms(dwelling, { gridId: 'grid1', nameKey: 'key' }, renamed)).toBe(confirms)
  expect(registerConfirms(undefined, { gridId: 'grid1', nameKey: 'key' }, renamed)).toBe(false)
})
