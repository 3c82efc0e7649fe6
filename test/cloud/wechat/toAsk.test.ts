import type { NoticeBalance } from '#contract/notice'
import { templatesForMore, templatesToAsk } from '../../../src/cloud/wechat/toAsk'

const templates = {
  booking: 'b',
  bookingProgress: 'b',
  activity: 'a',
  training: 'a',
  request: 'r',
  team: 't',
  duty: 'd',
}
const knows = (...balances: NoticeBalance[]) => ({
  templates,
  balances: new Map(balances.map((each) => [each.templateId, each])),
})

it('a step asks for what will be heard of it, each template once', () => {
  expect(templatesToAsk('booking.request', knows())).toEqual(['b'])
  expect(templatesToAsk('session.signUp', knows())).toEqual(['a'])
  expect(templatesToAsk('booking.claim', knows())).toEqual(['b', 't'])
  expect(templatesToAsk('booking.cancel', knows())).toEqual([])
})

it('asks as well for what the person has used up, three at most', () => {
  const known = knows(
    { templateId: 'r', balance: 0 },
    { templateId: 'a', balance: 0 },
    { templateId: 'd', balance: 0 },
    { templateId: 'gone', balance: 0 },
  )
  expect(templatesToAsk('booking.claim', known)).toEqual(['b', 't', 'r'])
})

it('does not ask who has enough left, nor for what was lately declined', () => {
  expect(templatesToAsk('booking.request', knows({ templateId: 'b', balance: 3 }))).toEqual([])
  expect(templatesToAsk('booking.request', knows({ templateId: 'b', balance: 2 }))).toEqual(['b'])
  expect(templatesToAsk('booking.request', knows({ templateId: 'b', balance: 0, declined: true }))).toEqual(
    [],
  )
})

it('without templates nobody is asked', () => {
  expect(templatesToAsk('booking.request', { templates: {}, balances: new Map() })).toEqual([])
})

it('who wants more is asked for those of which least is left', () => {
  const balances = ['b', 'r', 'a', 't'].map((templateId, index) => ({ templateId, balance: 3 - index }))
  expect(templatesForMore(balances)).toEqual(['t', 'a', 'r'])
})
