import fc from 'fast-check'
import {
  decideCloseAccount,
  decideClosed,
  decideKeep,
  decideWithdrawService,
  isClosing,
} from '#core/account/closing'
import { withEffectsDone } from '#core/change/aggregate'
import { decideConsent, decideGrant, decideRevoke, type Member } from '#core/member/member'
import { commandAt, no, yes } from '#support/commands'
import { aMember, volunteerIn } from '#support/people'
import { mondayNine } from '#support/time'

const dayMs = 86_400_000
const free = { firstAdmin: false, underWay: false }
const said = (given: boolean) => ({ kind: 'service' as const, version: '2026-11', given })
const command = commandAt(mondayNine, 'close', '李师傅')
const asked = (member = aMember()) => withEffectsDone(yes(decideCloseAccount(member, command, free, 15)))

describe('asking to close', () => {
  it('sets the day and calls off what is under way', () => {
    const member = yes(decideCloseAccount(aMember(), command, free, 15))
    expect(member).toMatchObject({ closesAt: mondayNine + 15 * dayMs, wakesAt: mondayNine + 15 * dayMs })
    expect(member.pending).toMatchObject([
      { effect: 'callOff', memberId: 'm_li', what: 'everything' },
      { effect: 'notice', kind: 'member_closing', to: 'm_li' },
    ])
  })
  it('is refused while somebody stands at a door, and to the first admin', () => {
    expect(no(decideCloseAccount(aMember(), command, { ...free, underWay: true }, 15))).toBe(
      'close_under_way',
    )
    expect(no(decideCloseAccount(aMember(), command, { ...free, firstAdmin: true }, 15))).toBe(
      'close_first_admin',
    )
  })
  it('again changes nothing: the first day counts', () => {
    const member = asked()
    expect(yes(decideCloseAccount(member, commandAt(mondayNine + dayMs, 'again'), free, 15))).toBe(member)
  })
})

describe('withdrawing the consent to the service', () => {
  it('records the withdrawal and asks for closing in one write', () => {
    const member = yes(decideWithdrawService(aMember(), command, said(false), free, 15))
    expect(member).toMatchObject({ rev: 2, consents: [said(false)], closesAt: mondayNine + 15 * dayMs })
  })
  it('while closing is on record too, once', () => {
    const first = yes(decideWithdrawService(asked(), commandAt(mondayNine + 1, 'w'), said(false), free, 15))
    expect(first.consents).toHaveLength(1)
    const again = decideWithdrawService(first, commandAt(mondayNine + 2, 'v'), said(false), free, 15)
    expect(yes(again)).toBe(first)
  })
  it('is given again by staying', () => {
    const member = withEffectsDone(yes(decideWithdrawService(aMember(), command, said(false), free, 15)))
    const kept = yes(decideKeep(member, commandAt(mondayNine + dayMs, 'keep')))
    expect(kept).toMatchObject({ closesAt: null, wakesAt: null })
    expect(kept.consents.at(-1)).toMatchObject(said(true))
  })
})

describe('the closing day', () => {
  it('closes nothing before it, and no account that is not closing', () => {
    expect(decideClosed(aMember(), command, '已注销')).toBeUndefined()
    expect(decideClosed(asked(), commandAt(mondayNine + 15 * dayMs - 1, 'early'), '已注销')).toBeUndefined()
  })
  it('ends the time to keep the account', () => {
    const at = commandAt(mondayNine + 15 * dayMs, 'late')
    expect(no(decideKeep(asked(), at))).toBe('close_over')
  })

  const act = fc.constantFrom<
    (member: Member, at: ReturnType<typeof commandAt>) => ReturnType<typeof decideGrant>
  >(
    (member, at) => decideGrant(member, at, volunteerIn('repair')),
    (member, at) => decideRevoke(member, at, volunteerIn('repair')),
    (member, at) => decideConsent(member, at, { kind: 'sensitive', version: '1', given: at.at % 2 === 0 }),
    (member, at) => decideCloseAccount(member, at, free, 15),
    (member, at) => decideKeep(member, at),
  )
  it('stands in wakesAt through whatever happens to the member, and only while they are leaving', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        let member = aMember()
        acts.forEach((does, index) => {
          const decision = does(member, commandAt(mondayNine + index, `c${index}`))
          if (decision.next) member = decision.next
          expect(member.wakesAt ?? null).toBe(isClosing(member) ? member.closesAt : null)
        })
      }),
    )
  })

  it('leaves an id, a number and nothing else of the person', () => {
    const member = asked(
      aMember({
        name: '程桂芳',
        openid: 'wx_cheng',
        phone: 's1.phone',
        phoneKey: 'key',
        birth: 's1.birth',
        volunteerNo: 'TBK-3071-4625',
        licences: [{ licence: '电工证', validUntil: '2030-01-01' }],
        consents: [{ ...said(true), at: 1 }],
        noted: [{ command: 'n', fingerprint: 'f' }],
        events: [{ at: 1, event: 'registered', command: 'c', fingerprint: 'f', who: '程桂芳' }],
      }),
    )
    const decision = decideClosed(member, { ...commandAt(mondayNine + 15 * dayMs, 'day') }, '已注销')
    const { pending, ...left } = yes(decision as NonNullable<typeof decision>)
    expect(left).toMatchObject({ _id: 'm_li', volunteerNo: 'TBK-3071-4625', state: 'closed', name: '已注销' })
    for (const gone of ['程桂芳', 'wx_cheng', 's1.', 'key', '电工证', '2026-11', 'h_1', 'huochai'])
      expect(JSON.stringify(left)).not.toContain(gone)
    expect(pending.map(({ effect }) => effect)).toEqual(['callOff', 'forget'])
  })
})
