import * as v from 'valibot'
import { memberAddDependent } from '#contract/dependent'
import { memberRegister } from '#contract/member'
import { checkChange, checkDependent, emptyDependent } from '#features/member/dependent/dependentDraft'
import { registrationStateOf } from '#features/member/own/registrationState'
import {
  everVolunteered,
  holdsRole,
  isLeaderOf,
  isVolunteer,
  rolesHeld,
} from '#features/member/own/rolesHeld'
import {
  checkRegistration,
  faultsIn,
  type RegistrationDraft,
  registrationSteps,
} from '#features/member/registration/registration'

const filled: RegistrationDraft = {
  name: ' 王秀英 ',
  phone: '138 0013-8000',
  estateId: 'huochai',
  building: '3栋',
  unit: ' 2 单元 5-3 ',
  gridId: 'grid1',
  birthday: '',
  calendar: 'solar',
  service: true,
  sensitive: true,
}

describe('A registration', () => {
  it('that is filled in is what the contract takes', () => {
    const { input, faults } = checkRegistration(filled)
    expect(faults).toEqual({})
    expect(v.parse(memberRegister, input)).toMatchObject({
      name: '王秀英',
      phone: '+8613800138000',
      unit: '2 单元 5-3',
      consents: [{ kind: 'service' }, { kind: 'sensitive' }],
    })
  })

  it.each<[string, Partial<RegistrationDraft>, string]>([
    ['name', { name: '  ' }, 'name'],
    ['name with a picture', { name: '王奶奶👵' }, 'name'],
    ['phone', { phone: '12345' }, 'phone'],
    ['birthday', { birthday: '三月' }, 'birthday'],
    ['estateId', { estateId: undefined }, 'estateId'],
    ['building', { building: undefined }, 'building'],
    ['unit', { unit: '' }, 'unit'],
    ['gridId', { gridId: undefined }, 'gridId'],
    ['service', { service: false }, 'consents'],
    ['sensitive', { sensitive: false }, 'consents'],
  ])('with a wrong %s is not sent, and only that is named', (_, part, fault) => {
    const { input, faults } = checkRegistration({ ...filled, ...part })
    expect(input).toBeUndefined()
    expect(Object.keys(faults)).toEqual([fault])
  })

  it('is asked step by step: a step names its own faults alone, and every fault belongs to one step', () => {
    const { faults } = checkRegistration({
      ...filled,
      name: '',
      phone: '1',
      birthday: '?',
      unit: '',
      service: false,
    })
    expect(registrationSteps.map((step) => Object.keys(faultsIn(faults, step)))).toEqual([
      ['consents'],
      ['name', 'phone', 'birthday'],
      ['unit'],
      [],
    ])
  })

  it('needs no phone', () => {
    expect(checkRegistration({ ...filled, phone: '' }).input).not.toHaveProperty('phone')
  })

  it("sends WeChat's code instead of a typed number", () => {
    const { input } = checkRegistration({ ...filled, phone: '123', phoneCode: 'code' })
    expect(input).toMatchObject({ phoneCode: 'code' })
    expect(input).not.toHaveProperty('phone')
  })
})

describe('A dependent', () => {
  it('is what the contract takes', () => {
    const { input } = checkDependent({
      ...emptyDependent,
      name: ' 老李 ',
      relation: '爱人',
      needs: ' 耳朵背 ',
      birthday: '1950年3月5日',
      calendar: 'lunar',
      consentNote: '当面说好',
    })
    expect(v.parse(memberAddDependent, input)).toEqual({
      name: '老李',
      relation: '爱人',
      needs: '耳朵背',
      birthDay: '1950-03-05',
      birthCalendar: 'lunar',
      consentNote: '当面说好',
    })
  })

  it('needs a name, a relation and their consent', () => {
    expect(Object.keys(checkDependent({ ...emptyDependent, consentNote: ' ' }).faults)).toEqual([
      'name',
      'relation',
      'consentNote',
    ])
  })
})

describe('A change of a dependent', () => {
  const before = {
    dependentId: 'd_1',
    name: '老李',
    relation: '老伴',
    needs: '耳朵背',
    birth: { day: '1950-03-05', calendar: 'lunar' as const },
  }
  const same = { relation: '老伴', needs: '耳朵背', birthday: '1950-03-05', calendar: 'lunar' as const }

  it('sends what is new, and removes what was emptied', () => {
    expect(checkChange(before, { ...same, relation: '爱人', needs: ' 上下楼慢 ' }).input).toEqual({
      dependentId: 'd_1',
      relation: '爱人',
      needs: '上下楼慢',
      birthDay: '1950-03-05',
      birthCalendar: 'lunar',
    })
    expect(checkChange(before, { ...same, needs: ' ', birthday: '' }).input).toEqual({
      dependentId: 'd_1',
      needs: null,
      birthDay: null,
    })
  })

  it('with an impossible birthday is not sent', () => {
    expect(checkChange(before, { ...same, birthday: '三月' })).toEqual({
      faults: { birthday: expect.any(String) },
    })
  })
})

describe('Where a person stands', () => {
  const nobody = { roles: [], consents: [] }
  const member = {
    memberId: 'm_1',
    name: '王',
    state: 'pending' as const,
    gridId: 'grid1',
    dependents: [],
    proxies: [],
    actsFor: [],
  }

  it.each([
    ['nobody is signed in', undefined, true, 'visitor'],
    ['WeChat knows somebody new', nobody, true, 'unregistered'],
    ["a browser's token has expired", nobody, false, 'visitor'],
    ['the registration is being checked', { ...nobody, member }, true, 'pending'],
  ])('when %s', (_, me, strangersAreKnown, registration) => {
    expect(registrationStateOf(me, strangersAreKnown)).toBe(registration)
  })

  it('names each role once, whatever its scopes', () => {
    const me = {
      ...nobody,
      roles: [
        { role: 'resident' as const },
        { role: 'volunteer' as const, scope: { teamId: 'repair' } },
        { role: 'volunteer' as const, scope: { teamId: 'women' } },
      ],
    }
    expect(rolesHeld(me)).toEqual(['resident', 'volunteer'])
    expect([isLeaderOf(me, 'repair'), isLeaderOf(undefined, 'repair')]).toEqual([false, false])
    const led = { roles: [{ role: 'team_leader' as const, scope: { teamId: 'repair' } }] }
    expect([isLeaderOf(led, 'repair'), isLeaderOf(led, 'women')]).toEqual([true, false])
    expect(holdsRole(me, 'volunteer')).toBe(true)
    expect(holdsRole(undefined, 'volunteer')).toBe(false)
  })

  it('keeps the ways of a volunteer for who has left the last team', () => {
    const left = { ...nobody, member: { ...member, volunteerNo: 'TBK-3071-4625' } }
    expect([everVolunteered(left), isVolunteer(left)]).toEqual([true, false])
    expect(everVolunteered({ ...nobody, member })).toBe(false)
  })
})
