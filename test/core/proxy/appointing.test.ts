import fc from 'fast-check'
import type { Appointing, Member } from '#core/member/member'
import { appointingMs, appointmentsADay, withAppointing } from '#core/proxy/appointing'
import {
  decideAppoint,
  decideDismiss,
  manyProxies,
  newProxyship,
  type Proxyship,
  proxyStateOf,
} from '#core/proxy/proxyship'
import { commandAt } from '#support/commands'
import { aMember } from '#support/people'
import { dayMs, minuteMs, mondayNine } from '#support/time'

type Move =
  /** A call reads the proxies and holds a place; it writes the appointment `later`, unless it dies. */
  | { move: 'appoint'; who: number; dies: boolean }
  | { move: 'write'; which: number }
  | { move: 'dismiss'; who: number }
  | { move: 'wait'; ms: number }

const someone = fc.nat(8)
const moves = fc.array(
  fc.oneof<fc.Arbitrary<Move>[]>(
    fc.record({ move: fc.constant('appoint' as const), who: someone, dies: fc.boolean() }),
    fc.record({ move: fc.constant('appoint' as const), who: someone, dies: fc.constant(false) }),
    fc.record({ move: fc.constant('write' as const), which: fc.nat(5) }),
    fc.record({ move: fc.constant('dismiss' as const), who: someone }),
    fc.record({ move: fc.constant('wait' as const), ms: fc.constantFrom(1, minuteMs, dayMs) }),
  ),
  { maxLength: 60 },
)

/** One member, the proxies they appoint, and calls that are between their two writes. */
class Appointments {
  now = mondayNine
  member: Member = aMember()
  readonly ships = new Map<string, Proxyship>()
  private underWay: Appointing[] = []

  run(move: Move): void {
    this.now += 1
    if (move.move === 'wait') {
      // a call is over before it is taken for dead
      while (this.underWay.length > 0) this.write(0)
      this.now += move.ms
    } else if (move.move === 'appoint') this.hold(`m_${move.who}`, move.dies)
    else if (move.move === 'write') this.write(move.which)
    else this.dismiss(`m_${move.who}`)
    expect(this.standing()).toBeLessThanOrEqual(manyProxies)
    expect(this.member.appointments ?? 0).toBeLessThanOrEqual(appointmentsADay)
  }

  standing = (): number =>
    [...this.ships.values()].filter((one) => proxyStateOf(one, this.now) !== 'ended').length

  private shipOf = (proxyId: string): Proxyship =>
    this.ships.get(proxyId) ?? newProxyship(this.member, { _id: proxyId, name: proxyId })

  private hold(proxyId: string, dies: boolean): void {
    if (proxyStateOf(this.shipOf(proxyId), this.now) !== 'ended') return
    const wanted = { proxyId, at: this.now }
    const { next } = withAppointing(this.member, wanted, [...this.ships.values()])
    if (!next) return
    this.member = next
    if (!dies) this.underWay.push(wanted)
  }

  private write(which: number): void {
    const held = this.underWay[which % (this.underWay.length || 1)]
    if (!held) return
    this.underWay = this.underWay.filter((one) => one !== held)
    const ship = this.shipOf(held.proxyId)
    const { next } = decideAppoint(ship, commandAt(held.at, `appoint_${held.at}`))
    if (next) this.ships.set(held.proxyId, next)
  }

  private dismiss(proxyId: string): void {
    const ship = this.ships.get(proxyId)
    if (!ship) return
    const { next } = decideDismiss(ship, commandAt(this.now, `dismiss_${this.now}`))
    if (next) this.ships.set(proxyId, next)
  }
}

describe('appointments in any order', () => {
  it('never make a sixth proxy, whichever calls are between their writes, or die there', () => {
    fc.assert(
      fc.property(moves, (course) => {
        const life = new Appointments()
        for (const move of course) life.run(move)
      }),
      { numRuns: 300 },
    )
  })

  it('find the place of a call that died again after a minute', () => {
    const held = Array.from({ length: manyProxies }, (_, index) => ({
      proxyId: `m_${index}`,
      at: mondayNine,
    }))
    const member = aMember({ appointing: held })
    const soon = { proxyId: 'm_new', at: mondayNine + 1 }
    expect(withAppointing(member, soon, [])).toEqual({ refusal: 'proxy_full' })
    expect(withAppointing(member, { ...soon, at: mondayNine + appointingMs }, []).next).toMatchObject({
      appointments: 1,
    })
  })
})
