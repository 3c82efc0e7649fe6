import { type Gallery, openGallery } from '#support/h5/page'
import type { Visit } from '#support/h5/visits'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const privacy: Visit = { page: 'packages/account/privacy', state: '', shows: /隐私指引/ }

describe('Reading aloud', () => {
  it('says the page in front from its title on, in Chinese, and stops at a second tap', async () => {
    // what is said is noted; a browser under test has no voice that could say it
    const page = await gallery.open(privacy, {
      elder: true,
      before: (tab) =>
        tab.addInitScript(() => {
          const said: string[] = []
          Object.assign(window, { said })
          speechSynthesis.speak = ({ text, lang }) => void said.push(`${lang} ${text}`)
          speechSynthesis.cancel = () => void said.push('stop')
        }),
    })
    const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said)
    await page.getByRole('button', { name: '读给我听' }).click()
    const [, words] = await said()
    expect(words).toMatch(/^zh-CN 隐私指引。/)
    expect(words).not.toMatch(/。。|读给我听/)
    await page.getByRole('button', { name: '停止朗读' }).click()
    expect((await said()).at(-1)).toBe('stop')
    await page.getByRole('button', { name: '读给我听' }).waitFor()
    await page.close()
  })

  it('is not offered outside elder mode', async () => {
    const page = await gallery.open(privacy)
    expect(await page.getByRole('button', { name: '读给我听' }).count()).toBe(0)
    await page.close()
  })
})
