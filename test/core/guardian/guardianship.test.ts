import fc from 'fast-check'
import {
  decideAskGuardian,
  decideEndGuardianRecord,
  decideGuardianAnswer,
  decideRecordGuardian,
  type Guardianship,
} from '#core/guardian/guardianship'
import { commandAt, no, yes } from '#support/commands'
import { aGuardianship } from '#support/people'
import { mondayNine } from '#support/time'

const at = (minute: number, word = 'tap') => commandAt(mondayNine + minute * 60_000, word)
const mother = { _id: 'm_mother', name: '郑大姐' }
const aunt = { _id: 'm_aunt', name: '郑小姨' }
const asked = () => yes(decideAskGuardian(aGuardianship(), at(0), mother, '母亲'))
const word = (given: boolean, version = '2026-11') => ({ given, version })
const given = () => yes(decideGuardianAnswer(asked(), at(1), mother._id, word(true)))
const told = (next: Guardianship) =>
  next.pending.flatMap((effect) => (effect.effect === 'notice' ? [[effect.to, effect.kind]] : []))

describe('a guardian on paper', () => {
  const worker = { _id: 'm_liu', name: '小刘' }
  const said = { guardianName: '郑婆婆', relation: '外祖父母', note: '存档案柜' }
  const recorded = () => yes(decideRecordGuardian(aGuardianship(), at(0), worker, said))

  it('has agreed, with who recorded it and which paper; the minor is told', () => {
    expect(recorded()).toMatchObject({
      ...{ state: 'given', guardianId: '', guardianName: '郑婆婆', version: null },
      ...{ recorderId: 'm_liu', recorderName: '小刘', paper: '存档案柜' },
    })
    expect(told(recorded())).toEqual([['m_young', 'guardian_recorded']])
    expect(yes(decideRecordGuardian(recorded(), at(1, 'again'), worker, said))).toEqual(recorded())
    expect(no(decideRecordGuardian(aGuardianship(), at(0), { ...worker, _id: 'm_young' }, said))).toBe(
      'guardian_self',
    )
  })
  it('stands where another was only asked, and never where one has agreed', () => {
    expect(yes(decideRecordGuardian(asked(), at(1), worker, said))).toMatchObject({
      state: 'given',
      guardianId: '',
    })
    expect(no(decideRecordGuardian(given(), at(2), worker, said))).toBe('guardian_given')
    expect(no(decideAskGuardian(recorded(), at(1), mother, '母亲'))).toBe('guardian_given')
  })
  it('takes it back through a worker alone, and what was promised returns', () => {
    const ended = yes(decideEndGuardianRecord(recorded(), at(1), '打电话说的'))
    expect(ended).toMatchObject({ state: 'withdrawn' })
    expect(ended.events.at(-1)).toMatchObject({ note: '打电话说的' })
    expect(ended.pending.map(({ effect }) => effect)).toContain('giveBack')
    expect(no(decideEndGuardianRecord(given(), at(2), '听说的'))).toBe('guardian_not_recorded')
    expect(no(decideGuardianAnswer(recorded(), at(1), mother._id, word(false)))).toBe('not_found')
  })
  it('is replaced when the minor asks somebody with an account', () => {
    const ended = yes(decideEndGuardianRecord(recorded(), at(1), '打电话说的'))
    expect(yes(decideAskGuardian(ended, at(2), mother, '母亲'))).toMatchObject({
      ...{ state: 'asked', guardianId: 'm_mother', recorderId: null, recorderName: null, paper: null },
    })
  })
})

describe('a guardian', () => {
  it('is named by the minor and told', () => {
    expect(asked()).toMatchObject({ state: 'asked', guardianId: 'm_mother', relation: '母亲', version: null })
    expect(told(asked())).toEqual([['m_mother', 'guardian_asked']])
  })
  it('agrees: both are told, and the wording is kept', () => {
    expect(given()).toMatchObject({ state: 'given', version: '2026-11', since: mondayNine + 60_000 })
    expect(told(given()).slice(1)).toEqual([
      ['m_young', 'guardian_gave'],
      ['m_mother', 'guardian_word'],
    ])
  })
  it('declines: the minor is told and may ask somebody else', () => {
    const declined = yes(decideGuardianAnswer(asked(), at(1), mother._id, word(false)))
    expect(told(declined)).toContainEqual(['m_young', 'guardian_declined'])
    expect(yes(decideAskGuardian(declined, at(2), aunt, '姨妈'))).toMatchObject({
      state: 'asked',
      guardianId: 'm_aunt',
    })
  })
  it('takes the word back: both are told, and what was claimed returns', () => {
    const withdrawn = yes(decideGuardianAnswer({ ...given(), pending: [] }, at(2), mother._id, word(false)))
    expect(withdrawn.state).toBe('withdrawn')
    expect(told(withdrawn)).toEqual([
      ['m_young', 'guardian_withdrew'],
      ['m_mother', 'guardian_withdrawn'],
    ])
    expect(withdrawn.pending[0]).toEqual({
      effect: 'giveBack',
      cause: `m_young:guardian:${withdrawn.rev}`,
      memberId: 'm_young',
    })
    expect(yes(decideGuardianAnswer(withdrawn, at(3), mother._id, word(true))).state).toBe('given')
  })
  it('is not replaced while the word stands', () => {
    expect(no(decideAskGuardian(given(), at(2), aunt, '姨妈'))).toBe('guardian_given')
  })
  it('is never the minor', () => {
    expect(no(decideAskGuardian(aGuardianship(), at(0), { _id: 'm_young', name: '小雨' }, '母亲'))).toBe(
      'guardian_self',
    )
  })
  it('alone may answer; once another is asked, the first may not', () => {
    expect(no(decideGuardianAnswer(asked(), at(1), aunt._id, word(true)))).toBe('not_found')
    const other = yes(decideAskGuardian(asked(), at(1), aunt, '姨妈'))
    expect(no(decideGuardianAnswer(other, at(2), mother._id, word(true)))).toBe('not_found')
  })
  it('agrees to a new wording anew', () => {
    expect(yes(decideGuardianAnswer(given(), at(2), mother._id, word(true, '2027-01'))).version).toBe(
      '2027-01',
    )
  })

  it('whatever was said before, an agreement stands only from the guardian who was named last', () => {
    const act = fc.oneof(
      fc.record({ who: fc.constantFrom(mother, aunt), what: fc.constant('ask' as const) }),
      fc.record({ who: fc.constantFrom(mother, aunt), what: fc.constantFrom('yes' as const, 'no' as const) }),
    )
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        let state = aGuardianship()
        let standing: string | undefined
        acts.forEach(({ who, what }, index) => {
          const command = at(index, `tap ${index}`)
          const decision =
            what === 'ask'
              ? decideAskGuardian(state, command, who, '亲属')
              : decideGuardianAnswer(state, command, who._id, word(what === 'yes'))
          if (!decision.next) return
          if (what === 'yes') standing = who._id
          if (what === 'no' && standing === who._id) standing = undefined
          state = decision.next
        })
        expect(state.state === 'given' ? state.guardianId : undefined).toBe(standing)
      }),
    )
  })
})
