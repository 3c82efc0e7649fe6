import fc from 'fast-check'
import type { TeamMemberState } from '#contract/team'
import { type Command, repeatOf } from '#core/change/aggregate'
import type { Effect, SeatEffect } from '#core/change/effect'
import { decideGrant, decideRevoke, type Member } from '#core/member/member'
import { decideApplication, decideApply, decideSeat, type Membership } from '#core/team/membership'
import { limits } from '#support/bookings'
import { commandAt, no, yes } from '#support/commands'
import { aMember, aMembership, volunteerIn } from '#support/people'
import { mondayNine } from '#support/time'

const words = { skills: ['水电'], licences: [{ licence: '电工证', validUntil: '2030-01-01' }] }
const at = (minute: number, word = 'tap') => commandAt(mondayNine + minute * 60_000, word)
const applied = () => yes(decideApply(aMembership(), at(0), words, ['m_leader']))
const accepted = () => yes(decideApplication(applied(), at(1), { accept: true }, limits))
const seat = (role: SeatEffect['role'], seated: boolean, cause = 'm_li:2'): SeatEffect => ({
  effect: 'seat',
  cause,
  memberId: 'm_li',
  memberName: '李师傅',
  teamId: 'repair',
  role,
  seated,
})
const seatedBy = (membership: Membership, effect: SeatEffect) =>
  yes(decideSeat(membership, { key: effect.cause, fingerprint: effect.cause, at: mondayNine }, effect))

describe('an application', () => {
  it('tells every leader of the team', () => {
    const membership = yes(decideApply(aMembership(), at(0), words, ['m_a', 'm_b']))
    expect(membership).toMatchObject({ state: 'applied', since: mondayNine, skills: ['水电'], rev: 1 })
    expect(membership.pending).toMatchObject([
      { kind: 'team_applied', to: 'm_a', who: '李师傅' },
      { kind: 'team_applied', to: 'm_b' },
    ])
  })
  it.each<[TeamMemberState, boolean]>([
    ['applied', false],
    ['accepted', false],
    ['declined', true],
    ['left', true],
  ])('of somebody who has %s changes something: %p', (state, changes) => {
    const membership = aMembership({ state })
    expect(yes(decideApply(membership, at(0), words, [])) !== membership).toBe(changes)
  })
})

describe('the leader’s word', () => {
  it('yes gives the role with the licences they have seen, and tells the applicant', () => {
    const membership = accepted()
    expect(membership.state).toBe('accepted')
    expect(membership.pending.slice(1)).toMatchObject([
      {
        effect: 'grant',
        cause: 'm_li_repair:2',
        memberId: 'm_li',
        grant: volunteerIn('repair'),
        licences: words.licences,
      },
      { kind: 'team_accepted', to: 'm_li' },
    ])
  })
  it('no tells the applicant why', () => {
    const membership = yes(decideApplication(applied(), at(1), { accept: false, reason: '人满了' }, limits))
    expect(membership.state).toBe('declined')
    expect(membership.pending.at(-1)).toMatchObject({ kind: 'team_declined', to: 'm_li', note: '人满了' })
    expect(membership.pending.map(({ effect }) => effect)).not.toContain('grant')
  })
  it.each<TeamMemberState>(['accepted', 'declined', 'left'])('on somebody who has %s is refused', (state) => {
    for (const accept of [true, false])
      expect(no(decideApplication(aMembership({ state }), at(1), { accept }, limits))).toBe('already_decided')
  })
})

describe('a seat', () => {
  it.each<[TeamMemberState, boolean, TeamMemberState]>([
    ['left', true, 'accepted'],
    ['applied', true, 'accepted'],
    ['declined', true, 'accepted'],
    ['accepted', true, 'accepted'],
    ['accepted', false, 'left'],
    ['left', false, 'left'],
  ])('of a volunteer who has %s, seated %p, makes it %s', (state, seated, then) => {
    expect(seatedBy(aMembership({ state }), seat('volunteer', seated)).state).toBe(then)
  })
  it('of a leader does not touch their place as a volunteer', () => {
    const leads = seatedBy(aMembership({ state: 'applied' }), seat('team_leader', true))
    expect(leads).toMatchObject({ leads: true, state: 'applied' })
    expect(seatedBy(leads, seat('team_leader', false, 'm_li:3'))).toMatchObject({
      leads: false,
      state: 'applied',
    })
  })
  it('keeps the day since which they belong to the team', () => {
    const membership = accepted()
    expect(seatedBy(membership, seat('volunteer', true)).since).toBe(membership.since)
  })
  it.each<[SeatEffect['role'], Partial<Membership>]>([
    ['volunteer', { state: 'accepted' }],
    ['team_leader', { leads: true }],
  ])('of a %s is known as a repeat also when it changed nothing', (role, before) => {
    const effect = seat(role, true)
    const command: Command = { key: effect.cause, fingerprint: effect.cause, at: mondayNine }
    const once = yes(decideSeat(aMembership(before), command, effect))
    expect(repeatOf(once, command)).toBe('repeat')
  })
})

/** A member and their membership in one team. Effects are done once, twice or late. */
class RosterModel {
  member: Member = aMember()
  membership: Membership = aMembership()
  private minute = 0
  private readonly once: Effect[][] = []

  /** A number repeats an effect that was done before. */
  run(move: 'apply' | 'accept' | 'decline' | 'leave' | 'grant' | number): void {
    if (typeof move === 'number') {
      this.perform(this.once[move % (this.once.length || 1)] ?? [])
      return
    }
    const command = at(this.minute++, move)
    if (move === 'apply')
      this.membership = decideApply(this.membership, command, words, []).next ?? this.membership
    if (move === 'accept' || move === 'decline')
      this.membership =
        decideApplication(this.membership, command, { accept: move === 'accept' }, limits).next ??
        this.membership
    if (move === 'leave') this.member = yes(decideRevoke(this.member, command, volunteerIn('repair')))
    if (move === 'grant') this.member = yes(decideGrant(this.member, command, volunteerIn('repair')))
  }

  payOff(): void {
    this.perform(this.membership.pending)
    this.membership = { ...this.membership, pending: [] }
    this.perform(this.member.pending)
    this.member = { ...this.member, pending: [] }
  }

  private perform(effects: readonly Effect[]): void {
    if (effects.length > 0) this.once.push([...effects])
    for (const effect of effects) {
      if (effect.effect !== 'grant' && effect.effect !== 'seat') continue
      const command: Command = { key: effect.cause, fingerprint: effect.cause, at: mondayNine + this.minute }
      if (effect.effect === 'grant' && !repeatOf(this.member, command))
        this.member = yes(decideGrant(this.member, command, effect.grant, effect.licences))
      if (effect.effect === 'seat' && !repeatOf(this.membership, command))
        this.membership = yes(decideSeat(this.membership, command, effect))
    }
  }
}

it('the roster agrees with the roles once all effects are done, however often and late', () => {
  const moves = fc.constantFrom(
    'apply' as const,
    'accept' as const,
    'decline' as const,
    'leave' as const,
    'grant' as const,
  )
  const late = fc.nat({ max: 100 })
  fc.assert(
    fc.property(fc.array(fc.oneof(moves, late), { maxLength: 25 }), (sequence) => {
      const model = new RosterModel()
      for (const move of sequence) {
        model.run(move)
        // A use case does its own effects before it answers. Late repeats come from a second worker.
        model.payOff()
      }
      const volunteers = model.member.roles.some((grant) => grant.role === 'volunteer')
      expect(model.membership.state === 'accepted').toBe(volunteers)
    }),
    { numRuns: 500 },
  )
})
