import type { Browser } from 'playwright-core'
import { fromBase32, stepAt, typedCode } from '#contract/shared/attendanceCode'
import { dayMs, hourMs, minuteMs } from '#contract/shared/time'
import { wallClock } from '#contract/shared/wallClock'
import { type Ask, askThrough, settlePerson, stranger } from '#local/sample/driver'
import { BrowserPerson } from '#support/browserPerson'
import { launchChromium } from '#support/chromium'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'

const coordinator = 'sample_zhao'
/** Sixty places: 王奶奶 and fifty-nine others; two more wait. */
const places = 60
const others = Array.from({ length: places + 1 }, (_, index) => `trainee_${index}`)

let house: SampleHouse
let browser: Browser
let ask: Ask
let activityId = ''
let sessionId = ''

beforeAll(async () => {
  house = await openSampleHouse({ atWork: true })
  browser = await launchChromium()
  ask = askThrough(house.cloud.call)
  for (const [index, openid] of others.entries())
    await settlePerson(ask, stranger(openid, `学员${index + 1}号`, []))
  await settlePerson(ask, stranger('second_coordinator', '孙主任', [{ role: 'coordinator' }]))
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const { now, advance } = {
  now: () => house.cloud.now(),
  advance: (ms: number) => house.cloud.advance(ms),
}
async function at(instant: number): Promise<void> {
  advance(instant - now())
  await house.cloud.tick()
}
/** Somebody at a browser, whose clock is the cloud's of now. */
async function openAs(name: string, path: string, wide = false): Promise<BrowserPerson> {
  const options = wide ? { viewport: { width: 1280, height: 800 } } : undefined
  const person = await BrowserPerson.at(browser, house.cloud.url, now(), options)
  await person.enterAs(name)
  await person.page.goto(`${house.cloud.url}/#/${path}`)
  return person
}
async function leave(person: BrowserPerson): Promise<void> {
  expect(person.faults).toEqual([])
  await person.context.close()
}
const dialog = ({ page }: BrowserPerson) => page.getByRole('dialog')
const inSheet = (person: BrowserPerson, name: string | RegExp) =>
  dialog(person).getByRole('button', { name }).click()
const lessonsOf = async () => {
  const { sessions } = await ask(coordinator, 'activity.get', { activityId })
  return (sessions[0]?.lessons ?? []).filter(({ cancelled }) => !cancelled)
}
const idOf = async (openid: string) => (await ask(openid, 'member.me', {})).member?.memberId as string

it('a course of sixty is published, attended, moved, made up for, completed and corrected', async () => {
  const zhao = await openAs('赵姐', 'packages/coordinator/begin', true)
  await zhao.tap(/就业技能培训/)
  await zhao.type('名称', '家政服务员培训')
  await zhao.tap('往后连着排')
  await inSheet(zhao, '加上这 4 次')
  await zhao.type(/^收多少学员/, String(places))
  await zhao.type(/^学完能做什么/, '能上门做家政')
  await zhao.type(/^交通补贴/, '10')
  await zhao.choose('请谁来', '所有居民')
  await zhao.tap('保存并预览')
  await zhao.sees('草稿')
  await zhao.tap('发布')
  await inSheet(zhao, '发布')
  await zhao.sees('第 1 课签到')
  const { items } = await ask(coordinator, 'activity.list', { when: 'upcoming', kind: 'training' })
  activityId = items.find(({ title, capacity }) => title === '家政服务员培训' && capacity === places)
    ?.activityId as string
  const planned = await ask(coordinator, 'activity.get', { activityId })
  sessionId = planned.sessions[0]?.sessionId as string
  await leave(zhao)

  // one place each for the whole course; the last two wait
  const wang = await openAs('王奶奶', `packages/activity/detail?id=${activityId}`)
  await wang.sees('学完能上门做家政')
  await wang.tap('我要报名（我自己）')
  await wang.sees('报上了，名额给您留好了。到时来签到就行。')
  await wang.tap('申请交通补贴')
  await dialog(wang).getByText('路远', { exact: true }).click()
  await dialog(wang).getByText('我同意社区为这期培训的补贴保存这个原因').click()
  await inSheet(wang, '提交申请')
  await wang.sees('您申请的原因：路远。')
  await leave(wang)
  const party = [{ self: true as const }]
  const states: string[] = []
  for (const openid of others) states.push((await ask(openid, 'session.signUp', { sessionId, party })).state)
  expect(states.filter((state) => state === 'confirmed')).toHaveLength(places - 1)
  expect(states.slice(-2)).toEqual(['waitlisted', 'waitlisted'])

  // the first lesson: by the code, and by the list
  const [first] = await lessonsOf()
  const lessonId = first?.lessonId as string
  await at((first?.from as number) + 5 * minuteMs)
  const atDoor = await openAs('王奶奶', `packages/activity/detail?id=${activityId}`)
  const { secret, stepSeconds } = await ask(coordinator, 'session.code', { sessionId, lessonId })
  await atDoor.type('六位数字', typedCode(fromBase32(secret), stepAt(now(), stepSeconds)))
  await atDoor.tap('签到')
  await atDoor.sees(/上了 1 课，一共 5 课/)
  await leave(atDoor)
  const members = await Promise.all(others.map(idOf))
  const markAll = async (lesson: string, who: readonly string[]) =>
    ask(coordinator, 'session.mark', {
      sessionId,
      lessonId: lesson,
      marks: who.map((memberId) => ({ memberId, present: true })),
    })
  await markAll(lessonId, members.slice(0, places - 1))

  // three drop out, and the two who waited come in with the next lesson
  const [tired, ...others2] = others.slice(0, 3)
  for (const openid of [tired as string, ...others2]) await ask(openid, 'session.withdraw', { sessionId })
  for (const openid of others.slice(-2)) {
    const { sessions } = await ask(openid, 'activity.get', { activityId })
    expect(sessions[0]?.mine?.state).toBe('offered')
    await ask(openid, 'session.acceptOffer', { sessionId })
  }

  // the third lesson moves by a week, the fourth is called off and made up for
  const [, second, third, fourth, fifth] = await lessonsOf()
  const later = wallClock((third?.from as number) + 7 * dayMs).format('YYYY-MM-DD')
  const after = wallClock((fifth?.from as number) + 8 * dayMs).format('YYYY-MM-DD')
  const editor = await openAs('赵姐', `packages/coordinator/editor?id=${activityId}`, true)
  await editor.tap(/^第 3 课/)
  await dialog(editor).locator('input[type=date]').fill(later)
  await inSheet(editor, '确定')
  await editor.tap(/^第 3 课/)
  await inSheet(editor, '这一课不上了')
  await editor.sees(/的课不上了。要补的话/)
  await editor.tap('加一课')
  await dialog(editor).locator('input[type=date]').fill(after)
  await inSheet(editor, '确定')
  await editor.tap('改好了，看看会告诉谁')
  await inSheet(editor, '就这样改')
  await editor.sees('第 1 课签到')
  await leave(editor)
  const lessons = await lessonsOf()
  expect(lessons).toHaveLength(5)
  expect(lessons.filter(({ makesUp }) => makesUp === fourth?.lessonId)).toHaveLength(1)
  const told = await openAs('王奶奶', 'packages/inbox/index')
  await told.sees(/补 .* 那一课/)
  await leave(told)

  // everybody who is left comes to the other lessons; 王奶奶 to all but the second
  const left = [...members.slice(3), await idOf('sample_wang')]
  for (const lesson of lessons.slice(1)) {
    await at(lesson.from + 5 * minuteMs)
    await markAll(lesson.lessonId, lesson.lessonId === second?.lessonId ? left.slice(0, -1) : left)
  }

  // completed on the board
  await at((lessons[lessons.length - 1]?.to as number) + hourMs)
  const board = await openAs('赵姐', `packages/coordinator/course?id=${activityId}`, true)
  await board.tap('发结业证')
  await inSheet(board, '发证')
  await board.sees(`发好了：${places - 1} 个人有结业证。`)
  await leave(board)
  const paper = await ask('sample_wang', 'training.certificate', { activityId })
  const check = `packages/certificate/verify?no=${paper.certificateNo}&code=${paper.verifyCode}`
  const anybody = await BrowserPerson.at(browser, house.cloud.url, now())
  await anybody.page.goto(`${house.cloud.url}/#/${check}`)
  await anybody.sees(/家政服务员培训/)
  await anybody.sees(/有效/)

  // four lessons of ten yuan: computed, approved by another, paid, and received on the phone
  const desk = await openAs('赵姐', `packages/coordinator/subsidy?id=${activityId}`, true)
  await desk.tap('按出勤算补贴')
  await desk.sees('算好了，请另一位协调员或管理员复核。')
  const { lines } = await ask(coordinator, 'subsidy.lines', { activityId })
  expect(lines.map(({ fen }) => fen)).toEqual([4000])
  const lineIds = lines.map(({ lineId }) => lineId)
  await expect(ask(coordinator, 'subsidy.approve', { lineIds })).rejects.toThrow()
  await ask('second_coordinator', 'subsidy.approve', { lineIds })
  await desk.page.reload()
  await desk.tap('记发放：王奶奶 40 元')
  await inSheet(desk, '记发放')
  await desk.sees('记下了，已经请本人确认。')
  await leave(desk)
  const paid = await openAs('王奶奶', `packages/activity/detail?id=${activityId}`)
  await paid.sees('我的结业证')
  await paid.tap('收到了 40 元')
  await paid.sees('记下了，谢谢您。')
  await leave(paid)

  // a correction afterwards: she was not at the third either, and the certificate goes
  await ask(coordinator, 'session.mark', {
    sessionId,
    lessonId: lessons[2]?.lessonId as string,
    marks: [{ memberId: await idOf('sample_wang'), present: false }],
  })
  await house.cloud.tick()
  await anybody.page.reload()
  await anybody.sees(/作废/)
  await leave(anybody)
})
