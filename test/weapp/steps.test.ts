import type { PairBegun } from '#contract/desk'
import { fromBase32, scanCode, stepAt, typedCode } from '#contract/shared/attendanceCode'
import { type Ask, askThrough } from '#local/sample/driver'
import { stageActivities } from '#support/activities'
import { jpeg } from '#support/pictures'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import { printTable } from '#support/table'
import { budgets } from '#support/weapp/budgets'
import { localCloud } from '#support/weapp/localCloud'
import { type MiniProgram, type OpenOptions, openMiniProgram } from '#support/weapp/miniProgram'
import { stepCost } from '#support/weapp/stepCost'
import { takes } from '#support/weapp/takes'
import { windowWords } from '#text/shared/time'
import { deadMs } from '#ui/still/stillRows'

/**
 * Steps that draw blocks which were not there before. Each has its own ceiling, a little above what it sends today,
 * since dates differ in length. The test fails for a step that grows and for an entry that is no longer needed.
 */
const bringsMore: Record<string, { bytes: number; why: string }> = {
  'book: what kind': { bytes: 1550, why: 'the sentences to tap, what to mind' },
  'check in: send what was kept': { bytes: 1200, why: 'check-out in place of check-in' },
  'file: the same as others': { bytes: 1650, why: 'what others have filed, and the category’s questions' },
  'birthdays: the list': { bytes: 1050, why: 'whose birthday it is, the parties to invite to' },
  claim: { bytes: 1900, why: 'door and telephone, check-in, history' },
  'give back: send': { bytes: 1300, why: 'the way to claim it, one line of history' },
  'see that it is claimed': { bytes: 2450, why: 'the attendance code’s card, history' },
  'check in: the digits': { bytes: 1250, why: 'check-out in place of check-in' },
  'see that it is done': { bytes: 1450, why: 'stars and the word of the requester' },
  'team: apply': { bytes: 1350, why: 'a sheet of skills, birthday and licences' },
  'roster: accept': { bytes: 2000, why: 'a second group with its rows' },
  'roster: decline': { bytes: 1800, why: 'a row in the other group' },
  'register: on to who': { bytes: 1600, why: 'name, telephone and birthday in place of the consents' },
  'register: on to where': { bytes: 1250, why: 'every estate in place of the first fields' },
  'register: on to the review': { bytes: 1050, why: 'everything that was filled in' },
  'register: send': { bytes: 1050, why: 'the registration in place of its form' },
  'relatives: open the form': { bytes: 1900, why: 'a form of five fields and two choices' },
  'relatives: ask to change': { bytes: 1600, why: 'a sheet with relation, birthday and what to mind' },
  'export: gather': { bytes: 1700, why: 'the list of every part' },
  'export: the words of a part': { bytes: 1500, why: 'a sheet with the registration' },
  'home: stay': { bytes: 1350, why: 'the services in place of the closing' },
  'settle: open': { bytes: 1050, why: 'a sheet with the minutes and four reasons' },
  'hall: narrow it': { bytes: 1600, why: 'a sheet of days, estates and kinds' },
  'honour: ask': { bytes: 1150, why: 'a sheet with three fields, and the most of a month' },
  'reversal: send': { bytes: 1200, why: 'the line that takes it back, beside the one taken back' },
}

/** A step that draws days and times sends so many bytes more on some days than on others. */
const ofDates = 100

const minuteMs = 60_000
const patience = 900_000
let house: SampleHouse
let ask: Ask
let phones: MiniProgram[] = []
let excesses: string[] = []
const table: (string | number)[][] = [['step', 'calls', 'bytes', 'ceiling', 'why more']]

beforeAll(async () => {
  house = await openSampleHouse({ atWork: true })
  ask = askThrough(house.cloud.call)
}, patience)
afterEach(() => {
  const [ended, over] = [phones, excesses]
  phones = []
  excesses = []
  for (const phone of ended) phone.check()
  for (const phone of ended) phone.close()
  expect(over).toEqual([])
})
afterAll(async () => {
  printTable('Steps: what one touch sends to the page in view', table)
  await house?.close()
})

async function phoneOf(openid: string, url: string, cloud?: OpenOptions['cloud']): Promise<MiniProgram> {
  const phone = await openMiniProgram({ url, cloud: cloud ?? localCloud(house.cloud.url, openid) })
  phones.push(phone)
  return phone
}

/** Does one touch and compares what it sends with its ceiling. */
async function step(name: string, phone: MiniProgram, touch: () => Promise<unknown>): Promise<void> {
  const { calls, bytes } = await stepCost(phone, touch)
  const more = bringsMore[name]
  const ceiling = more ? more.bytes + ofDates : budgets.stepBytes
  table.push([name, calls, bytes, ceiling, more?.why ?? ''])
  if (calls > budgets.stepCalls)
    excesses.push(`${name}: ${calls} calls of setData, ${budgets.stepCalls} are allowed`)
  if (bytes > ceiling) excesses.push(`${name}: ${bytes} bytes, ${ceiling} are allowed`)
  if (more && bytes < 0.9 * budgets.stepBytes)
    excesses.push(`${name}: ${bytes} bytes need no ceiling of their own`)
}

/** Makes a booking of 王奶奶 for the repair team. */
async function booked(inMinutes: number): Promise<string> {
  const from = house.cloud.now() + inMinutes * minuteMs
  const { bookingId } = await ask('sample_wang', 'booking.request', {
    service: 'repair',
    kind: 'lock',
    description: '大门的锁拧不动',
    risks: '门窗可能松脱',
    place: 'home',
    window: { from, to: from + 120 * minuteMs },
  })
  return bookingId
}

const detail = (bookingId: string) => `packages/booking/detail?id=${bookingId}`

/** The digits on 王奶奶's screen, and the text in the square. */
async function codeOf(bookingId: string): Promise<{ digits: string; square: string }> {
  const { secret, stepSeconds } = await ask('sample_wang', 'booking.code', { bookingId })
  const [key, at] = [fromBase32(secret), stepAt(house.cloud.now(), stepSeconds)]
  return { digits: typedCode(key, at), square: scanCode(key, at) }
}

/** Leaves the mini-program and comes back, so that the page in view is read again. */
const lookAgain = (phone: MiniProgram) => async () => {
  await phone.hide()
  await phone.show()
}

const typing = (phone: MiniProgram, field: string, text: string, button: string) => async () => {
  await phone.page.type(field, text)
  await phone.page.tap(button)
}

test(
  'booking and taking it back',
  async () => {
    const wang = await phoneOf('sample_wang', 'pages/home')
    await step('home: a service', wang, () => wang.page.touch('上门维修'))
    await step('book: send it empty', wang, () => wang.page.tap('提交预约'))
    await step('book: what kind', wang, () => wang.page.touch('门锁门窗'))
    await step('book: what to do', wang, () => wang.page.type('具体要做什么', '大门的锁拧不动'))
    await step('book: a window', wang, () => wang.page.touch('后天上午'))
    await step('book: another window', wang, () => wang.page.touch('另选时间'))
    await step('book: the first window again', wang, () => wang.page.touch('后天上午'))
    await step('book: another door', wang, () => wang.page.touch('别的地方'))
    await step('book: one’s own door again', wang, () => wang.page.touch('我家'))
    await step('book: what to mind', wang, () => wang.page.touch('门窗可能松脱'))
    await step('book: for whom', wang, () => wang.page.touch('老伴'))
    wang.answer.subscribe('accept')
    await step('book: send', wang, () => wang.page.tap('提交预约'))
    await step('cancel: ask why', wang, () => wang.page.tap('取消预约'))
    await step('cancel: a reason', wang, () => wang.page.touch('已经解决了'))
    await step('cancel: send', wang, () => wang.page.tap('确定取消'))
    expect(wang.page.text()).toContain('预约取消了')
    await wang.open('packages/booking/request?service=elder_care')
    await wang.page.touch('上门看望')
    await step('book: every week', wang, () => wang.page.touch('每周同一时间'))
    await step('book: for eight weeks', wang, () => wang.page.touch('8 周'))
    await step('book: which days', wang, () => wang.page.tap('改一改哪几天来'))
    await step('book: once again', wang, () => wang.page.touch('只这一次'))
  },
  patience,
)

test(
  'a check-in kept without a network, and what follows',
  async () => {
    const bookingId = await booked(10)
    await ask('sample_zhou', 'booking.claim', { bookingId })
    let connected = true
    const cloud = localCloud(house.cloud.url, 'sample_zhou')
    const zhou = await phoneOf('sample_zhou', detail(bookingId), async (call) => {
      if (connected) return cloud(call)
      throw new Error('request:fail ')
    })
    connected = false
    zhou.answer.scan((await codeOf(bookingId)).square)
    await step('check in: no network', zhou, () => zhou.page.tap('扫码签到'))
    connected = true
    await step('check in: send what was kept', zhou, () => zhou.page.tap('补发签到'))
    const { digits } = await codeOf(bookingId)
    await step('check out: the digits', zhou, typing(zhou, '六位数字', digits, '签退'))
    expect(zhou.page.text()).toContain('签退好了')
  },
  patience,
)

test(
  'filing a request with pictures, and without a network',
  async () => {
    let connected = true
    const cloud = localCloud(house.cloud.url, 'sample_zheng')
    const zheng = await phoneOf('sample_zheng', 'packages/request/file', async (call) => {
      if (connected) return cloud(call)
      throw new Error('request:fail ')
    })
    await step('file: send it empty', zheng, () => zheng.page.tap('提交这件事'))
    await step('file: a category', zheng, () => zheng.page.touch('绿地'))
    await step('file: outside', zheng, () => zheng.page.touch('不在小区里'))
    await step('file: the place', zheng, () => zheng.page.type('具体位置', '江边步道'))
    await step('file: an estate', zheng, () => zheng.page.touch('火柴新村'))
    await step('file: name the building', zheng, () => zheng.page.tap('写明哪一栋'))
    await step('file: a building', zheng, () => zheng.page.touch('3栋'))
    await step('file: move the grid', zheng, () => zheng.page.touch('换一个网格'))
    await step('file: a grid', zheng, () => zheng.page.touch('第一网格'))
    await step('file: the same as others', zheng, () => zheng.page.touch('车棚'))
    await step('file: of another kind', zheng, () => zheng.page.touch('绿地'))
    await step('file: in words', zheng, () => zheng.page.type('想说的事', '花坛里的草很高'))
    takes(zheng, jpeg({ mark: 'grass', bytes: 150_000 }))
    await step('file: a picture', zheng, () => zheng.page.tap('拍照或选图片'))
    takes(zheng, jpeg({ mark: 'bench', bytes: 150_000 }))
    await step('file: a second picture', zheng, () => zheng.page.tap('再加图片（还能加 5 张）'))
    await step('file: take one away', zheng, () => zheng.page.tap('去掉第 2 张图片'))
    connected = false
    await step('file: no network', zheng, () => zheng.page.tap('提交这件事'))
    await step('unsent: still none', zheng, () => zheng.page.tap('现在发送'))
    await step('unsent: ask whether to give it up', zheng, () => zheng.page.tap('不说了'))
    await zheng.page.near('写好的话和图片会从手机里删掉').tap('先留着')
    connected = true
    await step('unsent: send it', zheng, () => zheng.page.tap('现在发送'))
    expect(zheng.page.text()).not.toContain('还没有发出去的问题')
    expect(zheng.page.text()).toContain('花坛里的草很高')
  },
  patience,
)

const activityPage = (activityId: string) => `packages/activity/detail?id=${activityId}`

// This test comes before those that move the cloud's clock, since a phone's clock does not move with it.
test(
  'activities: signing up, leaving, an offer, the door, a word afterwards',
  async () => {
    const staged = await stageActivities(house.cloud)
    const wang = await phoneOf('sample_wang', activityPage(staged.open))
    wang.answer.subscribe('accept')
    await step('activity: sign up', wang, () => wang.page.tap('我要报名（我自己）'))
    await step('activity: ask whether to leave', wang, () => wang.page.tap('我不去了'))
    await step('activity: leave', wang, () => wang.page.near('这一场不去了？').tap('我不去了'))
    await step('activity: who comes', wang, () => wang.page.tap('带家人或朋友一起报'))
    await step('activity: a relative', wang, () => wang.page.touch('老李'))
    wang.answer.subscribe('accept')
    await step('activity: sign up a party', wang, () => wang.page.tap('就报这 2 个人'))
    await wang.open(activityPage(staged.offered))
    await step('activity: take an offer', wang, () => wang.page.tap('要去，确认名额'))
    await wang.open(activityPage(staged.due))
    const { secret, stepSeconds } = await ask('sample_zhao', 'session.code', { sessionId: staged.dueSession })
    const code = typedCode(fromBase32(secret), stepAt(house.cloud.now(), stepSeconds))
    await step('activity: check in', wang, typing(wang, '六位数字', code, '签到'))
    await wang.open(activityPage(staged.over))
    await step('activity: send no star', wang, () => wang.page.tap('发送'))
    await step('activity: a star', wang, () => wang.page.control('5 颗星 很满意', 'radio').tap())
    await step('activity: send it', wang, () => wang.page.tap('发送'))
    expect(wang.page.text()).toContain('评了 5 颗星')
    const lecture = (await ask('sample_he', 'activity.list', { when: 'past', kind: 'lecture' })).items[0]
    const he = await phoneOf('sample_he', activityPage(lecture?.activityId ?? ''))
    await step('activity: say why not there', he, () => he.page.tap('我来过，写一句说明'))
    await step('activity: a reason', he, () => he.page.touch('我来了，忘了签到。'))
    await step('activity: send the reason', he, () => he.page.tap('发给协调员'))
    expect(he.page.text()).toContain('您说明过了')
  },
  patience,
)

test(
  'activities: helping at one, and running one',
  async () => {
    const { items } = await ask('sample_feng', 'activity.list', { when: 'upcoming', kind: 'festival' })
    const [next] = items.filter(({ title }) => title === '重阳节吃长寿面')
    const feng = await phoneOf('sample_feng', activityPage(next?.activityId ?? ''))
    await step('shift: help', feng, () => feng.page.tap('我来帮忙：布置场地'))
    await step('shift: ask whether to leave', feng, () => feng.page.tap('来不了，退出：布置场地'))
    await step('shift: leave', feng, () => feng.page.near('退出这个岗位？').tap('来不了，退出'))
    const zhao = await phoneOf('sample_zhao', 'packages/coordinator/birthdays')
    await step('birthdays: the list', zhao, () => zhao.page.tap('看名单'))
    await step('birthdays: leave one out', zhao, () => zhao.page.touch('冯婆婆'))
    await zhao.page.touch('冯婆婆')
    const parties = await ask('sample_zhao', 'activity.list', { when: 'upcoming', kind: 'birthday' })
    const when = windowWords(parties.items[0] as { from: number; to: number }, Date.now())
    await step('birthdays: to what', zhao, () => zhao.page.touch(when))
    await step('birthdays: invite', zhao, () => zhao.page.tap('邀请这 1 位'))
    expect(zhao.page.text()).toContain('邀请发出去了')
    const begun = items.find(({ title }) => title === '冬至喝羊肉汤')
    const detail = await ask('sample_zhao', 'activity.get', { activityId: begun?.activityId ?? '' })
    await zhao.open(`packages/coordinator/door?id=${detail.sessions[0]?.sessionId}`)
    await step('door: the list', zhao, () => zhao.page.touch('名单'))
    await step('door: everybody', zhao, () => zhao.page.touch('全部'))
    await new Promise((resolve) => setTimeout(resolve, deadMs))
    await step('door: back to absent', zhao, () => zhao.page.tap('撤销：王奶奶'))
    // what has just become another button does not answer at once
    await new Promise((resolve) => setTimeout(resolve, deadMs))
    await step('door: present', zhao, () => zhao.page.tap('到了：王奶奶'))
    await step('door: a walk-in', zhao, () => zhao.page.tap('现场来的人'))
  },
  patience,
)

test(
  'claiming, giving back, serving and confirming',
  async () => {
    const bookingId = await booked(10)
    const wang = await phoneOf('sample_wang', detail(bookingId))
    const li = await phoneOf('sample_li', 'pages/hall')
    const chen = await phoneOf('sample_chen', detail(bookingId))
    await step('hall: a card', li, () => li.page.touch('门锁门窗'))
    await step('claim', li, () => li.page.tap('认领这一单'))
    await step('claim: too late', chen, () => chen.page.tap('认领这一单'))
    await step('give back: ask why', li, () => li.page.tap('我来不了'))
    await step('give back: in one’s own words', li, () => li.page.touch('其他原因，我来写'))
    await step('give back: think better of it', li, () => li.page.tap('关闭'))
    await li.page.tap('我来不了')
    await step('give back: a reason', li, () => li.page.touch('身体不舒服'))
    await step('give back: send', li, () => li.page.tap('交还这一单'))
    await li.page.tap('认领这一单')
    await step('see that it is claimed', wang, lookAgain(wang))
    const { digits } = await codeOf(bookingId)
    const wrong = digits === '000000' ? '000001' : '000000'
    await step('check in: wrong digits', li, typing(li, '六位数字', wrong, '签到'))
    await step('check in: the digits', li, typing(li, '六位数字', digits, '签到'))
    await step('see that it has begun', wang, lookAgain(wang))
    house.cloud.advance(40 * minuteMs)
    li.answer.scan((await codeOf(bookingId)).square)
    await step('check out: the square', li, () => li.page.tap('扫码签退'))
    await step('see that it is done', wang, lookAgain(wang))
    await step('confirm: stars', wang, () => wang.page.control('5 颗星 很满意', 'radio').tap())
    await step('confirm: send', wang, () => wang.page.tap('确认做完了'))
    expect(wang.page.text()).toContain('确认好了')
  },
  patience,
)

test(
  'reading notices',
  async () => {
    const wang = await phoneOf('sample_wang', 'packages/inbox/index')
    const unread = wang.page.controls.find((name) => name.startsWith('知道了：')) as string
    await step('inbox: read one', wang, () => wang.page.tap(unread))
    await wang.page.tap('全部标为已读')
    expect(wang.page.text()).not.toContain('未读')
  },
  patience,
)

test(
  'joining a team and leaving it',
  async () => {
    const wang = await phoneOf('sample_wang', 'packages/team/index')
    await step('team: apply', wang, () => wang.page.tap('申请加入维修服务队'))
    await step('team: what I can do', wang, () => wang.page.type('我会做的事', '水电'))
    await step('team: send', wang, () => wang.page.tap('提交申请'))
    await ask('sample_he', 'team.apply', { teamId: 'repair', skills: ['木工'] })
    const chen = await phoneOf('sample_chen', 'packages/team/roster?id=repair')
    await step('roster: accept', chen, () => chen.page.tap('同意加入：王奶奶'))
    await step('roster: ask why not', chen, () => chen.page.tap('不同意：何叔'))
    await step('roster: a reason', chen, () => chen.page.touch('队里暂时不缺人，以后再请您来。'))
    await step('roster: decline', chen, () => chen.page.near('不同意何叔加入？').tap('不同意'))
    await wang.open('packages/team/index')
    await step('team: ask to leave', wang, () => wang.page.tap('退出这个队：维修服务队'))
    await step('team: leave', wang, () => wang.page.near('退出维修服务队？').tap('退出这个队'))
  },
  patience,
)

test(
  'registering',
  async () => {
    const zhang = await phoneOf('somebody_new', 'packages/member/register')
    await step('register: one consent', zhang, () => zhang.page.touch('同意用我的信息办理邻里守望的服务'))
    await step('register: go on with one consent', zhang, () => zhang.page.tap('下一步'))
    await zhang.page.touch('同意保存我的门牌号等敏感信息')
    await step('register: on to who', zhang, () => zhang.page.tap('下一步'))
    await step('register: go on without a name', zhang, () => zhang.page.tap('下一步'))
    await step('register: name', zhang, () => zhang.page.type('姓名', '张三'))
    await step('register: telephone', zhang, () => zhang.page.type('手机号码', '13900000099'))
    await step('register: on to where', zhang, () => zhang.page.tap('下一步'))
    await step('register: estate', zhang, () => zhang.page.touch('火柴新村'))
    await step('register: building', zhang, () => zhang.page.touch('3栋'))
    await step('register: another estate', zhang, () => zhang.page.touch('杨树新村'))
    await zhang.page.touch('3栋')
    await zhang.page.type('单元和门牌号', '2-1')
    await step('register: on to the review', zhang, () => zhang.page.tap('下一步'))
    expect(zhang.page.text()).toMatch(/张三[\s\S]*13900000099[\s\S]*杨树新村 3栋 2-1[\s\S]*第三网格/)
    await step('register: back', zhang, () => zhang.page.tap('上一步'))
    await zhang.page.tap('下一步')
    await step('register: send', zhang, () => zhang.page.tap('提交登记'))
    expect(zhang.page.text()).toContain('登记收到了')
  },
  patience,
)

test(
  'a relative comes and goes',
  async () => {
    const wang = await phoneOf('sample_wang', 'packages/member/dependents')
    await step('relatives: open the form', wang, () => wang.page.tap('添加一位家人'))
    await wang.page.type('姓名', '小宝')
    await step('relatives: send it unfinished', wang, () => wang.page.tap('添加'))
    await step('relatives: relation', wang, () => wang.page.touch('子女'))
    await wang.page.type('他本人怎么同意的', '当面说好的')
    await step('relatives: add', wang, () => wang.page.tap('添加'))
    await step('relatives: ask to change', wang, () => wang.page.tap('修改小宝'))
    await wang.page.type('上门时要留意什么', '怕黑')
    await step('relatives: change', wang, () => wang.page.tap('保存'))
    expect(wang.page.text()).toContain('怕黑')
    await step('relatives: ask to remove', wang, () => wang.page.tap('移除小宝'))
    await step('relatives: remove', wang, () => wang.page.near('移除小宝？').tap('移除'))
  },
  patience,
)

test(
  'letting a computer in and out',
  async () => {
    const browser = async (op: string, input: object) =>
      (await house.cloud.api(undefined, { op, input })) as { data: PairBegun }
    const { pairId, digits, pollSecret } = (await browser('desk.begin', {})).data
    const wang = await phoneOf('sample_wang', `packages/desk/approve?scene=d%3D${pairId}`)
    const wrong = digits === '1234' ? '1235' : '1234'
    await step('computer: wrong digits', wang, typing(wang, '电脑上的四位数字', wrong, '批准登录'))
    await step('computer: let in', wang, typing(wang, '电脑上的四位数字', digits, '批准登录'))
    await browser('desk.poll', { pairId, pollSecret })
    await wang.open('packages/desk/browsers')
    const way = wang.page.controls.find((name) => name.startsWith('退出')) as string
    await step('computer: ask to sign out', wang, () => wang.page.tap(way))
    await step('computer: sign out', wang, () => wang.page.near('让这台电脑退出？').tap('退出'))
  },
  patience,
)

test(
  'one’s consents, everything that is held, leaving and staying',
  async () => {
    const he = await phoneOf('sample_he', 'packages/account/consents')
    await step('consents: agree', he, () => he.page.tap('同意：在光荣榜上写我的名字'))
    await step('consents: ask to withdraw', he, () => he.page.tap('撤回同意：在光荣榜上写我的名字'))
    await step('consents: withdraw', he, () => he.page.near('不再写在光荣榜上？').tap('撤回同意'))
    await he.open('packages/account/exported')
    await step('export: gather', he, () => he.page.tap('整理我的信息'))
    await step('export: the words of a part', he, () => he.page.touch('登记'))
    await step('export: close them', he, () => he.page.tap('关闭'))
    await he.open('packages/account/close')
    await step('close: ask', he, () => he.page.tap('申请注销'))
    await step('close: send', he, () => he.page.near('申请注销账号？').tap('申请注销'))
    await he.open('pages/home')
    expect(he.page.text()).toContain('账号正在注销')
    await step('home: stay', he, () => he.page.tap('不注销了，继续使用'))
    expect(he.page.text()).not.toContain('账号正在注销')
    expect(he.page.text()).toContain('上门维修')
  },
  patience,
)

test(
  'asking and sending volunteers, and settling what was forgotten',
  async () => {
    const chen = await phoneOf('sample_chen', 'packages/team/lead')
    await step('lead: who could go', chen, () => chen.page.touch('其他维修'))
    await step('dispatch: choose one', chen, () => chen.page.touch('请李师傅帮忙'))
    await step('dispatch: ask them', chen, () => chen.page.tap('请这 1 位帮忙'))
    expect(chen.page.text()).toContain('已经通知 1 位志愿者')
    await step('dispatch: before one is sent', chen, () => chen.page.tap('派他去：周师傅'))
    await step('dispatch: send one', chen, () => chen.page.near('派周师傅去？').tap('派他去'))
    expect(chen.page.text()).toContain('已经派周师傅去')
    const [forgotten] = (await ask('sample_chen', 'booking.forgotten', {})).items
    await chen.open(detail(forgotten?.bookingId ?? ''))
    await step('settle: open', chen, () => chen.page.tap('核定时长'))
    await step('settle: a reason', chen, () => chen.page.touch('问过居民，提前做完了'))
    await step('settle: send', chen, typing(chen, '实际服务了多少分钟', '45', '核定'))
    expect(chen.page.text()).toContain('核定为 45 分钟')
  },
  patience,
)

test(
  'narrowing the hall',
  async () => {
    await booked(300)
    const li = await phoneOf('sample_li', 'pages/hall')
    await step('hall: narrow it', li, () => li.page.tap('筛选'))
    await step('hall: which kind', li, () => li.page.near('做什么').touch('门锁门窗'))
    await step('hall: show those', li, () => li.page.tap('就看这些'))
    expect(li.page.text()).toContain('现在只看：门锁门窗')
    await step('hall: everything again', li, () => li.page.tap('看全部'))
  },
  patience,
)

test(
  'hours: the months, a certificate, honour minutes and a line taken back',
  async () => {
    const li = await phoneOf('sample_li', 'packages/hours/statement')
    await step('statement: the months’ numbers', li, () => li.page.tap('看每月的数字'))
    await step('statement: close them', li, () => li.page.tap('收起数字'))
    await li.open('packages/certificate/index')
    await step('certificate: one’s own days', li, () => li.page.touch('自己选日子'))
    await li.page.choose('从哪天', '2099-01-01')
    await step('certificate: ask for days the wrong way round', li, () => li.page.tap('开一张服务证明'))
    const nobody = await phoneOf('sample_nobody', 'packages/certificate/verify')
    await step('verify: send it unfinished', nobody, () => nobody.page.tap('核验'))
    const { memberId } = (await ask('sample_li', 'member.me', {})).member ?? { memberId: '' }
    await ask('sample_chen', 'hours.honour', { memberId, minutes: 90, reason: '修好活动室的柜门' })
    const chen = await phoneOf('sample_chen', `packages/hours/statement?of=${memberId}`)
    await step('honour: ask', chen, () => chen.page.tap('给他记荣誉时长'))
    await chen.page.type('多少小时', '2')
    await chen.page.type('做了什么', '教大家看电表')
    await step('honour: send', chen, () => chen.page.tap('提交，等人同意'))
    const line = chen.page.controls.find((name) => name.startsWith('换灯泡')) as string
    await step('reversal: ask why', chen, () => chen.page.tap(line))
    await step('reversal: a reason', chen, () => chen.page.touch('当天没有去。'))
    await step('reversal: send', chen, () => chen.page.near('更正这一笔？').tap('更正'))
    expect(chen.page.text()).toContain('已经更正')
    const admin = await phoneOf('sample_admin', 'packages/hours/team?id=repair')
    const answers = (word: string) =>
      admin.page.controls.find((name) => name.startsWith(`${word}：李师傅`)) as string
    await step('honours: accept', admin, () => admin.page.tap(answers('同意记入')))
    await step('honours: ask why not', admin, () => admin.page.tap(answers('不同意')))
    await step('honours: a reason', admin, () => admin.page.touch('这件事已经记过了。'))
    await step('honours: decline', admin, () => admin.page.near('不给李师傅记这笔荣誉时长？').tap('不同意'))
  },
  patience,
)

test('few steps need more than a kilobyte', () => {
  const larger = table.filter(([, , bytes]) => Number(bytes) > budgets.stepBytes).map(([name]) => name)
  expect(larger.length).toBeLessThanOrEqual(budgets.largerSteps)
})

test('every ceiling above the budget belongs to a step that was taken', () => {
  const taken = new Set(table.map(([name]) => name))
  expect(Object.keys(bringsMore).filter((name) => !taken.has(name))).toEqual([])
})
