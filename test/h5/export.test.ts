import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { type Gallery, openGallery } from '#support/h5/page'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

describe('Everything that is held about me', () => {
  it('is downloaded as a zip that unpacks to a readable page and a record', async () => {
    const page = await gallery.open({
      page: 'packages/account/exported',
      state: '',
      who: 'sample_wang',
      shows: /整理我的信息/,
    })
    await page.getByRole('button', { name: '整理我的信息' }).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载（zip）' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('我的信息.zip')
    await page.getByText('已经下载').first().waitFor()
    const files = unzipSync(new Uint8Array(readFileSync(await download.path())))
    const record = JSON.parse(strFromU8(files['我的信息.json'] as Uint8Array))
    expect(record.member).toMatchObject({ name: '王奶奶', phone: '+8613900000001' })
    const readable = strFromU8(files['我的信息.html'] as Uint8Array)

    // The page needs no other file: opened without a network it loads nothing and shows what the record holds.
    const alone = await page.context().newPage()
    const asked: string[] = []
    alone.on('request', ({ url }) => asked.push(url()))
    await alone.setContent(readable)
    const words = await alone.locator('body').innerText()
    expect(words).toContain(record.member.door)
    for (const { name } of record.dependents) expect(words).toContain(name)
    expect(words).toContain(record.bookings[0].description)
    expect(asked).toEqual([])
    await alone.close()
    await page.close()
  })

  it('says so where the network is gone, and can be tried again', async () => {
    const page = await gallery.open({
      page: 'packages/account/exported',
      state: '',
      who: 'sample_wang',
      shows: /整理我的信息/,
    })
    await page.route('**/api', (route) => route.abort())
    await page.getByRole('button', { name: '整理我的信息' }).click()
    await page.getByText('网络不通').first().waitFor()
    await page.unroute('**/api')
    await page.getByRole('button', { name: '整理我的信息' }).click()
    await page.getByText('整理好了').first().waitFor()
    await page.close()
  })
})
