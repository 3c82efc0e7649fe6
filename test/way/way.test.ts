import type { Browser } from 'playwright-core'
import { BrowserPerson } from '#support/browserPerson'
import { launchChromium } from '#support/chromium'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import { localCloud } from '#support/weapp/localCloud'
import { type MiniProgram, openMiniProgram } from '#support/weapp/miniProgram'

/** The mini-program comes first: a browser's clock can be set to the cloud's afterwards, a phone's cannot. */
/** From the sign-in to the statement the test only works the screens and the clock, and never calls the API. */
const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

let house: SampleHouse
let browser: Browser

beforeAll(async () => {
  house = await openSampleHouse()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** Time passes for the cloud and for every browser. */
async function pass(ms: number, ...people: BrowserPerson[]) {
  house.cloud.advance(ms)
  for (const person of people) await person.page.clock.setSystemTime(house.cloud.now())
}

/** The day after tomorrow at nine, at +08:00. */
function afterTomorrowAtNine(): number {
  const midnight = Math.floor((house.cloud.now() + 8 * hourMs) / dayMs) * dayMs - 8 * hourMs
  return midnight + 2 * dayMs + 9 * hourMs
}

describe('in the compiled mini-program', () => {
  const phones: MiniProgram[] = []
  afterAll(() => {
    for (const each of phones) each.close()
  })

  async function phoneOf(openid: string): Promise<MiniProgram> {
    const phone = await openMiniProgram({ cloud: localCloud(house.cloud.url, openid) })
    phones.push(phone)
    return phone
  }

  /** Leaves the mini-program and comes back, so that the page in front is shown again. */
  async function lookAgain(phone: MiniProgram) {
    await phone.hide()
    await phone.show()
  }

  const digitsOn = (phone: MiniProgram) =>
    (/\b\d{3} ?\d{3}\b/.exec(phone.page.text())?.[0] ?? '').replace(' ', '')

  it('a resident books a repair, a volunteer does it, the minutes are credited', async () => {
    const wang = await phoneOf('sample_wang')
    const li = await phoneOf('sample_li')
    const zhou = await phoneOf('sample_zhou')

    await wang.page.touch('上门维修')
    await wang.page.touch('门锁门窗')
    await wang.page.tap('提交预约')
    expect(wang.page.text()).toContain('请写一句具体要做什么。')
    await wang.page.type('具体要做什么', '大门的锁拧不动')
    await wang.page.touch('后天上午')
    await wang.page.touch('门窗可能松脱')
    wang.answer.subscribe('accept')
    await wang.page.tap('提交预约')
    expect(wang.page.text()).toContain('有人认领，就会通知您。')

    for (const volunteer of [li, zhou]) {
      await volunteer.tab('任务大厅')
      await volunteer.page.touch('门锁门窗')
      expect(volunteer.page.text()).toContain('大门的锁拧不动')
      expect(volunteer.page.text()).not.toMatch(/栋|2-1|王奶奶|139/)
    }
    await li.page.tap('认领这一单')
    expect(li.page.text()).toMatch(/火柴新村 3栋 2-1/)
    await zhou.page.tap('认领这一单')
    expect(zhou.page.text()).toContain('这一单已经有人认领了。请看看别的任务。')

    await pass(afterTomorrowAtNine() - house.cloud.now())
    await lookAgain(wang)
    expect(wang.page.text()).toContain('李师傅认领了')
    // The phones' clocks are two days behind the cloud's. It is the cloud's that counts: the code is open.
    await lookAgain(li)
    await li.page.type('六位数字', '000000')
    await li.page.tap('签到')
    expect(li.page.text()).toContain('签到码不对')
    await li.page.type('六位数字', digitsOn(wang))
    await li.page.tap('签到')
    expect(li.page.text()).toContain('签到好了，开始计时。做完别忘了签退。')

    await pass(52 * minuteMs)
    await lookAgain(wang)
    await li.page.type('六位数字', digitsOn(wang))
    await li.page.tap('签退')
    expect(li.page.text()).toMatch(/签退好了，一共 52 ?分/)

    await lookAgain(wang)
    await wang.page.control('5 颗星 很满意', 'radio').tap()
    await wang.page.tap('确认做完了')
    expect(wang.page.text()).toContain('确认好了')

    await li.open('packages/hours/statement')
    expect(li.page.text()).toMatch(/门锁门窗[\s\S]*52 ?分/)
    for (const each of phones) each.check()
  })
})

describe('in the browser', () => {
  it('a resident books a repair for her husband, a volunteer does it, the minutes are credited', async () => {
    const visitor = (now = house.cloud.now()) => BrowserPerson.at(browser, house.cloud.url, now)
    const wang = await visitor()
    const li = await visitor()
    const zhou = await visitor()
    await wang.enterAs('王奶奶')
    await li.enterAs('李师傅')
    await zhou.enterAs('周师傅')
    const everybody = [wang, li, zhou]

    await wang.tap(/^上门维修/)
    await wang.choose('给谁预约', '老李')
    await wang.choose('要帮什么忙', '换灯泡')
    await wang.tap('提交预约')
    await wang.sees('请写一句具体要做什么。')
    await wang.type('具体要做什么', '厕所的灯不亮了')
    await wang.choose('什么时间', '后天上午')
    await wang.touch('需要登高')
    await wang.tap('提交预约')
    await wang.sees('有人认领，就会通知您。')

    for (const volunteer of [li, zhou]) {
      await volunteer.tab('任务大厅')
      await volunteer.touch('换灯泡')
      await volunteer.sees('厕所的灯不亮了')
      const offered = await volunteer.text()
      expect(offered).not.toMatch(/栋|2-1|王奶奶|139 ?0000/)
    }
    await li.tap('认领这一单')
    await li.sees(/火柴新村 3栋 2-1/)
    await li.sees(/139.0000.0001/)
    await li.sees('老李')
    await zhou.tap('认领这一单')
    await zhou.sees('这一单已经有人认领了。请看看别的任务。')

    await pass(afterTomorrowAtNine() - house.cloud.now(), ...everybody)
    await wang.page.reload()
    await wang.sees(/李师傅认领了/)
    const digits = async () =>
      ((await wang.view.locator('[aria-label^="签到码 "]').getAttribute('aria-label')) ?? '').replace(
        /\D/g,
        '',
      )
    await wang.view.locator('[aria-label^="签到码 "]').waitFor()
    await li.page.reload()
    await li.type('六位数字', '12')
    await li.tap('签到')
    await li.sees('请填居民屏幕上的六个数字。')
    await li.type('六位数字', await digits())
    await li.tap('签到')
    await li.sees('签到好了，开始计时。做完别忘了签退。')

    await pass(43 * minuteMs, ...everybody)
    await wang.page.reload()
    await wang.view.locator('[aria-label^="签到码 "]').waitFor()
    await li.type('六位数字', await digits())
    await li.tap('签退')
    await li.sees(/签退好了，一共 4[34] ?分/)

    await wang.page.reload()
    await wang.sees(/做完了，一共 4[34] ?分/)
    await wang.tap('确认做完了')
    await wang.sees('请先评几颗星。')
    await wang.view.getByRole('radio').last().click()
    await wang.type(/^想说的话/, '手脚麻利')
    await wang.tap('确认做完了')
    await wang.sees(/确认好了/)

    await li.page.goto(`${house.cloud.url}/#/packages/hours/statement`)
    await li.sees('每一笔')
    const statement = await li.text()
    expect(statement).toMatch(/换灯泡[\s\S]*4[34] ?分/)
    // The service from the mini-program stands in the same ledger.
    expect(statement).toMatch(/门锁门窗[\s\S]*52 ?分/)
    for (const person of everybody) {
      expect(person.faults).toEqual([])
      await person.context.close()
    }
  })

  it('a volunteer is told what is no longer possible, and a released booking goes to the next', async () => {
    const visitor = () => BrowserPerson.at(browser, house.cloud.url, house.cloud.now())
    const wang = await visitor()
    const li = await visitor()
    const wu = await visitor()
    await wang.enterAs('王奶奶')
    await li.enterAs('李师傅')
    await wu.enterAs('小吴')

    /** Books for the morning after tomorrow and answers the page's address. */
    const book = async (kind: string, what: string, risk: string): Promise<string> => {
      await wang.page.goto(`${house.cloud.url}/#/packages/booking/request?service=repair`)
      await wang.choose('要帮什么忙', kind)
      await wang.type('具体要做什么', what)
      await wang.choose('什么时间', '后天上午')
      await wang.touch(risk)
      await wang.tap('提交预约')
      await wang.sees('有人认领，就会通知您。')
      return wang.page.url()
    }
    const tap = await book('水管漏水', '洗菜池漏水', '地面湿滑')
    const lamp = await book('换灯泡', '阳台灯坏了', '需要登高')

    await wu.page.goto(tap)
    await wu.sees(/没有找到/)
    await li.page.goto(tap)
    await li.tap('认领这一单')
    await li.sees(/认领好了/)
    await li.page.goto(lamp)
    await li.tap('认领这一单')
    await li.sees('这个时间您已经认领了别的任务。请先放弃那一单，或者换一个时间的任务。')

    await li.page.goto(tap)
    await li.tap('我来不了')
    await li.page.getByText('临时有事走不开', { exact: true }).click()
    await li.page.getByRole('button', { name: '交还这一单' }).click()
    await li.sees('交还了，已经告诉居民。谢谢您提前说一声。')
    await wang.page.goto(tap)
    await wang.sees('原因：临时有事走不开')
    await wang.sees('有人认领，就会通知您。')
    await li.page.goto(lamp)
    await li.tap('认领这一单')
    await li.sees(/认领好了/)

    await wang.tap('取消预约')
    await wang.page.getByText('已经解决了', { exact: true }).click()
    await wang.page.getByRole('button', { name: '确定取消' }).click()
    await wang.sees('预约取消了。')

    await pass(10 * dayMs, wang, li)
    await house.cloud.tick()
    await wang.page.goto(lamp)
    await wang.sees(/过了时间还没有办成/)
    for (const person of [wang, li, wu]) {
      expect(person.faults).toEqual([])
      await person.context.close()
    }
  })
})
