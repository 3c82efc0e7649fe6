import { decideClosed } from '#core/account/closing'
import { decideEnrol, isPaperMember, isTheSame, paperConsents } from '#core/enrolment/enrol'
import type { Member } from '#core/member/member'
import { commandAt } from '#support/commands'
import { aMember } from '#support/people'

const said = { note: '本人签了字', keptAt: '社区档案柜' }
const { openid: _, ...unknown } = aMember({
  ...{ rev: 0, state: 'pending', roles: [], paper: said },
  consents: paperConsents(true, 5),
})
const enrol = (member: Member = unknown) => decideEnrol(member, commandAt(5, 'enrol'))

describe('a member on paper', () => {
  it('is verified by the word of the worker, with the paper on record', () => {
    const { next } = enrol()
    expect(next).toMatchObject({ state: 'verified', roles: [{ role: 'resident' }], paper: said })
    expect(next?.events).toMatchObject([{ event: 'enrolled', note: '本人签了字' }])
    expect(next?.consents.map(({ kind, given }) => [kind, given])).toEqual([
      ['service', true],
      ['sensitive', true],
    ])
    expect(next && isPaperMember(next)).toBe(true)
    expect(isPaperMember(aMember())).toBe(false)
  })

  it('is the same, enrolled again', () => {
    const { next } = enrol()
    expect(next && enrol(next).next).toBe(next)
  })

  it('is known by door and name in any spelling, until they move away or leave', () => {
    const member = aMember({ name: '罗 婆婆' })
    expect(isTheSame(member, { name: '罗婆婆', householdId: 'h_1' })).toBe(true)
    expect(isTheSame(member, { name: '罗婆婆', householdId: 'h_2' })).toBe(false)
    expect(isTheSame({ ...member, state: 'closed' }, { name: '罗婆婆', householdId: 'h_1' })).toBe(false)
  })

  it('leaves nothing of the paper when the account is closed', () => {
    const { next } = enrol()
    const left = next && decideClosed({ ...next, closesAt: 6 }, commandAt(7, 'jobs'), '已注销')?.next
    expect(left).not.toHaveProperty('paper')
    expect(left).not.toHaveProperty('openid')
    expect(left && isPaperMember(left)).toBe(false)
  })
})
