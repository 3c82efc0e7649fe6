import fc from 'fast-check'
import { hourMs, minuteMs } from '#contract/shared/time'
import { canWait, owedBefore, withEffects, withEffectsDone } from '#core/change/aggregate'
import { bundlesOf } from '#core/change/bundles'
import type { Effect, NoticeEffect } from '#core/change/effect'
import { triedAgainAt } from '#core/change/setback'
import { signupsEffect } from '#core/session/rules'
import { aSession } from '#support/sessions'
import { mondayNine } from '#support/time'

const listed = (cause: string, sessionId = 's_1'): Effect => signupsEffect({ _id: sessionId }, cause, ['m_1'])
const told = (noticeId: string): NoticeEffect => ({
  effect: 'notice',
  noticeId,
  to: 'm_1',
  kind: 'signed_up',
})
const queued = (noticeId: string, queue: string): Effect => ({
  ...{ effect: 'tellQueue', noticeId, queue, kind: 'request_arrived' },
})
const credited = (source: string): Effect => ({
  ...{ effect: 'credit', memberId: 'm_1', source, minutes: 30, teamId: 'repair', title: '水管漏水' },
  ...{ servedFrom: mondayNine, servedTo: mondayNine + hourMs },
})
const seat = (cause: string, seated: boolean): Effect => ({
  effect: 'seat',
  cause,
  memberId: 'm_1',
  memberName: '李师傅',
  teamId: 'repair',
  role: 'volunteer',
  seated,
})
const command = (key: string, at = mondayNine) => ({ key, fingerprint: key, at })

describe('what a command does before it is answered', () => {
  it('is what its sender looks at or builds on next, and not what others read', () => {
    const credited: Effect = {
      effect: 'credit',
      memberId: 'm_1',
      source: 'booking:b_1',
      minutes: 30,
      teamId: 'repair',
      title: '水管漏水',
      servedFrom: mondayNine,
      servedTo: mondayNine + hourMs,
    }
    const effects: [Effect, boolean][] = [
      [told('n_1'), true],
      [credited, true],
      [{ ...credited, kind: 'honour' }, false],
      [{ ...credited, reverses: 'm_1:1' }, false],
      [seat('k_1', true), false],
      [{ effect: 'freeDiary', memberId: 'm_1', heldFor: 'b_1', at: mondayNine }, false],
    ]
    for (const [effect, waits] of effects) expect([effect, canWait(effect)]).toEqual([effect, waits])
  })

  it('is not what three hundred sign-ups before it still owe', () => {
    const rush = Array.from({ length: 300 }, (_, index) => listed(`k_${index}`))
    const session = { ...aSession(), pending: [...rush, told('n_1'), listed('edit')] }
    expect(owedBefore(session, command('edit'))).toEqual([told('n_1'), listed('edit')])
  })

  it('leaves the rest owed, and due when it was due', () => {
    const owing = withEffects(aSession(), command('k_1'), [listed('k_1')], mondayNine + hourMs).next
    const later = command('edit', mondayNine + 50_000)
    const edited = withEffects(owing, later, [listed('edit')], mondayNine + hourMs).next
    expect(edited.dueAt).toBe(mondayNine + minuteMs)
    const left = withEffectsDone(edited, owedBefore(edited, later))
    expect(left).toMatchObject({ pending: [listed('k_1')], dueAt: mondayNine + minuteMs })
    expect(withEffectsDone(left)).toMatchObject({ pending: [], dueAt: mondayNine + hourMs })
  })
})

describe('effects that are done together', () => {
  const effect = fc.oneof(
    fc.nat(9).map((n) => told(`n_${n}`)),
    fc.tuple(fc.nat(9), fc.nat(2)).map(([n, session]) => listed(`k_${n}`, `s_${session}`)),
    fc.tuple(fc.nat(9), fc.nat(2)).map(([n, queue]) => queued(`q_${n}`, `queue_${queue}`)),
    fc.nat(9).map((n) => credited(`booking:b_${n}`)),
    fc.tuple(fc.nat(9), fc.boolean()).map(([n, seated]) => seat(`k_${n}`, seated)),
  )

  it('are all there once, and those that do not bear another order keep theirs', () => {
    fc.assert(
      fc.property(fc.array(effect), (effects) => {
        const bundled = bundlesOf(effects).flatMap((bundle): Effect[] => bundle.effects)
        expect(bundled).toHaveLength(effects.length)
        expect(new Set(bundled)).toEqual(new Set(effects))
        const seats = (all: readonly Effect[]) => all.filter((one) => one.effect === 'seat')
        expect(seats(bundled)).toEqual(seats(effects))
        const of = bundlesOf(effects).map((bundle) => bundle.of)
        expect(of.filter((kind) => kind === 'notices').length).toBeLessThanOrEqual(1)
        for (const kind of ['queues', 'credits'] as const)
          expect(of.filter((each) => each === kind).length).toBeLessThanOrEqual(1)
        expect(of.filter((kind) => kind === 'signups').length).toBeLessThanOrEqual(3)
      }),
    )
  })
})

describe('what the timer could not do', () => {
  it('is tried again later and later, at most an hour later', () => {
    const waits = Array.from({ length: 9 }, (_, setbacks) =>
      Math.round((triedAgainAt({ dueAt: 0, setbacks }, mondayNine) - mondayNine) / minuteMs),
    )
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
    expect(triedAgainAt({ dueAt: 0 }, mondayNine)).toBe(mondayNine + minuteMs)
  })

  it('does not keep a document from what time does to it', () => {
    const wakesAt = mondayNine + 5 * minuteMs
    expect(triedAgainAt({ dueAt: 0, setbacks: 6, wakesAt }, mondayNine)).toBe(wakesAt)
    expect(triedAgainAt({ dueAt: 0, setbacks: 6, wakesAt: mondayNine - 1 }, mondayNine)).toBe(
      mondayNine + hourMs,
    )
  })
})
