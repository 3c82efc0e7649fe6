import { publishCourse } from '#support/courseHouse'
import { openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let zhao: Person
let trainees: Person[]
let stranger: Person
let activityId: string
let stockId: string

beforeAll(async () => {
  house = await openTestHouse({ workers: 6 })
  zhao = await house.person('wx_zhao', [{ role: 'coordinator' }], '赵姐')
  stranger = await house.person('wx_stranger', [], '路人')
  trainees = []
  for (let index = 0; index < 4; index++) trainees.push(await house.person(`wx_${index}`, [], `学员${index}`))
  const course = await publishCourse(house, zhao, { capacity: 20, lessons: 2 })
  activityId = course.activityId
  for (const trainee of trainees)
    await trainee.ask('session.signUp', { sessionId: course.sessionId, party: [{ self: true }] })
  ;({ stockId } = await zhao.ask('training.stock', { activityId, title: '围裙', count: 3 }))
})
afterAll(() => house.close())

const one = (index: number) => ({ stockId, memberId: trainees[index]?.memberId ?? '' })

it('of four who ask at once for three, exactly three get one', async () => {
  const answers = await Promise.all([0, 1, 2, 3].map((index) => zhao.send('training.handOut', one(index))))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'stock_empty' })
  const { items, trainees: listed } = await zhao.ask('training.stocks', { activityId })
  expect(items).toMatchObject([{ title: '围裙', count: 3, left: 0 }])
  expect(items[0]?.holders).toHaveLength(3)
  expect(listed.map(({ name }) => name).sort()).toEqual(['学员0', '学员1', '学员2', '学员3'])
})

it('one is handed out and taken back once, however often it is sent', async () => {
  await zhao.ask('training.stock', { activityId, stockId, title: '围裙', count: 4 })
  for (const index of [0, 1, 2, 3]) await zhao.ask('training.handOut', one(index))
  const back = () => zhao.ask('training.takeBack', one(0), { commandId: 'back' })
  expect(await back()).toEqual({ stockId, left: 1 })
  expect(await back()).toEqual({ stockId, left: 1 })
  await zhao.ask('training.handOut', one(0), { commandId: 'again' })
  // a late repeat takes nothing back from whoever has one again
  expect(await back()).toEqual({ stockId, left: 0 })
  await zhao.ask('training.takeBack', one(0))
  expect(await zhao.ask('training.handOut', one(0), { commandId: 'again' })).toEqual({ stockId, left: 1 })
})

it('is for trainees, and there are never fewer than were handed out', async () => {
  expect(await zhao.send('training.handOut', { stockId, memberId: stranger.memberId })).toMatchObject({
    code: 'not_trainee',
  })
  expect(await zhao.send('training.takeBack', { stockId, memberId: stranger.memberId })).toMatchObject({
    code: 'stock_not_held',
  })
  expect(await zhao.send('training.stock', { activityId, stockId, title: '围裙', count: 2 })).toMatchObject({
    code: 'stock_held',
  })
})
