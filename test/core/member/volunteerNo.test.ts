import fc from 'fast-check'
import { lacksVolunteerNo, readVolunteerNo, volunteerNoOf } from '#core/member/volunteerNo'
import { aMember, volunteerIn } from '#support/people'

const digits = fc.stringMatching(/^[0-9]{7}$/)

describe('a volunteer number', () => {
  it('is the prefix, seven digits and a check digit', () => {
    expect(volunteerNoOf('TBK', '0079462')).toBe('TBK-0079-4624')
  })

  it('is read again however it was spaced', () => {
    fc.assert(
      fc.property(digits, (chance) => {
        const volunteerNo = volunteerNoOf('TBK', chance)
        expect(readVolunteerNo(` ${volunteerNo.toLowerCase().replaceAll('-', ' ')} `)).toBe(volunteerNo)
      }),
    )
  })

  it('shows every single digit that was written wrong', () => {
    fc.assert(
      fc.property(digits, fc.nat(7), fc.integer({ min: 1, max: 9 }), (chance, at, more) => {
        const right = volunteerNoOf('TBK', chance).replaceAll('-', '')
        const place = 3 + at
        const wrong =
          right.slice(0, place) + String((Number(right[place]) + more) % 10) + right.slice(place + 1)
        expect(readVolunteerNo(wrong)).toBeUndefined()
      }),
    )
  })

  it.each(['', 'TBK', '王奶奶', '13900000001', 'TBK-0079-46241', 'm_0079462'])('is not %j', (text) => {
    expect(readVolunteerNo(text)).toBeUndefined()
  })

  it('is missing for a volunteer who has none, and for nobody else', () => {
    expect(lacksVolunteerNo(aMember())).toBe(false)
    expect(lacksVolunteerNo(aMember({ roles: [volunteerIn('repair')] }))).toBe(true)
    expect(lacksVolunteerNo(aMember({ roles: [volunteerIn('repair')], volunteerNo: 'TBK-0079-4624' }))).toBe(
      false,
    )
  })
})
