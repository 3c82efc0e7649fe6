import { askThrough } from '#local/sample/driver'
import { type StagedHours, stageHours } from '#support/hoursStage'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import type { Device } from '#support/weapp/device'
import { localCloud } from '#support/weapp/localCloud'
import { type MiniProgram, openMiniProgram } from '#support/weapp/miniProgram'

const patience = 900_000
const drawn = { tempFilePath: 'http://tmp/paper.png' }
let house: SampleHouse
let hours: StagedHours
let phones: MiniProgram[] = []

beforeAll(async () => {
  house = await openSampleHouse()
  hours = await stageHours(askThrough(house.cloud.call))
}, patience)
afterEach(() => {
  const ended = phones
  phones = []
  for (const phone of ended) phone.check()
  for (const phone of ended) phone.close()
})
afterAll(() => house?.close())

async function phoneOf(openid: string, url: string, device: Partial<Device> = {}): Promise<MiniProgram> {
  const phone = await openMiniProgram({ url, device, cloud: localCloud(house.cloud.url, openid) })
  phones.push(phone)
  return phone
}
const paperOf = (privacy: Device['privacy']) =>
  phoneOf('sample_li', `packages/certificate/paper?no=${hours.paper.certificateNo}`, { privacy })
const did = (phone: MiniProgram, api: string) => phone.calls.filter((call) => call.api === api)

describe('A certificate as a picture', () => {
  it('is drawn with everything that the paper says and goes to the album', async () => {
    const li = await paperOf('agreed')
    li.answer.api('canvasToTempFilePath', drawn)
    li.answer.api('saveImageToPhotosAlbum', {})
    await li.page.tap('存到手机相册')
    expect(li.page.text()).toContain('图片存到手机相册了')
    expect(did(li, 'saveImageToPhotosAlbum')[0]?.options).toEqual({ filePath: drawn.tempFilePath })
    const { words, filled, width, height } = li.sketch
    const said = words.join('')
    for (const word of [
      '志愿服务证明',
      hours.paper.certificateNo,
      '李师傅',
      '证件号码',
      '换灯泡',
      '荣誉时长',
    ])
      expect(said).toContain(word)
    expect(said).toContain(`验证码 ${hours.paper.verifyCode}`)
    expect(said).toContain('土崩坎社区居民委员会')
    // Most of the filled rectangles are the squares of the code.
    expect(filled).toBeGreaterThan(200)
    expect([width, height]).toEqual([1240, 1754])
  })

  it('is looked at large by who does not give the album; nothing is taken', async () => {
    const li = await paperOf('asks')
    await li.page.tap('存到手机相册')
    expect(li.page.text()).toContain('只写这一张，不看您的照片')
    li.answer.api('canvasToTempFilePath', drawn)
    await li.page.tap('不用了，我看大图')
    expect(did(li, 'previewImage')[0]?.options).toEqual({ urls: [drawn.tempFilePath] })
    expect(did(li, 'saveImageToPhotosAlbum')).toEqual([])
  })

  it('says what to do where WeChat has been told no, and leads to its settings', async () => {
    const li = await paperOf('agreed')
    li.answer.api('canvasToTempFilePath', drawn)
    li.answer.api('saveImageToPhotosAlbum', new Error('saveImageToPhotosAlbum:fail auth deny'))
    await li.page.tap('存到手机相册')
    expect(li.page.text()).toContain('没有存到相册')
    li.answer.api('openSetting', {})
    await li.page.tap('打开设置，允许存到相册')
    li.answer.api('canvasToTempFilePath', new Error('canvasToTempFilePath:fail'))
    await li.page.tap('看大图')
    expect(li.page.text()).toContain('图片没有做好')
  })
})

describe('Checking a certificate', () => {
  const verifying = () => phoneOf('sample_nobody', 'packages/certificate/verify')

  it('takes a scan, of the page’s address or bare, from somebody whom nobody knows', async () => {
    const { certificateNo, verifyCode, verifyPath } = hours.paper
    for (const result of [`https://example.org${verifyPath}`, `${certificateNo}.${verifyCode}`]) {
      const stranger = await verifying()
      stranger.answer.api('scanCode', { result })
      await stranger.page.tap('扫证明上的码')
      expect(stranger.page.text()).toMatch(/有效：和社区的时长账一致[\s\S]*李\*\*/)
      expect(stranger.page.text()).not.toContain('李师傅')
    }
  })

  it('says that another code is none, and takes what is typed in small letters', async () => {
    const stranger = await verifying()
    stranger.answer.api('scanCode', { result: 'https://example.org/menu' })
    await stranger.page.tap('扫证明上的码')
    expect(stranger.page.text()).toContain('这个码不是证明上的')
    await stranger.page.tap('核验')
    expect(stranger.page.text()).toMatch(/编号不对[\s\S]*照着证明再填一次/)
    await stranger.page.type('证明编号', hours.paper.certificateNo.toLowerCase())
    await stranger.page.type('验证码', hours.paper.verifyCode.toLowerCase())
    await stranger.page.tap('核验')
    expect(stranger.page.text()).toContain('有效：和社区的时长账一致')
  })
})

describe('An administrator on the page that checks a certificate', () => {
  it('revokes it with a reason after being asked, and the page says so to everybody', async () => {
    const ask = askThrough(house.cloud.call)
    const { certificateNo, verifyCode } = await ask('sample_li', 'hours.certificate', {})
    const url = `packages/certificate/verify?no=${certificateNo}&code=${verifyCode}`
    const li = await phoneOf('sample_li', url)
    expect(li.page.text()).toContain('有效：和社区的时长账一致')
    expect(li.page.text()).not.toContain('管理员办理')
    const admin = await phoneOf('sample_admin', url)
    await admin.page.tap('作废这张证明')
    await admin.page.tap('确认作废')
    expect(admin.page.text()).toContain('有效：和社区的时长账一致')
    await admin.page.touch('本人要求作废。')
    await admin.page.tap('确认作废')
    expect(admin.page.text()).toContain('已作废：这张证明不能再用')
    expect(admin.page.text()).not.toContain('管理员办理')
    await li.open(url)
    expect(li.page.text()).toContain('已作废：这张证明不能再用')
    await li.open(`packages/certificate/paper?no=${certificateNo}`)
    expect(li.page.text()).toContain('本人要求作废')
  })
})

describe('A guardian on paper', () => {
  it('is written down by a worker, who is told what is missing, and ended', async () => {
    const ask = askThrough(house.cloud.call)
    const birthDay = `${new Date(house.cloud.now()).getUTCFullYear() - 16}-01-15`
    await ask('sample_he', 'team.apply', { teamId: 'elder_care', skills: [], birthDay })
    const admin = await phoneOf('sample_admin', 'packages/staff/residents')
    await admin.page.touch('找居民')
    await admin.page.type('姓名、手机号、志愿者编号或者居民编号', '何叔')
    await admin.page.tap('查找')
    await admin.page.tap('监护人同意：何叔')
    await admin.page.tap('登记同意')
    expect(admin.page.text()).toMatch(/请填监护人的姓名[\s\S]*请选监护人[\s\S]*请写明同意书/)
    await admin.page.type('监护人姓名', '何婆婆')
    await admin.page.touch('祖父母')
    await admin.page.type('同意书的情况', '今天当面签字')
    await admin.page.tap('登记同意')
    expect(admin.page.text()).toContain('登记好了，已经通知何叔')
    await admin.page.tap('监护人同意：何叔')
    expect(admin.page.text()).toMatch(/何婆婆（祖父母）[\s\S]*由社区管理员代为登记：今天当面签字/)
    await admin.page.type('怎么知道要撤回', '打电话说的')
    await admin.page.tap('登记撤回')
    expect(admin.page.text()).toContain('已经登记撤回')
  })
})

describe('Honour minutes on screen', () => {
  it('go from a leader’s proposal to an admin’s word and onto the statement', async () => {
    const before = (await askThrough(house.cloud.call)('sample_li', 'hours.statement', {})).honourMinutes
    const chen = await phoneOf('sample_chen', `packages/hours/statement?of=${hours.li}`)
    await chen.page.tap('给他记荣誉时长')
    await chen.page.tap('提交，等人同意')
    expect(chen.page.text()).toContain('合起来不能是 0')
    await chen.page.type('多少小时', '1')
    await chen.page.type('多少分钟', '30')
    await chen.page.type('做了什么', '教大家看电表')
    await chen.page.tap('提交，等人同意')
    expect(chen.page.text()).toContain('已经提交')
    await chen.open('packages/hours/team')
    expect(chen.page.text()).toMatch(/教大家看电表[\s\S]*要另一位队长或管理员同意/)
    const admin = await phoneOf('sample_admin', 'packages/hours/team?id=repair')
    await admin.page.tap('同意记入：李师傅，1 小时 30 分钟，教大家看电表')
    expect(admin.page.text()).toContain('已经记到李师傅名下')
    const after = await askThrough(house.cloud.call)('sample_li', 'hours.statement', {})
    expect(after.honourMinutes).toBe(before + 90)
  })
})
