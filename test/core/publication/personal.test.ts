import { holdsPersonalNumber } from '#core/publication/personal'

describe('a text that everybody may read', () => {
  it.each([
    ['an identity card', '请找张某，身份证 50010219630101123X 的登记'],
    ['one in groups', '身份证号：500102 19630101 1234'],
    ['one in full width', '５００１０２１９６３０１０１１２３４'],
    ['a bank card', '捐款账户 6222 0231 0000 1234 567'],
    ['a mobile number', '有事打 13983312345'],
    ['one with hyphens and the country’s number', '+86 139-8331-2345'],
  ])('may not hold the number of %s', (_of, text) => {
    expect(holdsPersonalNumber(text)).toBe(true)
  })
  it.each([
    ['a landline', '有事打 023-72811234'],
    ['a hotline', '热线 12345，反家暴 12338'],
    ['days and hours', '2026-11-30 08:00 到 2026-12-01 18:00 停水'],
    ['two days beside each other', '2026-11-30 2026-12-01 停水'],
    ['amounts', '每月补贴 1500 元，共 139000 元'],
    ['numbers on two lines', '编号 1398331\n2345'],
  ])('may hold %s', (_what, text) => {
    expect(holdsPersonalNumber(text)).toBe(false)
  })
})
