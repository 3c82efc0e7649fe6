import { strFromU8, unzipSync } from 'fflate'
import { askThrough } from '#local/sample/driver'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import type { Device } from '#support/weapp/device'
import { localCloud } from '#support/weapp/localCloud'
import { type MiniProgram, openMiniProgram } from '#support/weapp/miniProgram'

const patience = 900_000
const zip = 'http://usr/我的信息.zip'
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

async function phoneOf(openid: string, url: string, device: Partial<Device> = {}): Promise<MiniProgram> {
  const phone = await openMiniProgram({ url, device, cloud: localCloud(house.cloud.url, openid) })
  phones.push(phone)
  return phone
}

describe('Everything that is held about me', () => {
  it('is gathered, looked at and sent to a chat as a zip; nothing stays in the phone', async () => {
    const wang = await phoneOf('sample_wang', 'packages/account/exported')
    await wang.page.tap('整理我的信息')
    expect(wang.page.text()).toMatch(/整理好了[\s\S]*我的预约/)
    await wang.page.touch('登记')
    expect(wang.page.text()).toMatch(/王奶奶[\s\S]*火柴新村/)
    await wang.page.tap('关闭')
    wang.answer.api('shareFileMessage', {})
    await wang.page.tap('发给我自己（文件传输助手）')
    expect(wang.page.text()).toContain('已经发出')
    const sent = wang.calls.find(({ api }) => api === 'shareFileMessage')
    expect(sent?.options).toEqual({ filePath: zip, fileName: '我的信息.zip' })
    const files = unzipSync(wang.files.get(zip) as Uint8Array)
    expect(Object.keys(files)).toEqual(['我的信息.html', '我的信息.json'])
    expect(strFromU8(files['我的信息.html'] as Uint8Array)).toContain('王奶奶')
    const record = JSON.parse(strFromU8(files['我的信息.json'] as Uint8Array))
    expect(record.member).toMatchObject({ name: '王奶奶', phone: '+8613900000001' })
    await wang.open('pages/home')
    expect(wang.files.size).toBe(0)
  })

  it('says what else can be done where WeChat does not hand it over, and can be tried again', async () => {
    const wang = await phoneOf('sample_wang', 'packages/account/exported')
    await wang.page.tap('整理我的信息')
    wang.answer.api('shareFileMessage', new Error('shareFileMessage:fail cancel'))
    await wang.page.tap('发给我自己（文件传输助手）')
    expect(wang.page.text()).not.toContain('没有发出去')
    wang.answer.api('shareFileMessage', new Error('shareFileMessage:fail file too large'))
    await wang.page.tap('发给我自己（文件传输助手）')
    expect(wang.page.text()).toContain('没有发出去')
    wang.answer.api('shareFileMessage', {})
    await wang.page.tap('发给我自己（文件传输助手）')
    expect(wang.page.text()).toContain('已经发出')
  })

  it('goes to the disk where WeChat runs on a computer', async () => {
    const wang = await phoneOf('sample_wang', 'packages/account/exported', { platform: 'windows' })
    await wang.page.tap('整理我的信息')
    wang.answer.api('saveFileToDisk', {})
    await wang.page.tap('存到这台电脑')
    expect(wang.page.text()).toContain('已经存好')
  })
})

describe('WeChat’s privacy guideline, before the phone button', () => {
  const register = (openid: string, privacy: Device['privacy']) =>
    phoneOf(openid, 'packages/member/register', { privacy })

  /** Gives both consents in the first step of registering, each by its own tap. */
  async function agree({ page }: MiniProgram) {
    await page.touch('同意用我的信息办理邻里守望的服务')
    await page.touch('同意保存我的门牌号等敏感信息')
    await page.tap('下一步')
  }

  it('is asked for with the reason; who refuses types the number and registers', async () => {
    const person = await register('wx_refuses', 'asks')
    await agree(person)
    await person.page.tap('用微信绑定的手机号')
    expect(person.page.text()).toContain('不同意也没关系')
    await person.page.tap('看微信里的隐私保护指引')
    expect(person.calls.at(-1)?.api).toBe('openPrivacyContract')
    await person.page.tap('不同意，我自己填')
    expect(person.page.text()).toContain('手机号直接填在下面')
    await person.page.type('姓名', '张三')
    await person.page.type('手机号码', '13900000066')
    await person.page.tap('下一步')
    await person.page.touch('火柴新村')
    await person.page.touch('3栋')
    await person.page.type('单元和门牌号', '2-1')
    await person.page.tap('下一步')
    await person.page.tap('提交登记')
    expect(person.page.text()).toMatch(/登记收到了[\s\S]*139\*\*\*\*0066/)
  })

  it('is agreed to on WeChat’s own button; then the phone button is there and works', async () => {
    const person = await register('wx_agrees', 'asks')
    await agree(person)
    await person.page.tap('用微信绑定的手机号')
    await person.page.fireOn('同意并继续', 'agreeprivacyauthorization', { buttonId: 'agree-privacy' })
    expect(person.page.text()).not.toContain('先请您看一眼')
    await person.page.fireOn('用微信绑定的手机号', 'getphonenumber', { code: 'a_code' })
    expect(person.page.text()).toContain('已经取得微信绑定的手机号')
  })

  it.each(['agreed', 'unknown'] as const)('is not asked for where the answer is %s', async (privacy) => {
    const person = await register(`wx_${privacy}`, privacy)
    await agree(person)
    await person.page.fireOn('用微信绑定的手机号', 'getphonenumber', { code: 'a_code' })
    expect(person.page.text()).toContain('已经取得微信绑定的手机号')
  })
})

describe('An account', () => {
  it('gets another number, which the card then shows', async () => {
    const he = await phoneOf('sample_he', 'packages/account/index')
    await he.page.touch('手机号')
    await he.page.type('手机号码', '139')
    await he.page.tap('改成这个号码')
    expect(he.page.text()).toContain('手机号码是 11 位数字')
    await he.page.type('手机号码', '13900000044')
    await he.page.tap('改成这个号码')
    expect(he.page.text()).toMatch(/手机号改好了[\s\S]*139\*\*\*\*0044/)
  })

  it('moves house: what it means is said first, faults are named, and what the register does not have waits', async () => {
    const he = await phoneOf('sample_he', 'packages/account/index')
    await he.page.touch('住处')
    expect(he.page.text()).toContain('身份也先停一停')
    await he.page.tap('改成这个住处')
    expect(he.page.text()).toContain('请填单元和门牌号')
    await he.page.type('单元和门牌号', '7-7')
    await he.page.tap('改成这个住处')
    expect(he.page.text()).toMatch(/网格员核对好会通知您[\s\S]*改的内容正在核对/)
    expect(he.page.text()).not.toContain('搬了家在这里改')
    await he.page.tap('看看改了什么')
    expect(he.page.text()).toMatch(/什么都不会少[\s\S]*原来登记的[\s\S]*何叔 · 巨柳新村 · 第五网格/)
    await he.open('pages/me')
    expect(he.page.text()).toContain('我的预约')
    const worker = await phoneOf('sample_admin', 'packages/staff/residents')
    expect(worker.page.text()).toMatch(/何叔[\s\S]*原来核对过的：何叔 · 巨柳新村 · 第五网格/)
    await worker.page.tap('通过：何叔')
    expect(worker.page.text()).toContain('他的身份和服务队照旧')
    const ask = askThrough(house.cloud.call)
    const memberId = (await ask('sample_he', 'member.me', {})).member?.memberId ?? ''
    await ask('sample_admin', 'member.verify', { memberId, accept: true })
    await he.open('packages/account/index')
    expect(he.page.text()).toContain('搬了家在这里改')
  })

  it('takes a corrected name, and does not send the one that stands', async () => {
    const gao = await phoneOf('sample_gao', 'packages/account/index')
    await gao.page.touch('姓名')
    await gao.page.tap('改成这个姓名')
    expect(gao.page.text()).toContain('这就是现在登记的姓名')
    await gao.page.type('姓名', '高明')
    await gao.page.tap('改成这个姓名')
    expect(gao.page.text()).toContain('网格员核对好会通知您')
  })

  it('is closed with its consequences told, and kept after all', async () => {
    const zheng = await phoneOf('sample_zheng', 'pages/me')
    await zheng.page.touch('账号')
    await zheng.page.touch('注销账号')
    expect(zheng.page.text()).toMatch(/15 天[\s\S]*已注销的居民[\s\S]*重新登记/)
    await zheng.page.tap('申请注销')
    await zheng.page.near('申请注销账号？').tap('申请注销')
    expect(zheng.page.text()).toMatch(/已经申请注销[\s\S]*账号正在注销/)
    await zheng.open('pages/me')
    expect(zheng.page.text()).toContain('正在注销，可以撤销')
    await zheng.open('packages/account/index')
    await zheng.page.tap('不注销了，继续使用')
    expect(zheng.page.text()).toContain('已经撤销注销')
    expect(zheng.page.text()).not.toContain('账号正在注销')
  })

  it('without the consent to what is sensitive books nothing until it is given again', async () => {
    const wu = await phoneOf('sample_wu', 'packages/account/consents')
    await wu.page.tap('撤回同意：保存我的门牌号等敏感信息')
    await wu.page.near('撤回保存敏感信息的同意？').tap('撤回同意')
    expect(wu.page.text()).toMatch(/已经撤回[\s\S]*已撤回/)
    await wu.page.tap('重新同意：保存我的门牌号等敏感信息')
    expect(wu.page.text()).toContain('已经记下您的同意')
  })

  it('leads from the consent to the service to what closing means', async () => {
    const wu = await phoneOf('sample_wu', 'packages/account/consents')
    await wu.page.tap('撤回同意：用我的信息办理邻里守望的服务')
    await wu.page.tap('看看注销的影响')
    expect(wu.stackRoutes.at(-1)).toBe('packages/account/close')
  })
})

test('The guideline is one tap from home, and one from registration', async () => {
  const visitor = await phoneOf('wx_visitor', 'pages/home')
  await visitor.page.touch('隐私指引')
  expect(visitor.page.text()).toMatch(/2026-11 版[\s\S]*收集什么[\s\S]*30 天删除/)
  await visitor.open('packages/member/register')
  await visitor.page.touch('隐私指引')
  expect(visitor.stackRoutes.at(-1)).toBe('packages/account/privacy')
})
