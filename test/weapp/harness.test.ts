import path from 'node:path'
import { type MiniProgram, type OpenOptions, openMiniProgram } from '#support/weapp/miniProgram'

// Every flow test relies on the harness. These tests judge it on a mini-program written by hand.

let program: MiniProgram

async function open(options: OpenOptions = {}): Promise<MiniProgram> {
  program = await openMiniProgram({ dist: path.join(__dirname, 'fixture'), ...options })
  return program
}

/** The events and answers that the fixture's page shows. */
const heard = () => program.page.text().split('\n')[0]

afterEach(() => program.close())

describe('a tap', () => {
  test('reaches the node and then each ancestor that binds it', async () => {
    await open()
    await program.page.near('换灯泡').tap('接单')
    expect(heard()).toBe('tap@b-claim tap@b')
  })

  test('stops where the WXML catches it', async () => {
    await open()
    await program.page.touch('里面')
    expect(heard()).toBe('tap@inner tap@catch')
  })

  test('is refused where two things have the name', async () => {
    await open()
    await expect(program.page.tap('接单')).rejects.toThrow('2 times control 「接单」')
  })

  test('is refused where nothing has the name, and says what has', async () => {
    await open()
    await expect(program.page.tap('没有')).rejects.toThrow(/no control 「没有」[\s\S]*送出/)
  })

  test('is refused on what is disabled', async () => {
    await open()
    expect(program.page.button('提交').disabled).toBe(true)
    await expect(program.page.tap('提交')).rejects.toThrow('「提交」 is disabled')
  })

  test('is refused where nobody listens', async () => {
    await open({ url: 'pages/third' })
    await expect(program.page.touch('第三页')).rejects.toThrow('Nobody listens to tap')
  })
})

test('text shows what is seen and leaves out what is not', async () => {
  await open()
  expect(program.page.text()).toContain('陪诊\n接单')
  expect(program.page.text()).not.toContain('看不见')
})

test('a field is found by the words before it and its value goes with the form', async () => {
  await open()
  await program.page.type('称呼', '王阿姨')
  expect(program.page.value('称呼')).toBe('王阿姨')
  await program.page.tap('送出')
  expect(heard()).toBe('input@name=王阿姨 blur@name=王阿姨 tap@send submit@form={"name":"王阿姨"}')
})

test('a field takes no more than its length', async () => {
  await open()
  await expect(program.page.type('称呼', '一二三四五六')).rejects.toThrow('at most 5')
})

test('a picker gives the index of an option, or the date, and offers nothing else', async () => {
  await open()
  await program.page.choose('楼栋', '二栋')
  await program.page.choose('日期', '2030-02-01')
  expect(heard()).toBe('change@estate=1 change@day=2030-02-01')
  await expect(program.page.choose('楼栋', '三栋')).rejects.toThrow('一栋 / 二栋')
  await expect(program.page.choose('日期', '2031-01-01')).rejects.toThrow('not within')
})

describe('a prompt', () => {
  test('gets the answer the test prepared', async () => {
    await open()
    program.answer.modal('cancel')
    await program.page.tap('询问')
    expect(heard()).toBe('confirm false')
    program.check()
  })

  test('without an answer is an error', async () => {
    await open()
    await program.page.tap('询问')
    expect(() => program.check()).toThrow('wx.showModal was called and the test gave no answer')
  })

  test('that never came is an error', async () => {
    await open()
    program.answer.scan('LL')
    expect(() => program.check()).toThrow('nobody asked: scanCode')
  })
})

test('an API the harness does not answer is an error', async () => {
  await open()
  await program.page.tap('录音')
  expect(() => program.check()).toThrow('wx.getRecorderManager was called')
})

test('what a handler throws is collected', async () => {
  await open()
  await program.page.tap('出错')
  expect(() => program.check()).toThrow('burst')
})

test('a cloud call is waited for, and counts as one call', async () => {
  const asked: unknown[] = []
  await open({
    cloud: async (call) => {
      asked.push(call)
      await new Promise((resolve) => setTimeout(resolve, 50))
      return { words: '好的' }
    },
  })
  const cost = await program.measure(() => program.page.tap('呼叫'))
  expect(heard()).toBe('好的')
  expect(asked).toEqual([{ name: 'api', data: { op: 'x' } }])
  expect(cost).toMatchObject({ setDataCalls: 2, calls: [{ api: 'cloud.callFunction' }] })
})

test('without a cloud every call fails as without a network', async () => {
  await open()
  await program.page.tap('呼叫')
  expect(heard()).toContain('cloud.callFunction:fail request:fail')
})

test('storage is carried over to a second boot', async () => {
  await open()
  await program.page.tap('保存')
  const storage = program.storageBytes()
  program.close()
  await open({ storage })
  await program.page.tap('保存')
  expect(JSON.parse(Buffer.from(program.storageBytes()).toString())).toEqual([['count', '2']])
})

test('pages follow each other by WeChat’s rules', async () => {
  await open()
  await program.tab('我的')
  await program.page.tap('下一页')
  expect(program.stackRoutes).toEqual(['pages/second', 'pages/third'])
  expect(program.page.title).toBe('第三')
  expect(heard()).toBe('{"name":"%E7%8E%8B"}')
  await program.back()
  expect(heard()).toBe('tap@on')
  await program.tab('首页')
  await program.tab('我的')
  expect(heard()).toBe('tap@on')
  await expect(program.open('pages/nowhere')).rejects.toThrow('page "pages/nowhere" is not found')
})
