import fc from 'fast-check'
import { absorbed } from '#core/enrolment/adopting'
import { along, idAlong } from '#core/enrolment/along'
import {
  diariesJoined,
  membershipsJoined,
  sessionAlong,
  shiftAlong,
  signupsJoined,
} from '#core/enrolment/joining'
import { isLive, type Party, type Session } from '#core/session/session'
import { newMembership } from '#core/team/membership'
import { aMember } from '#support/people'
import { aParty, aSession } from '#support/sessions'

const joined = { from: 'm_aaa', to: 'm_bbb' }

describe('an id that follows', () => {
  it.each([
    ['m_aaa', 'm_bbb'],
    ['m_aaa_repair', 'm_bbb_repair'],
    ['sup_ses_1_m_aaa', 'sup_ses_1_m_bbb'],
    ['m_ccc_m_aaa', 'm_ccc_m_bbb'],
    // a line of the ledger, another member, a word
    ['m_aaa:3', 'm_aaa:3'],
    ['m_aaab', 'm_aaab'],
    ['xm_aaa', 'xm_aaa'],
  ])('%s becomes %s', (before, after) => expect(idAlong(before, joined)).toBe(after))
})

const people = fc.constantFrom('m_aaa', 'm_bbb', 'm_ccc')
const doc = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, people, fc.integer(), fc.constant(null), tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(fc.constantFrom('m_aaa', 'm_bbb', 'who', 'at'), tie('value'), { maxKeys: 4 }),
})).value

describe('a document that follows', () => {
  it('names the account nowhere, is the same the second time, and untouched where it never did', () => {
    fc.assert(
      fc.property(doc, (value) => {
        const next = along(value, joined)
        expect(JSON.stringify(next)).not.toContain('m_aaa')
        expect(along(next, joined)).toBe(next)
        if (!JSON.stringify(value).includes('m_aaa')) expect(next).toBe(value)
      }),
    )
  })
})

const party: fc.Arbitrary<Party | undefined> = fc
  .option(
    fc.record({
      state: fc.constantFrom('confirmed', 'offered', 'waitlisted', 'in_draw', 'withdrawn'),
      size: fc.integer({ min: 1, max: 3 }),
    }),
    { nil: undefined },
  )
  .map((said) => said && aParty(said as Partial<Party>))

function sessionWith(parties: Record<string, Party | undefined>): Session {
  const roster = Object.fromEntries(Object.entries(parties).flatMap(([id, one]) => (one ? [[id, one]] : [])))
  const all = Object.entries(roster)
  const line = all.flatMap(([id, { state }]) => (state === 'waitlisted' ? [id] : []))
  return { ...aSession(), ...counted(roster), roster, line }
}
const counted = (roster: Session['roster']) => {
  const seated = Object.values(roster).filter(({ state }) => ['confirmed', 'offered'].includes(state))
  return {
    free: 20 - seated.reduce((sum, { size }) => sum + size, 0),
    waiting: Object.values(roster).filter(({ state }) => ['waitlisted', 'in_draw'].includes(state)).length,
  }
}

describe('a session at which both had signed up', () => {
  it('has one party of the two, the live one, and its places add up', () => {
    fc.assert(
      fc.property(party, party, party, (theirs, own, third) => {
        const before = sessionWith({ m_aaa: theirs, m_bbb: own, m_ccc: third })
        const next = sessionAlong(before, joined)
        expect(next.roster.m_aaa).toBeUndefined()
        expect({ free: next.free, waiting: next.waiting }).toEqual(counted(next.roster))
        expect(isLive(next.roster.m_bbb)).toBe(isLive(theirs) || isLive(own))
        expect([...next.line].sort()).toEqual(
          Object.keys(next.roster)
            .filter((id) => next.roster[id]?.state === 'waitlisted')
            .sort(),
        )
        expect(next.roster.m_ccc).toEqual(third)
        expect(sessionAlong(next, joined)).toBe(next)
      }),
    )
  })
})

describe('what both had', () => {
  it('at a shift is one slot', () => {
    const shift = { _id: 'f_1', capacity: 3, free: 1, holders: { m_aaa: { at: 1 }, m_bbb: { at: 2 } } }
    expect(shiftAlong(shift as never, joined)).toMatchObject({ free: 2, holders: { m_bbb: { at: 2 } } })
  })

  it('in a team is the way that has come further', () => {
    const mine = { ...newMembership(aMember(), 'repair'), rev: 7 }
    const accepted = { ...mine, state: 'accepted' as const, rev: 2 }
    expect(membershipsJoined(accepted, mine)).toMatchObject({ state: 'accepted', rev: 7 })
    expect(membershipsJoined(mine, accepted)).toBe(accepted)
  })

  it('in a diary is every window, once', () => {
    const hold = (heldFor: string) => ({ heldFor, from: 1, to: 2, at: 0 })
    const diary = (...names: string[]) => ({
      ...{ _id: 'm', communityId: 'c', rev: 1, holds: names.map(hold) },
      today: { day: '2026-12-01', claims: names, releases: [] },
    })
    const both = diariesJoined(diary('b_1', 'b_2'), diary('b_2', 'b_3'))
    expect(both.holds.map(({ heldFor }) => heldFor)).toEqual(['b_1', 'b_2', 'b_3'])
    expect(both.today?.claims).toEqual(['b_1', 'b_2', 'b_3'])
  })

  it('of a session is the sign-up that is not over', () => {
    const row = { _id: 's', communityId: 'c', memberId: 'm_bbb', sessionId: 's', size: 1, at: 1, dueAt: null }
    const over = { ...row, over: true, command: 'one' }
    const live = { ...row, over: false, command: 'two:joined' }
    expect(signupsJoined(live, over)).toMatchObject({ over: false, command: 'one' })
    expect(signupsJoined(over, live)).toBe(live)
  })
})

describe('a member who takes an account over', () => {
  const said = (version: string, at: number) => ({ kind: 'service' as const, version, given: true, at })
  const paper = aMember({ _id: 'm_bbb', consents: [said('paper', 1)], phone: null, joining: 'm_aaa' })
  const account = aMember({
    ...{ _id: 'm_aaa', phone: 'sealed', phoneKey: 'key', volunteerNo: 'TBK-1' },
    roles: [{ role: 'resident' }, { role: 'volunteer', scope: { teamId: 'repair' } }],
    consents: [said('2026-12', 5)],
    noShows: [{ about: 'ses_1', at: 3 }],
  })
  const take = (member = paper) => absorbed(member, account, (sealed, field) => `${sealed} ${field} anew`)

  it('has what it lacked, the later consent last, and keeps what it had', () => {
    expect(take()).toMatchObject({
      phone: 'sealed phone anew',
      phoneKey: 'key',
      volunteerNo: 'TBK-1',
      roles: account.roles,
      consents: [{ version: 'paper' }, { version: '2026-12' }],
      noShows: [{ about: 'ses_1' }],
      joining: null,
    })
    expect(take({ ...paper, phone: 'own', phoneKey: 'own' })).toMatchObject({ phone: 'own', phoneKey: 'own' })
  })

  it('has nothing twice', () => expect(take(take())).toEqual(take()))
})
