import type { Page } from 'playwright-core'
import { askThrough } from '#local/sample/driver'
import { type Gallery, openGallery, visitOf } from '#support/h5/page'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click()

it('two doors in browsers lose the network, tick the same party and a walk-in, come back, and count each once', async () => {
  const door = visitOf('packages/coordinator/door', 'the list')
  // Two browsers, since the tabs of one share the network.
  const left = await gallery.open(door)
  const right = await gallery.open(door, { options: { viewport: { width: 1280, height: 800 } } })
  for (const page of [left, right]) {
    await page.context().setOffline(true)
    await tap(page, '到了：王奶奶')
    await page.getByText('现在没有网。记在这台电脑（手机）上的 1 条').first().waitFor()
  }
  await tap(left, '现场来的人')
  await left.getByLabel('姓名').fill('路过的周伯')
  await left.getByLabel('几个人').fill('2')
  await tap(left, '记下来')
  await left.getByText('记在这台电脑（手机）上的 2 条').first().waitFor()
  await left.getByText('到了 2/4 人，现场来的 2 人').first().waitFor()

  for (const page of [left, right]) {
    await page.context().setOffline(false)
    await page.getByText('待上传').first().waitFor({ state: 'detached' })
    await page.getByText('现在没有网').first().waitFor({ state: 'detached' })
  }
  await right.reload()
  await right.getByText('到了 2/4 人，现场来的 2 人').first().waitFor()
  const { parties } = await askThrough(gallery.house.cloud.call)('sample_zhao', 'session.roster', {
    sessionId: gallery.stage.session,
  })
  expect(
    parties
      .filter(({ present }) => present)
      .map(({ name, size }) => `${name} ${size}`)
      .sort(),
  ).toEqual(['王奶奶 2', '路过的周伯 2'])
  await left.close()
  await right.close()
})
