import { dayMs, openTestHouse, type Person, type TestHouse } from '#support/house'
import { jpeg } from '#support/pictures'
import { sendPicture } from '#support/sendPicture'

let house: TestHouse
let zhao: Person
let tan: Person
let wang: Person

beforeAll(async () => {
  house = await openTestHouse()
  zhao = await house.person('wx_zhao', [{ role: 'coordinator' }], '赵姐')
  tan = await house.person('wx_tan', [{ role: 'coordinator' }], '谭姐')
  wang = await house.person('wx_wang', [], '王奶奶')
})
afterAll(() => house.close())

const picture = async () => (await sendPicture(zhao, 'publication_photo', jpeg())).fileId
const bulletin = (fileIds: string[]) => ({
  kind: 'bulletin' as const,
  ...{ title: '停水', body: '明天停水。', validTo: house.cloud.now() + dayMs, fileIds },
})
const stranger = () => house.stranger('wx_stranger')
const visitor = (fileId: string) => house.cloud.api(undefined, { op: 'file.url', input: { fileId } })

describe('a picture of what stands written', () => {
  it('is seen by everybody, registered or not', async () => {
    const fileId = await picture()
    await zhao.ask('publication.publish', bulletin([fileId]))
    const { url } = await stranger().ask('file.url', { fileId })
    expect((await fetch(url)).status).toBe(200)
    expect(await visitor(fileId)).toMatchObject({ ok: true })
    expect(await wang.send('file.url', { fileId })).toMatchObject({ ok: true })
  })

  it('of a draft, or taken away by a later edition, is seen by those who write alone', async () => {
    const [drafted, replaced] = [await picture(), await picture()]
    await zhao.ask('publication.saveDraft', bulletin([drafted]))
    const { publicationId } = await zhao.ask('publication.publish', bulletin([replaced]))
    await tan.ask('publication.edit', { publicationId, fileIds: null })
    for (const fileId of [drafted, replaced]) {
      expect(await wang.send('file.url', { fileId })).toMatchObject({ code: 'not_found' })
      expect(await stranger().send('file.url', { fileId })).toMatchObject({ code: 'not_registered' })
      expect(await visitor(fileId)).toMatchObject({ code: 'unauthenticated' })
      expect(await tan.send('file.url', { fileId })).toMatchObject({ ok: true })
    }
  })
})
