import { decideTakeLicence } from '#core/member/member'
import {
  decideDropLicence,
  decideLicence,
  decideLicencePassing,
  decideRevokeLicence,
  decideShowLicence,
} from '#core/team/licences'
import {
  decideApplication,
  decideApply,
  decideSeat,
  decideWithdraw,
  type Membership,
} from '#core/team/membership'
import { decideEndProbation, probationOf } from '#core/team/probation'
import { limits } from '#support/bookings'
import { commandAt, no, yes } from '#support/commands'
import { aMember, aMembership } from '#support/people'
import { dayMs, mondayNine } from '#support/time'

const at = (days: number, word = 'tap') => commandAt(mondayNine + days * dayMs, word)
/** The Monday of these tests is 23 November 2026. */
const card = { licence: '电工证', validUntil: '2027-01-01', photoId: 'f_old' }
const applied = (licences = [card]) => yes(decideApply(aMembership(), at(0), { skills: [], licences }, []))
const accepted = (licences = [card]) =>
  yes(decideApplication(applied(licences), at(0, 'yes'), { accept: true }, limits))
const pass = (membership: Membership, days: number) =>
  decideLicencePassing(membership, at(days, 'pass'), limits)
const kinds = (membership: Membership, after = 0) =>
  membership.pending.slice(after).map((effect) => ('kind' in effect ? effect.kind : effect.effect))
const released = (membership: Membership) =>
  membership.pending.flatMap((effect) => (effect.effect === 'releaseFiles' ? effect.fileIds : []))

describe('a licence that ends', () => {
  it('is announced thirty days before, in the morning, and once more when it has ended', () => {
    const membership = accepted()
    // 2 December, nine in the morning
    expect(membership.wakesAt).toBe(mondayNine + 9 * dayMs)
    expect(pass(membership, 8)).toBeUndefined()
    const warned = yes(pass({ ...membership, pending: [] }, 9))
    expect(warned.pending).toMatchObject([{ kind: 'licence_ends', to: 'm_li', note: '2027-01-01' }])
    // 2 January
    expect(warned.wakesAt).toBe(mondayNine + 40 * dayMs)
    const ended = yes(pass({ ...warned, pending: [] }, 40))
    expect(kinds(ended)).toEqual(['licence_ended', 'releaseFiles'])
    expect(ended.licences).toEqual([
      { licence: '电工证', validUntil: '2027-01-01', warned: { ends: true, ended: true } },
    ])
    expect(ended.wakesAt).toBeNull()
  })
  it('says it once, however late the timer is', () => {
    expect(kinds(yes(pass({ ...accepted(), pending: [] }, 60)))).toEqual(['licence_ended', 'releaseFiles'])
  })
  it('in two teams is announced in the same words under one name', () => {
    const ids = [accepted(), { ...accepted(), _id: 'm_li_arts', teamId: 'arts' }].map(
      (membership) =>
        (yes(pass({ ...membership, pending: [] }, 9)).pending[0] as { noticeId: string }).noticeId,
    )
    expect(ids[0]).toBe(ids[1])
  })
  it('is not announced to a member who has left', () => {
    const left = { ...accepted(), state: 'left' as const, pending: [] }
    expect(kinds(yes(pass(left, 9)))).toEqual([])
  })
})

describe('a licence shown anew', () => {
  const renewed = { licence: '电工证', validUntil: '2029-01-01', photoId: 'f_new' }
  const shown = () =>
    yes(decideShowLicence({ ...accepted(), pending: [] }, at(20, 'show'), renewed, ['m_a', 'm_b']))
  const decide = (membership: Membership, accept: boolean, by = 'm_a') =>
    decideLicence(membership, at(21, 'word'), { by, licence: '电工证', accept, reason: '看不清' }, limits)

  it('waits for the leader, who is told; the old one counts meanwhile', () => {
    expect(shown()).toMatchObject({ shown: [renewed], licences: [card] })
    expect(shown().pending).toMatchObject([
      { kind: 'licence_shown', to: 'm_a' },
      { kind: 'licence_shown', to: 'm_b' },
    ])
    expect(shown().wakesAt).toBe(accepted().wakesAt)
  })
  it('counts once the leader has seen it; the old one goes with its picture, and the next warning moves', () => {
    const membership = yes(decide({ ...shown(), pending: [] }, true))
    expect(membership).toMatchObject({ shown: [], licences: [renewed] })
    expect(membership.pending).toMatchObject([
      { effect: 'grant', licences: [{ licence: '电工证', validUntil: '2029-01-01' }] },
      { kind: 'licence_accepted', to: 'm_li' },
      { effect: 'releaseFiles', fileIds: ['f_old'] },
    ])
    expect(membership.wakesAt).toBeGreaterThan(mondayNine + 700 * dayMs)
    expect(no(decide(membership, true))).toBe('already_decided')
  })
  it('is declined with a reason, and its picture goes', () => {
    const membership = yes(decide({ ...shown(), pending: [] }, false))
    expect(membership).toMatchObject({ shown: [], licences: [card] })
    expect(membership.pending).toMatchObject([
      { kind: 'licence_declined', note: '看不清' },
      { effect: 'releaseFiles', fileIds: ['f_new'] },
    ])
  })
  it('replaces what was shown before and still waits', () => {
    const again = yes(decideShowLicence(shown(), at(20.5, 'again'), { ...renewed, photoId: 'f_newer' }, []))
    expect(again.shown).toHaveLength(1)
    expect(released(again)).toEqual(['f_new'])
  })
  it.each([
    ['by who is not in the team', () => decideShowLicence(aMembership(), at(0), renewed, []), 'not_in_team'],
    [
      'that has ended',
      () => decideShowLicence(accepted(), at(0), { ...renewed, validUntil: '2026-11-22' }, []),
      'licence_past',
    ],
    ['to oneself', () => decide(shown(), true, 'm_li'), 'own_licence'],
  ])('%s is refused', (_, decision, code) => {
    expect(no(decision())).toBe(code)
  })
})

describe('nobody’s own word', () => {
  it('accepts an application with its licences, nor declines it', () => {
    const own = { ...at(0, 'yes'), who: '李师傅', whoId: 'm_li' }
    for (const accept of [true, false])
      expect(no(decideApplication(applied(), own, { accept }, limits))).toBe('own_licence')
  })
  it('a role that was given accepts no licence: those of the open application wait for a leader', () => {
    const seat = { effect: 'seat', cause: 'm_li:9', memberId: 'm_li', memberName: '李师傅' } as const
    const seated = yes(
      decideSeat(applied(), at(1), { ...seat, teamId: 'repair', role: 'volunteer', seated: true }),
    )
    expect(seated).toMatchObject({ state: 'accepted', licences: [], shown: [card] })
  })
})

describe('a licence taken back', () => {
  const revoke = (by = 'm_a', licence = '电工证') =>
    decideRevokeLicence(
      { ...accepted(), pending: [] },
      at(3, 'back'),
      { by, licence, reason: '证件作废' },
      limits,
    )
  it('is gone with its picture; holder and leaders are told, and what rests on it is given back', () => {
    const next = yes(revoke())
    expect(next).toMatchObject({ state: 'accepted', licences: [], wakesAt: null })
    expect(next.pending).toMatchObject([
      { effect: 'releaseFiles', fileIds: ['f_old'] },
      { effect: 'takeLicence', memberId: 'm_li', licence: '电工证' },
      { kind: 'licence_revoked', to: 'm_li', note: '证件作废' },
      { effect: 'tellLeaders', kind: 'licence_revoked_there' },
    ])
  })
  it('is neither one’s own nor one that was never accepted', () => {
    expect(no(revoke('m_li'))).toBe('own_licence')
    expect(no(revoke('m_a', '会计证'))).toBe('already_decided')
  })
  it('counts in no other team and is held no more; doing it twice changes nothing', () => {
    const dropped = yes(decideDropLicence({ ...accepted(), pending: [] }, at(3, 'drop'), '电工证', limits))
    expect(dropped.licences).toEqual([])
    expect(yes(decideDropLicence(dropped, at(4, 'drop'), '电工证', limits))).toBe(dropped)
    const holder = aMember({ licences: [{ licence: '电工证', validUntil: '2027-01-01' }] })
    const without = yes(decideTakeLicence(holder, at(3, 'take'), '电工证'))
    expect(without.licences).toEqual([])
    expect(yes(decideTakeLicence(without, at(4, 'take'), '电工证'))).toBe(without)
  })
})

describe('pictures of licences', () => {
  it('go when the application is declined or taken back, and when somebody leaves', () => {
    const declined = yes(decideApplication(applied(), at(1), { accept: false }, limits))
    expect(released(declined)).toEqual(['f_old'])
    expect(declined.licences).toEqual([{ licence: '电工证', validUntil: '2027-01-01' }])
    expect(released(yes(decideWithdraw(applied(), at(1))))).toEqual(['f_old'])
    const seat = {
      effect: 'seat',
      cause: 'm_li:9',
      memberId: 'm_li',
      memberName: '李师傅',
      teamId: 'repair',
    } as const
    const left = yes(decideSeat(accepted(), at(2), { ...seat, role: 'volunteer', seated: false }))
    expect(released(left)).toEqual(['f_old'])
    expect(left).toMatchObject({ state: 'left', wakesAt: null })
  })
})

describe('somebody new in a team', () => {
  const fresh = accepted()
  it.each([
    [0, 0, true],
    [2, 0, true],
    [3, 0, false],
    [0, 89, true],
    [0, 90, false],
  ])('after %i services and %i days is on probation: %p', (served, days, still) => {
    expect(probationOf(fresh, served, mondayNine + days * dayMs, limits) !== undefined).toBe(still)
  })
  it('is told what is left of the probation', () => {
    expect(probationOf(fresh, 1, mondayNine, limits)).toEqual({
      servicesLeft: 2,
      until: mondayNine + 90 * dayMs,
    })
  })
  it('is off probation when the leader ends it; nobody ends their own', () => {
    const over = yes(decideEndProbation(fresh, at(1), 'm_leader'))
    expect(probationOf(over, 0, mondayNine, limits)).toBeUndefined()
    expect(over.pending).toContainEqual(expect.objectContaining({ kind: 'probation_over', to: 'm_li' }))
    expect(yes(decideEndProbation(over, at(2), 'm_leader'))).toBe(over)
    expect(no(decideEndProbation(fresh, at(1), 'm_li'))).toBe('own_licence')
  })
  it('is not on probation where the community has none, nor where an admin has given the role', () => {
    const none = yes(
      decideApplication(applied(), at(0), { accept: true }, { ...limits, probationServices: 0 }),
    )
    expect(probationOf(none, 0, mondayNine, limits)).toBeUndefined()
    expect(probationOf(aMembership({ state: 'accepted' }), 0, mondayNine, limits)).toBeUndefined()
  })
})
