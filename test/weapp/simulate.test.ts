/** @jest-environment jsdom */
import path from 'node:path'
import { answerAlone } from '#support/weapp/answerAlone'
import { copyOf, removeCopies } from '#support/weapp/brokenCopy'
import { type SimulatedPage, simulatePage } from '#support/weapp/simulatePage'

/** Whole compiled pages in WeChat's component simulator, which has another WXML compiler and another runtime. */
const dist = path.resolve('dist/weapp')
const patience = 900_000
let page: SimulatedPage

beforeEach(() => jest.resetModules())
afterEach(() => page?.close())
afterAll(removeCopies)

test(
  'a computer is let in by its digits',
  async () => {
    page = await simulatePage(copyOf(dist), 'packages/desk/approve', { scene: 'd%3Dpair' }, answerAlone)
    await page.until('有一台电脑想用您的身份登录')
    await page.tap('批准登录')
    await page.until('请填电脑屏幕上的四位数字。')
    await page.type('1234')
    await page.tap('批准登录')
    await page.until('已经批准')
    expect(page.asked.at(-1)).toMatchObject({ op: 'desk.approve', input: { pairId: 'pair', digits: '1234' } })
  },
  patience,
)

test(
  'the list of relatives opens the form for another',
  async () => {
    page = await simulatePage(copyOf(dist), 'packages/member/dependents', {}, answerAlone)
    await page.until('老李')
    await page.tap('添加一位家人')
    await page.until('他本人怎么同意的')
    await page.tap('添加')
    await page.until('请选与您的关系。')
  },
  patience,
)
