import path from 'node:path'
import { unheardOn } from '#support/weapp/accessibility'
import { answerAlone } from '#support/weapp/answerAlone'
import { brokenCopy, removeCopies } from '#support/weapp/brokenCopy'
import { budgets } from '#support/weapp/budgets'
import { type MiniProgram, openMiniProgram } from '#support/weapp/miniProgram'
import { bytesOf } from '#support/weapp/stepCost'

/** The gates of pages.test.ts and steps.test.ts judge every page. These tests judge the gates, on spoilt pages. */
const dist = path.resolve('dist/weapp')
let phone: MiniProgram

afterEach(() => phone?.close())
afterAll(removeCopies)

type Relative = { dependentId: string; name: string; relation: string }

/** The list of relatives, in a sound or a spoilt dist. */
async function relatives(of: string, items?: Relative[]): Promise<MiniProgram> {
  const answer = (op: string) => (op === 'member.dependents' && items ? { items } : answerAlone(op))
  phone = await openMiniProgram({
    dist: of,
    url: 'packages/member/dependents',
    cloud: async ({ data }) => ({ ok: true, data: answer((data as { op: string }).op) }),
  })
  return phone
}

const without = (attribute: string) =>
  brokenCopy(dist, 'base.wxml', (wxml) => wxml.replace(new RegExp(` ${attribute}="[^"]*"`, 'g'), ''))

const unheard = async (of: string, dependents?: Relative[]) => {
  const { page } = await relatives(of, dependents)
  await page.touch('添加一位家人')
  return unheardOn(page.screen)
}

test('a page without faults passes', async () => {
  expect(await unheard(dist)).toEqual([])
  expect(bytesOf(phone.setData.records)).toBeLessThan(budgets.openingBytes)
})

test('a field without its name is noticed', async () => {
  expect(await unheard(without('aria-label'))).toEqual(
    expect.arrayContaining([expect.stringMatching(/<input> of class input has no name/)]),
  )
})

test('a control without its role is noticed', async () => {
  expect(await unheard(without('aria-role'))).toEqual(
    expect.arrayContaining([expect.stringMatching(/<view> 「移除老李」 has no role/)]),
  )
})

test('two controls of one name are noticed', async () => {
  const twice = ['d_1', 'd_2'].map((dependentId) => ({ dependentId, name: '老李', relation: '老伴' }))
  expect(await unheard(dist, twice)).toEqual(['2 times button 「修改老李」', '2 times button 「移除老李」'])
})

test('a page that sends too much is noticed', async () => {
  const long = '很'.repeat(14 * 1024)
  await relatives(dist, [{ dependentId: 'd_1', name: '老李', relation: long }])
  expect(bytesOf(phone.setData.records)).toBeGreaterThan(budgets.openingBytes)
})

test('a tap that no template binds is noticed', async () => {
  const { page } = await relatives(without('bindtap'))
  await expect(page.touch('添加一位家人')).rejects.toThrow('Nobody listens to tap')
})
