import { OVER_QUOTA } from '#local/wechat/openApis'
import { readCode } from '#support/readCode'
import { startTestCloud, type TestCloud } from './support/testCloud'

describe('WeChat’s open APIs on this machine', () => {
  let local: TestCloud
  const call = (api: string, params: object) => local.call('o1', 'api', { op: 'openApi', api, params })

  beforeAll(async () => {
    local = await startTestCloud()
  })

  afterAll(() => local.close())

  it('give a phone number for a code, once', async () => {
    const answer = (await call('phonenumber.getPhoneNumber', { code: 'c1' })) as {
      phoneInfo: { phoneNumber: string }
    }
    expect(answer).toMatchObject({
      errCode: 0,
      phoneInfo: { phoneNumber: expect.stringMatching(/^100\d{8}$/), countryCode: '86' },
    })
    expect(await call('phonenumber.getPhoneNumber', { code: 'c1' })).toMatchObject({ errCode: 40029 })
    expect(await call('phonenumber.getPhoneNumber', { code: 'phone_13800000000' })).toMatchObject({
      phoneInfo: { phoneNumber: '13800000000' },
    })
  })

  it('send a subscription message only as often as the person has allowed it', async () => {
    const message = {
      touser: 'o7',
      templateId: 'local-booking-progress',
      page: 'pages/home',
      data: {
        ...{ thing1: { value: '陪诊' }, thing2: { value: '有人接单' } },
        time3: { value: '2026年11月30日 09:00' },
      },
    }
    const other = {
      ...message,
      templateId: 'local-member-news',
      data: {
        ...{ thing1: { value: '登记通过' }, phrase2: { value: '通过' } },
        date3: { value: '2026年11月30日' },
      },
    }
    expect(await call('subscribeMessage.send', message)).toMatchObject({ errCode: 43101 })
    expect(local.allow('o7', 'local-booking-progress')).toBe(1)
    expect(local.allow('o7', 'local-booking-progress')).toBe(2)
    expect(await call('subscribeMessage.send', message)).toMatchObject({ errCode: 0 })
    expect(await call('subscribeMessage.send', other)).toMatchObject({
      errCode: 43101,
    })
    expect(await call('subscribeMessage.send', message)).toMatchObject({ errCode: 0 })
    expect(await call('subscribeMessage.send', message)).toMatchObject({ errCode: 43101 })
    expect(
      local.sent().map(({ openid, templateId, answer }) => [openid, templateId, answer.errcode]),
    ).toEqual([
      ['o7', 'local-booking-progress', 43101],
      ['o7', 'local-booking-progress', 0],
      ['o7', 'local-member-news', 43101],
      ['o7', 'local-booking-progress', 0],
      ['o7', 'local-booking-progress', 43101],
    ])
    expect(local.sent()[1]).toMatchObject({ page: 'pages/home', payload: { thing1: { value: '陪诊' } } })
  })

  it.each<[string, object, object]>([
    ['of no template', { templateId: 'tpl' }, { errCode: 40037 }],
    ['to nobody', { touser: '' }, { errCode: 40003 }],
    ['with a page that is none', { page: 'https://example.org' }, { errCode: 41030 }],
    [
      'without a field',
      { data: {} },
      { errCode: 47003, errMsg: expect.stringContaining('data.thing1.value') },
    ],
    [
      'with a field that is too long',
      {
        data: {
          ...{ thing1: { value: '陪诊' }, thing2: { value: '字'.repeat(21) } },
          time3: { value: '09:00' },
        },
      },
      { errCode: 47003, errMsg: expect.stringContaining('data.thing2.value') },
    ],
  ])('refuse a message %s, whether it is allowed or not', async (_name, wrong, expected) => {
    const data = {
      ...{ thing1: { value: '陪诊' }, thing2: { value: '有人接单' }, time3: { value: '09:00' } },
    }
    const message = { touser: 'o9', templateId: 'local-booking-progress', page: 'pages/home', data }
    expect(await call('subscribeMessage.send', { ...message, ...wrong })).toMatchObject(expected)
  })

  it.each([
    ['pass on plain text', 'o1', '楼道灯坏了', { errCode: 0, result: { suggest: 'pass' } }],
    [
      'find the sample of a violation risky',
      'o1',
      '这是违规样例。',
      { errCode: 0, result: { suggest: 'risky' } },
    ],
    ['refuse to judge for a person who was long away', 'stale_o1', '你好', { errCode: 61010 }],
  ])('%s', async (_name, openid, content, expected) => {
    expect(await call('security.msgSecCheck', { openid, content, version: 2, scene: 2 })).toMatchObject(
      expected,
    )
  })

  it('draw a code that a decoder reads: the page, and the scene as it arrives there', async () => {
    const answer = (await call('wxacode.getUnlimited', {
      scene: 'a=a_0123',
      page: 'packages/activity/detail',
    })) as { contentType: string; buffer: string }
    expect(answer.contentType).toBe('image/png')
    expect(readCode(Buffer.from(answer.buffer, 'base64'))).toBe('packages/activity/detail?scene=a%3Da_0123')
  })

  it.each([
    ['a scene of more than 32 characters', { scene: 'a'.repeat(33), page: 'pages/home' }, 40169],
    ['a page with a slash in front', { scene: 'a=1', page: '/pages/home' }, 41030],
    ['more codes than the quota has', { scene: `t=${OVER_QUOTA}`, page: 'pages/home' }, 45009],
  ])('draw none for %s', async (_name, params, errCode) => {
    expect(await call('wxacode.getUnlimited', params)).toMatchObject({ errCode })
  })

  it('are refused to a function whose config.json does not list them', async () => {
    expect(await local.call('o1', 'jobs', {})).toMatchObject({ openApi: -604101 })
    expect(await call('customerServiceMessage.send', { touser: 'o1' })).toMatchObject({ errCode: -604101 })
  })
})
