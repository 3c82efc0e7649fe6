import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import type { LocalCloud } from '#local/cloud'
import { openHouse } from '#local/house'
import { BrowserPerson } from '#support/browserPerson'
import { launchChromium } from '#support/chromium'
import { compiled } from '#support/compiled'
import { deadMs } from '#ui/still/stillRows'

/** From nothing to the first booking that somebody claims: screens alone, no call of the API. */
let cloud: LocalCloud
let browser: Browser
const dataDir = mkdtempSync(join(tmpdir(), 'first-day-'))

beforeAll(async () => {
  cloud = await openHouse({
    dataDir,
    functionsDir: resolve('dist/cloudfunctions'),
    h5Dir: resolve('dist/h5'),
    port: 0,
    empty: true,
    ...compiled,
  })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await cloud?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const visitor = () => BrowserPerson.at(browser, cloud.url, cloud.now())
async function phoneOf(name: string): Promise<BrowserPerson> {
  const person = await visitor()
  await person.page.goto(`${cloud.url}/#/packages/enter/index`)
  await person.touch(name)
  return person
}
const dialog = (person: BrowserPerson) => person.page.getByRole('dialog')
const inSheet = (person: BrowserPerson, button: string) =>
  dialog(person).getByRole('button', { name: button, exact: true }).click()
/** Opens a page afresh, wherever the person is. */
const open = (person: BrowserPerson, page: string) =>
  person.page.goto(`${cloud.url}/?${Math.random()}#/${page}`)

async function register(person: BrowserPerson, name: string, door: string) {
  await person.touch('同意用我的信息办理邻里守望的服务')
  await person.touch('同意保存我的门牌号等敏感信息')
  await person.tap('下一步')
  await person.type('姓名', name)
  await person.tap('下一步')
  await person.touch('滨江一村')
  await person.touch('2栋')
  await person.type('单元和门牌号', door)
  await person.sees('这一栋归第一网格，不用您选。')
  await person.tap('下一步')
  await person.tap('提交登记')
}

describe('A deployment in which nothing stands', () => {
  it('tells a visitor on every entrance page that the community is being set up', async () => {
    const someone = await visitor()
    await someone.sees('社区正在准备')
    for (const tab of ['活动', '任务大厅', '我的']) {
      await someone.tab(tab)
      await someone.view.getByRole('heading', { name: tab, level: 1 }).waitFor()
      await someone.sees('社区正在准备')
    }
    const words = await someone.text()
    expect(words).not.toMatch(/没有找到|配置|系统|undefined/)
    // somebody who is not its administrator is shown nothing else
    const newcomer = await phoneOf('一位新居民')
    await newcomer.sees('社区正在准备')
    await open(newcomer, 'packages/admin/start')
    await newcomer.sees('这里是给管理员用的')
    for (const person of [someone, newcomer]) {
      expect(person.faults).toEqual([])
      await person.context.close()
    }
  })

  it('is set up by its first administrator, whose residents book and volunteers claim on the same day', async () => {
    const admin = await phoneOf('社区管理员')
    const other = await phoneOf('社区管理员')
    for (const device of [admin, other]) {
      await device.tap('开始')
      await device.sees('第 1 步，共 6 步：社区叫什么')
      await device.type('名称', device === admin ? '滨江社区' : '江滨社区')
      await device.type('社区电话', '023-7200 0000')
    }
    // a dead network loses nothing
    await admin.context.setOffline(true)
    await admin.tap('下一步')
    await admin.sees('网络不通，没有提交成功。请检查网络后再点一次。')
    await admin.context.setOffline(false)
    await admin.tap('下一步')
    await admin.sees('第 2 步，共 6 步：有哪些小区和楼栋')
    // two at once: who is second is told so, and reads what the first has written
    await other.tap('下一步')
    await other.sees(/别人刚刚也改了社区资料/)
    await other.tap('看最新的')
    await other.sees('第 2 步，共 6 步：有哪些小区和楼栋')
    await other.tap('上一步')
    expect(await other.view.getByLabel('名称', { exact: true }).inputValue()).toBe('滨江社区')
    await other.context.close()

    await admin.tap('下一步')
    await admin.sees('请至少加一个小区，并且写上它的楼栋。')
    await admin.tap('加一个小区')
    await dialog(admin).getByLabel('名称').fill('滨江一村')
    await dialog(admin).getByLabel('楼栋').fill('1栋到4栋')
    await inSheet(admin, '填好了')
    await admin.tap('下一步')
    await admin.sees('第 3 步，共 6 步：分几个网格和居民组')
    await admin.context.close()

    // on another device it goes on at the first step that is not done
    const again = await phoneOf('社区管理员')
    await again.tap('开始')
    await again.sees('第 3 步，共 6 步：分几个网格和居民组')
    await again.type('一共几个网格', '2')
    await again.tap('排好网格的名字')
    await again.touch('第一网格')
    await dialog(again).getByLabel('管哪些楼栋').fill('滨江一村：1栋、2栋')
    await inSheet(again, '填好了')
    // what is written and not saved yet outlives the page
    await again.page.reload()
    await again.sees('第二网格')
    await again.tap('下一步')
    await again.sees('第 4 步，共 6 步：能给居民做什么')
    await again.tap(/^服务队（选了 11 个/)
    await again.touch('平安巡逻队')
    await again.tap('改一改：维修服务队')
    await dialog(again).getByLabel('名称').fill('巧手维修队')
    await inSheet(again, '填好了')
    await again.sees(/服务队（选了 10 个，共 11 个）/)
    await again.tap('下一步')
    await again.sees('第 5 步，共 6 步：谁保管居民的信息')
    await again.type(/^到哪里找/, '滨江路 1 号')
    await again.tap('填好了，开通社区')
    await again.sees('第 6 步，共 6 步：社区开通了')
    await again.sees('还没有网格员：第一网格、第二网格')

    await again.tap('登记我自己')
    await register(again, '马主任', '1-1')
    await again.sees('已经登记好了')

    const resident = await phoneOf('一位新居民')
    await resident.sees(/滨江社区/)
    await resident.tap(/^隐私指引/)
    await resident.sees('滨江社区居民委员会负责保管您的信息。有疑问、要投诉，请打 023-7200 0000。')
    await resident.sees('也可以到这里来：滨江路 1 号。')
    await resident.tap('返回')
    await resident.tap('去登记')
    await register(resident, '王奶奶', '2-1')
    await resident.sees('登记收到了，正在核对')
    const volunteer = await phoneOf('另一位新居民')
    await volunteer.tap('去登记')
    await register(volunteer, '李师傅', '3-1')
    await volunteer.sees('登记收到了，正在核对')

    await open(again, 'packages/staff/residents')
    for (const name of ['王奶奶', '李师傅']) {
      await again.tapFor(dialog(again), `通过：${name}`)
      await inSheet(again, '通过')
      await again.sees(`${name}的登记通过了，已经通知他。`)
      // a tap on the row that has moved up under the finger is not meant for it
      await again.page.waitForTimeout(deadMs)
    }
    await again.touch('找居民')
    await again.type('姓名、手机号、志愿者编号或者居民编号', '李师傅')
    await again.tap('查找')
    await again.tap('身份：李师傅')
    await again.tap('给一个身份')
    await dialog(again).getByText('志愿者', { exact: true }).click()
    await inSheet(again, '下一步')
    await dialog(again).getByText('巧手维修队', { exact: true }).click()
    await inSheet(again, '就给这个身份')
    await again.sees(/巧手维修队的志愿者/)

    await open(resident, 'pages/home')
    await resident.tap(/^上门维修/)
    await resident.choose('要帮什么忙', '换灯泡')
    await resident.type('具体要做什么', '厨房的灯不亮了')
    await resident.choose('什么时间', '后天上午')
    await resident.touch('需要登高')
    await resident.tap('提交预约')
    await resident.sees('有人认领，就会通知您。')

    await open(volunteer, 'pages/hall')
    await volunteer.touch('换灯泡')
    await volunteer.tap('认领这一单')
    await volunteer.sees(/滨江一村 2栋 2-1/)
    for (const person of [again, resident, volunteer]) {
      expect(person.faults).toEqual([])
      await person.context.close()
    }
  })
})
