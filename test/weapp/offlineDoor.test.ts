import { type Ask, askThrough } from '#local/sample/driver'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import { localCloud } from '#support/weapp/localCloud'
import { type MiniProgram, type OpenOptions, openMiniProgram } from '#support/weapp/miniProgram'
import { deadMs } from '#ui/still/stillRows'

const patience = 900_000
const minuteMs = 60_000
let house: SampleHouse
let ask: Ask
let sessionId: string

beforeAll(async () => {
  house = await openSampleHouse()
  ask = askThrough(house.cloud.call)
}, patience)
beforeEach(async () => {
  const from = house.cloud.now() + 20 * minuteMs
  const { sessionIds } = await ask('sample_zhao', 'activity.publish', {
    kind: 'festival',
    title: '冬至喝羊肉汤',
    summary: '热乎乎的，来就行。',
    place: '妇女之家',
    sessions: [{ from, to: from + 120 * minuteMs, capacity: 30 }],
    signup: { opensAt: house.cloud.now(), closesAt: from, rule: 'first_come', partyMax: 4 },
  })
  sessionId = sessionIds[0] as string
  await ask('sample_wang', 'session.signUp', { sessionId, party: [{ self: true }] })
}, patience)
afterAll(() => house?.close())

type Cloud = NonNullable<OpenOptions['cloud']>
const opOf = (call: { data: unknown }) => (call.data as { op: string }).op
const said = /^session\.(mark|walkIn|undoWalkIn)$/

/** A coordinator's phone. Its network can be switched, and it notes every call about the door that the cloud got. */
class Phone {
  online = true
  /** Whether calls reach the cloud but its answers are lost. */
  deaf = false
  readonly heard: string[] = []
  private bytes: Uint8Array | undefined
  private program: MiniProgram | undefined
  private readonly network = localCloud(house.cloud.url, 'sample_zhao')

  private readonly cloud: Cloud = async (call) => {
    if (!this.online) throw new Error('request:fail ')
    const answer = await this.network(call)
    if (said.test(opOf(call))) {
      this.heard.push(opOf(call))
      if (this.deaf) throw new Error('request:fail timeout')
    }
    return answer
  }

  /** Starts the app from the storage that the run before has left. */
  async start(): Promise<void> {
    this.program = await openMiniProgram({
      url: `packages/coordinator/door?id=${sessionId}`,
      cloud: this.cloud,
      ...(this.bytes && { storage: this.bytes }),
    })
  }
  get app(): MiniProgram {
    if (!this.program) throw new Error('the app is closed')
    return this.program
  }
  get page() {
    return this.app.page
  }
  /** Ends the app without notice, as a phone does. */
  die(): void {
    this.bytes = this.app.storageBytes()
    this.app.close()
    this.program = undefined
  }
  async setOnline(online: boolean): Promise<void> {
    this.online = online
    await this.app.emit('onNetworkStatusChange', {
      isConnected: online,
      networkType: online ? 'wifi' : 'none',
    })
  }
  async list(): Promise<void> {
    await this.page.touch('名单')
    await this.page.touch('全部')
  }
  async walkIn(name: string, size: number): Promise<void> {
    await this.page.tap('现场来的人')
    await this.page.type('姓名', name)
    await this.page.type('几个人', String(size))
    await this.page.tap('记下来')
  }
}

const roster = async () => (await ask('sample_zhao', 'session.roster', { sessionId })).parties
const present = async () =>
  (await roster())
    .filter(({ present: there }) => there)
    .map(({ name, size }) => `${name} ${size}`)
    .sort()

test(
  'a door without a network keeps who came and who walked in, also when the app dies, and sends each once',
  async () => {
    const phone = new Phone()
    await phone.start()
    await phone.list()
    expect(phone.page.text()).toContain('王奶奶')
    expect(phone.page.text()).not.toContain('现在没有网')
    await phone.setOnline(false)
    await phone.page.tap('到了：王奶奶')
    await phone.walkIn('路过的周伯', 2)
    expect(phone.page.text()).toMatch(/现在没有网。记在这台电脑（手机）上的 2 条[\s\S]*2 条待上传/)
    expect(phone.page.text()).toContain('到了 1/1 人，现场来的 2 人')
    phone.die()

    // It starts without a network too, with the list, the words and their unsent mark.
    await phone.start()
    expect(phone.page.text()).toMatch(/到了 1\/1 人，现场来的 2 人[\s\S]*记在这台电脑（手机）上的 2 条/)
    await phone.list()
    await phone.walkIn('蒋嬢嬢', 1)
    expect(phone.page.text()).toMatch(/王奶奶[\s\S]*路过的周伯[\s\S]*蒋嬢嬢/)
    expect(await present()).toEqual([])
    expect(phone.heard).toEqual([])

    // The answer to the first call is lost.
    phone.deaf = true
    await phone.setOnline(true)
    expect(phone.page.text()).toContain('现在没有网')
    phone.die()
    phone.deaf = false
    await phone.start()
    expect(phone.page.text()).not.toMatch(/现在没有网|待上传/)
    expect(await present()).toEqual(['王奶奶 1', '蒋嬢嬢 1', '路过的周伯 2'])
    expect(phone.heard.filter((op) => op === 'session.walkIn')).toHaveLength(2)

    // Nothing is left to be sent.
    const { length } = phone.heard
    phone.die()
    await phone.start()
    expect(phone.heard).toHaveLength(length)
    phone.die()
  },
  patience,
)

test(
  'two doors without a network count the same people once, and the later word on a party stands',
  async () => {
    const [left, right] = [new Phone(), new Phone()]
    for (const phone of [left, right]) {
      await phone.start()
      await phone.list()
      await phone.setOnline(false)
    }
    // The left door marks 王奶奶 by mistake and takes it back. After that the right door marks her.
    await left.page.tap('到了：王奶奶')
    // A second tap that comes at once is no undo.
    await left.page.tap('撤销：王奶奶')
    expect(left.page.text()).toContain('到了 1/1 人')
    await new Promise((resolve) => setTimeout(resolve, deadMs))
    await left.page.tap('撤销：王奶奶')
    expect(left.page.text()).toContain('到了 0/1 人')
    await right.page.tap('到了：王奶奶')
    // The later word arrives first.
    await right.setOnline(true)
    await left.setOnline(true)
    expect(await present()).toContain('王奶奶 1')
    for (const phone of [left, right]) {
      phone.die()
      await phone.start()
      expect(phone.page.text()).toContain('到了 1/1 人')
      expect(phone.page.text()).not.toContain('待上传')
      phone.die()
    }
  },
  patience,
)

test(
  'what the cloud could not decide is not thrown away',
  async () => {
    const phone = new Phone()
    await phone.start()
    await phone.list()
    let fails = true
    house.cloud.hooks.before = (action, { collectionName }) => {
      if (fails && action.startsWith('database.') && collectionName === 'doors')
        throw new Error('the disk is full')
    }
    await phone.walkIn('小周', 1)
    expect(phone.page.text()).toContain('1 条待上传')
    expect(phone.page.text()).not.toContain('现在没有网')
    fails = false
    delete house.cloud.hooks.before
    await phone.page.tap('1 条待上传。现在上传')
    expect(phone.page.text()).not.toContain('待上传')
    expect((await roster()).filter(({ name }) => name === '小周')).toHaveLength(1)
    phone.die()
  },
  patience,
)

test(
  'a door that never had a network says that it has no list, and still notes who walks in',
  async () => {
    const phone = new Phone()
    phone.online = false
    await phone.start()
    await phone.page.touch('名单')
    expect(phone.page.text()).toMatch(/现在没有网[\s\S]*还没有取到名单/)
    expect(phone.page.text()).not.toContain('还没有人报名')
    await phone.walkIn('老何', 1)
    await phone.page.touch('全部')
    expect(phone.page.text()).toContain('老何')
    await phone.setOnline(true)
    expect(phone.page.text()).toContain('王奶奶')
    expect((await roster()).filter(({ name }) => name === '老何')).toHaveLength(1)
    phone.die()
  },
  patience,
)
