import { licenceOf, withPhoto } from '#features/team/licenceDraft'
import { saidWords } from '#text/booking/noShow'

describe('A licence as somebody writes it', () => {
  it.each([
    ['电工证', '2028-06-30', { licence: '电工证', validUntil: '2028-06-30' }],
    [' 电工证 ', '2028年6月30日', { licence: '电工证', validUntil: '2028-06-30' }],
    ['', '2028-06-30', { fault: 'licence' }],
    ['电工证', '明年', { fault: 'validUntil' }],
  ])('%j until %j is %j', (licence, validUntil, made) => {
    expect(licenceOf({ licence, validUntil })).toEqual(made)
  })
  it('has one photo, or none', () => {
    expect(withPhoto({ fileIds: ['f_1'] })).toEqual({ photoId: 'f_1' })
    expect(withPhoto({})).toEqual({})
  })
})

describe('The sentence about a no-show', () => {
  const said = {
    ...{ claim: 1, accusedName: '李师傅', saidByName: '王奶奶', saidAt: 0, note: '等了很久' },
    state: 'said',
  } as const
  it('addresses the accused, and names them to others', () => {
    expect(saidWords({ ...said, side: 'claimer', own: 'accused' })).toBe('王奶奶说您没有来：等了很久')
    expect(saidWords({ ...said, side: 'claimer' })).toBe('王奶奶说李师傅没有来：等了很久')
    expect(saidWords({ ...said, side: 'requester', own: 'accused' })).toBe('王奶奶说到了没有找到您：等了很久')
    expect(saidWords({ ...said, side: 'requester', own: 'said' })).toBe(
      '王奶奶说到了没有找到李师傅：等了很久',
    )
  })
})
