/** @jest-environment jsdom */
import path from 'node:path'
import { answerAlone } from '#support/weapp/answerAlone'
import { brokenCopy, removeCopies } from '#support/weapp/brokenCopy'
import { simulatePage } from '#support/weapp/simulatePage'

afterAll(removeCopies)

test('the simulator notices a tap that is not bound', async () => {
  const unbound = (wxml: string) => wxml.replaceAll('bindtap="eh"', 'bindtap="gone"')
  const copy = brokenCopy(path.resolve('dist/weapp'), 'base.wxml', unbound)
  const page = await simulatePage(copy, 'packages/member/dependents', {}, answerAlone)
  await page.until('老李')
  await page.tap('添加一位家人')
  await expect(page.until('他本人怎么同意的', 300)).rejects.toThrow('他本人怎么同意的')
  page.close()
})
