import * as fc from 'fast-check'
import { type Command, withEffectsDone } from '#core/change/aggregate'
import { decideAskFor, decideOwnMove, decideOwnWord, decideUnask } from '#core/member/asked'
import type { Home, Member } from '#core/member/member'
import { decideVerifyOrMove } from '#core/member/workersWord'
import { commandAt, no, yes } from '#support/commands'
import { aMember, volunteerIn } from '#support/people'
import { mondayNine } from '#support/time'

const at = (key: string, who?: string): Command => commandAt(mondayNine, key, who)
const wang = aMember({
  _id: 'm_王奶奶',
  name: '王奶奶',
  roles: [{ role: 'resident' }, volunteerIn('repair')],
})
const daughter = { who: '小王', whoId: 'm_小王' }
const there = { gridId: 'grid2', estateId: 'yangshu', householdId: 'h_2' }
const ask = (said: Partial<Home> = there, by = daughter) =>
  withEffectsDone(yes(decideAskFor(wang, at('ask', by.who), said, by)))

describe('what somebody states for a member', () => {
  it('leaves them as they are; they, the other and the workers of the new grid are told', () => {
    const next = yes(decideAskFor(wang, at('ask', '小王'), there, daughter))
    const { asked: _asked, askedAt: _at, events: _events, pending, rev: _rev, dueAt: _due, ...rest } = next
    expect(wang).toMatchObject(rest)
    expect(pending).toMatchObject([
      { kind: 'home_asked', to: wang._id, who: '小王' },
      { kind: 'home_asked_for', to: 'm_小王', who: '王奶奶' },
      { effect: 'tellQueue', queue: 'grid:grid2', kind: 'home_asked_arrived' },
    ])
  })

  it('waits one at a time, and nothing that stands already waits', () => {
    expect(no(decideAskFor(ask(), at('more', '小李'), { name: '李四' }, daughter))).toBe('move_waiting')
    expect(yes(decideAskFor(wang, at('ask', '小王'), { name: '王奶奶' }, daughter))).toBe(wang)
  })

  it('is, once agreed, what they state themselves: the register or a worker has the next word', () => {
    expect(yes(decideOwnWord(ask(), at('yes', '王奶奶'), true, 'register'))).toMatchObject({
      ...there,
      state: 'verified',
      asked: null,
      roles: wang.roles,
    })
    const waits = withEffectsDone(yes(decideOwnWord(ask(), at('yes', '王奶奶'), true)))
    expect(waits).toMatchObject({ ...there, state: 'pending', movedFrom: { gridId: 'grid1' }, asked: null })
    expect(no(decideVerifyOrMove(waits, at('word', '小王'), true))).toBe('own_word')
    expect(yes(decideVerifyOrMove(waits, at('word', '小刘'), true))).toMatchObject({ state: 'verified' })
  })

  it('is gone once they do not agree, state something themselves, or dismiss who stated it', () => {
    const same = { gridId: wang.gridId, estateId: wang.estateId, householdId: wang.householdId }
    for (const next of [
      yes(decideOwnWord(ask(), at('no', '王奶奶'), false)),
      yes(decideOwnMove(ask(), at('stay', '王奶奶'), same)),
      yes(decideOwnMove(ask(), at('move', '王奶奶'), { householdId: 'h_3' }, 'register')),
      yes(decideUnask(ask(), at('dismiss', '王奶奶'), 'm_小王')),
    ]) {
      expect(next).toMatchObject({ asked: null, state: 'verified', gridId: 'grid1', name: '王奶奶' })
      expect(next.pending).toContainEqual(expect.objectContaining({ kind: 'home_not_agreed', to: 'm_小王' }))
    }
    expect(yes(decideUnask(ask(), at('dismiss', '王奶奶'), 'm_other')).asked).not.toBeNull()
  })

  it('another worker decides, and then it stands with all roles', () => {
    const done = yes(decideVerifyOrMove(ask({ name: '王秀英' }), at('word', '小刘'), true))
    expect(done).toMatchObject({ name: '王秀英', state: 'verified', asked: null, movedFrom: null })
    expect(done.roles).toEqual(wang.roles)
    expect(done.pending).toMatchObject([
      { kind: 'move_confirmed', to: wang._id },
      { effect: 'rename' },
      { kind: 'home_agreed', to: 'm_小王' },
    ])
    const back = yes(decideVerifyOrMove(ask(), at('word', '小刘'), false, '没有这一户'))
    expect(back).toMatchObject({ gridId: 'grid1', state: 'verified', asked: null })
    expect(back.pending.map((told) => 'kind' in told && told.kind)).toEqual([
      'home_not_agreed',
      'move_declined',
    ])
  })

  it.each(['小王', '王奶奶'])('%s does not decide it as a worker', (who) => {
    expect(no(decideVerifyOrMove(ask(), at('word', who), true))).toBe('own_word')
    expect(no(decideVerifyOrMove(ask(), at('word', who), false))).toBe('own_word')
  })
})

/** What may happen to 王奶奶, by whom. Only she herself, and workers who did not state it, change who she is. */
const steps = {
  ask: (member: Member, command: Command) => decideAskFor(member, command, there, daughter),
  rename: (member: Member, command: Command) => decideAskFor(member, command, { name: '王秀英' }, daughter),
  verify: (member: Member, command: Command) => decideVerifyOrMove(member, command, true),
  reject: (member: Member, command: Command) => decideVerifyOrMove(member, command, false),
}

it('whatever one person states and decides, in whatever order, the member keeps name, home, state and roles', () => {
  const walk = fc.array(fc.constantFrom<keyof typeof steps>('ask', 'rename', 'verify', 'reject'), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(walk, (names) => {
      let member: Member = wang
      for (const [index, name] of names.entries()) {
        const { next } = steps[name](member, at(`${index}`, '小王'))
        if (next) member = withEffectsDone(next)
      }
      const { name, gridId, householdId, state, roles } = wang
      expect(member).toMatchObject({ name, gridId, householdId, state, roles })
    }),
  )
})
