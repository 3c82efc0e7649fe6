import type { InputOf, Operation, ReplyOf } from '#contract/operations'
import type { Answer } from '#contract/shared/refusal'
import { RISKY_MARK } from '#local/wechat/openApis'
import { jpeg } from '#support/pictures'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import { localCloud } from '#support/weapp/localCloud'
import { type MiniProgram, type OpenOptions, openMiniProgram } from '#support/weapp/miniProgram'
import { takes } from '#support/weapp/takes'

const patience = 900_000
const wang = 'sample_wang'
const form = 'packages/request/file'
let house: SampleHouse
let phones: MiniProgram[] = []

beforeAll(async () => {
  house = await openSampleHouse()
}, patience)
afterEach(() => {
  const ended = phones
  phones = []
  for (const phone of ended) phone.check()
  for (const phone of ended) phone.close()
})
afterAll(() => house?.close())

async function phoneOf(options: OpenOptions): Promise<MiniProgram> {
  const phone = await openMiniProgram({ cloud: localCloud(house.cloud.url, wang), ...options })
  phones.push(phone)
  return phone
}

const photo = (mark: string, bytes = 1_500_000) => jpeg({ mark, bytes })

async function fill(phone: MiniProgram, words: string): Promise<void> {
  await phone.page.touch('绿地')
  await phone.page.type('想说的事', words)
}
async function ask<Op extends Operation>(op: Op, input: InputOf<Op>): Promise<ReplyOf<Op>> {
  const answer = (await house.cloud.call(wang, 'api', { op, input })) as Answer<ReplyOf<Op>>
  if (!answer.ok) throw new Error(`${op}: ${answer.message}`)
  return answer.data
}
const mine = async () =>
  (await ask('request.list', { scope: 'mine' })).items.map(({ requestId }) => requestId)

describe('Pictures on a request, on a phone', () => {
  it(
    'are made small, sent while the person writes, and belong to the request',
    async () => {
      const phone = await phoneOf({ url: form })
      takes(phone, photo('one'), photo('two'))
      await phone.page.tap('拍照或选图片')
      await phone.until(() => (phone.page.text().match(/已经发送/g) ?? []).length === 2)
      await phone.page.tap('去掉第 2 张图片')
      await fill(phone, '花坛里的草很高，要修一修')
      await phone.page.tap('提交这件事')
      const [requestId = ''] = await mine()
      const { fileIds, description } = await ask('request.get', { requestId })
      expect(description).toBe('花坛里的草很高，要修一修')
      expect(fileIds).toHaveLength(1)
      const { url } = await ask('file.url', { fileId: fileIds[0] as string })
      const kept = Buffer.from(await (await fetch(url)).arrayBuffer())
      expect(kept.includes('one')).toBe(true)
      expect(kept.length).toBeLessThan(900 * 1024)
      // No copy stays on the phone.
      expect([...phone.files.keys()].filter((path) => path.includes('picture-'))).toEqual([])
    },
    patience,
  )

  it(
    'that did not go out say why, go out when asked again, and can be taken away',
    async () => {
      const cloud = localCloud(house.cloud.url, wang)
      let dead = false
      const phone = await phoneOf({
        url: form,
        cloud: async (call) => {
          if (dead && JSON.stringify(call.data).includes('file.')) throw new Error('request:fail')
          return cloud(call)
        },
      })
      dead = true
      takes(phone, photo('three', 100_000))
      await phone.page.tap('拍照或选图片')
      expect(phone.page.text()).toMatch(/没有发出去[\s\S]*网络不通/)
      dead = false
      await phone.page.tap('再发一次第 1 张图片')
      expect(phone.page.text()).toContain('已经发送')
      await phone.page.tap('去掉第 1 张图片')
      expect(phone.page.text()).not.toContain('已经发送')
      expect(phone.page.text()).toContain('拍照或选图片')
    },
    patience,
  )

  it(
    'that the phone cannot read are counted and said; without the camera the form can go out all the same',
    async () => {
      const phone = await phoneOf({ url: form })
      takes(phone, Buffer.from('no picture at all'))
      await phone.page.tap('拍照或选图片')
      expect(phone.page.text()).toContain('有 1 张图片打不开')
      phone.answer.api('chooseMedia', new Error('chooseMedia:fail auth deny'))
      await phone.page.tap('拍照或选图片')
      expect(phone.page.text()).toContain('没有打开相机和相册')
      phone.answer.api('chooseMedia', new Error('chooseMedia:fail cancel'))
      await phone.page.tap('拍照或选图片')
      expect(phone.page.text()).not.toContain('没有打开相机和相册')
    },
    patience,
  )

  it(
    'are asked for only after the word on WeChat’s guideline; who refuses goes on without',
    async () => {
      const phone = await phoneOf({ url: form, device: { privacy: 'asks' } })
      await phone.page.tap('拍照或选图片')
      expect(phone.page.text()).toContain('才能打开相机和相册')
      await phone.page.tap('不同意，不加图片')
      expect(phone.calls.some(({ api }) => api === 'chooseMedia')).toBe(false)
      expect(phone.page.text()).toContain('提交这件事')
    },
    patience,
  )

  it(
    'and the words outlive a closed app',
    async () => {
      const phone = await phoneOf({ url: form })
      takes(phone, photo('four', 150_000))
      await phone.page.tap('拍照或选图片')
      await fill(phone, '写到一半就关了')
      const again = await phoneOf({ url: form, storage: phone.storageBytes(), files: phone.files })
      expect(again.page.text()).toContain('已经发送')
      await again.page.tap('提交这件事')
      const [requestId = ''] = await mine()
      const { fileIds, description } = await ask('request.get', { requestId })
      expect(description).toBe('写到一半就关了')
      expect(fileIds).toHaveLength(1)
    },
    patience,
  )
})

describe('A request without a network', () => {
  it(
    'is kept with its pictures, outlives a closed app, and is filed once when the network is back',
    async () => {
      const cloud = localCloud(house.cloud.url, wang)
      const before = await mine()
      let dead = false
      const network: NonNullable<OpenOptions['cloud']> = async (call) => {
        if (dead) throw new Error('request:fail')
        return cloud(call)
      }
      const phone = await phoneOf({ url: form, cloud: network })
      dead = true
      takes(phone, photo('five', 150_000))
      await phone.page.tap('拍照或选图片')
      await fill(phone, '地下室的楼道灯坏了')
      await phone.page.tap('提交这件事')
      expect(phone.stackRoutes.at(-1)).toBe('packages/request/mine')
      expect(phone.page.text()).toMatch(/地下室的楼道灯坏了[\s\S]*已保存，下次打开并联网后发送/)
      await phone.page.tap('现在发送')
      expect(phone.page.text()).toContain('网络还是不通')

      // The app is closed and opened again without a network. Then the network comes back.
      const again = await phoneOf({
        url: 'pages/home',
        cloud: network,
        storage: phone.storageBytes(),
        files: phone.files,
      })
      expect(await mine()).toEqual(before)
      dead = false
      await again.emit('onNetworkStatusChange', { isConnected: true, networkType: 'wifi' })
      await again.hide()
      await again.show()
      const [requestId = '', ...others] = await mine()
      expect(others).toEqual(before)
      const filed = await ask('request.get', { requestId })
      expect(filed.description).toBe('地下室的楼道灯坏了')
      expect(filed.fileIds).toHaveLength(1)
      await again.open('packages/request/mine')
      expect(again.page.text()).not.toContain('还没有发出去')
      expect([...again.files.keys()].filter((path) => path.includes('picture-'))).toEqual([])
    },
    patience,
  )

  it(
    'whose answer was lost is not filed twice',
    async () => {
      const cloud = localCloud(house.cloud.url, wang)
      const before = await mine()
      let loses = true
      const phone = await phoneOf({
        url: form,
        cloud: async (call) => {
          const answer = await cloud(call)
          if (loses && JSON.stringify(call.data).includes('request.file')) throw new Error('request:fail')
          return answer
        },
      })
      await fill(phone, '答复丢在路上的诉求')
      await phone.page.tap('提交这件事')
      loses = false
      await phone.page.tap('现在发送')
      expect(phone.page.text()).not.toContain('还没有发出去')
      const after = await mine()
      expect(after).toHaveLength(before.length + 1)
    },
    patience,
  )

  it(
    'that the cloud would not have goes back into the form, with its pictures, or is given up',
    async () => {
      const cloud = localCloud(house.cloud.url, wang)
      let dead = true
      const phone = await phoneOf({
        url: form,
        cloud: async (call) => {
          if (dead && /request.file|file\./.test(JSON.stringify(call.data))) throw new Error('request:fail')
          return cloud(call)
        },
      })
      takes(phone, photo('six', 150_000))
      await phone.page.tap('拍照或选图片')
      await fill(phone, `这句话${RISKY_MARK}`)
      await phone.page.tap('提交这件事')
      dead = false
      await phone.page.tap('现在发送')
      expect(phone.page.text()).toMatch(/内容检查/)
      await phone.page.tap('改一改再提交')
      expect(phone.page.value('想说的事')).toContain('这句话')
      expect(phone.page.text()).toContain('已经发送')
      dead = true
      await phone.page.tap('提交这件事')
      await phone.page.tap('不说了')
      await phone.page.tap('删掉')
      expect(phone.page.text()).not.toContain('这句话')
      expect([...phone.files.keys()].filter((path) => path.includes('picture-'))).toEqual([])
    },
    patience,
  )

  it(
    'opens its form all the same, once it has been open before',
    async () => {
      const phone = await phoneOf({ url: form })
      const again = await phoneOf({
        url: form,
        storage: phone.storageBytes(),
        cloud: async () => {
          throw new Error('request:fail')
        },
      })
      expect(again.page.text()).toContain('提交这件事')
      expect(again.page.text()).toContain('火柴新村')
    },
    patience,
  )
})
