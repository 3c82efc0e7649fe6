import { spanWords } from '#features/certificate/paperWords'
import { certificateNoOf, verifyCodeOf } from '#features/certificate/verifyQuery'

describe('The number of a certificate', () => {
  it.each([
    'TBK-261129-848948',
    'tbk 261129 848948',
    'tbk261129848948',
    'TBK－261129－848948',
    ' Tbk - 261129 - 848948 ',
    'ＴＢＫ２６１１２９８４８９４８',
  ])('is read as it stands on the paper: %s', (typed) => {
    expect(certificateNoOf(typed)).toBe('TBK-261129-848948')
  })

  it.each(['', 'TBK-261129', '261129848948', 'TBK-261129-8489481', 'TBK-26112A-848948'])(
    'is not taken from other text: %s',
    (typed) => {
      expect(certificateNoOf(typed)).toBeUndefined()
    },
  )
})

describe('The verify code', () => {
  it.each(['ABCDE 23456', 'abcde-23456', 'ＡＢＣＤＥ２３４５６'])(
    'is read in groups and in small letters: %s',
    (typed) => {
      expect(verifyCodeOf(typed)).toBe('ABCDE23456')
    },
  )
})

describe('The span of a certificate', () => {
  it('without chosen days runs from the first service to the last, on the paper and where it is checked', () => {
    const service = (firstDay: string, lastDay: string) => ({ firstDay, lastDay }) as never
    expect(
      spanWords({ services: [service('2026-11-25', '2026-11-29'), service('2026-11-23', '2026-11-24')] }),
    ).toMatch(/2026年11月23日至2026年11月29日/)
  })
})
