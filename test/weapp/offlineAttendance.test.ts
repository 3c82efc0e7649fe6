import { fromBase32, scanCode, stepAt } from '#contract/shared/attendanceCode'
import { type Ask, askThrough } from '#local/sample/driver'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import { localCloud } from '#support/weapp/localCloud'
import { type MiniProgram, type OpenOptions, openMiniProgram } from '#support/weapp/miniProgram'

const minuteMs = 60_000
const patience = 900_000
let house: SampleHouse
let ask: Ask

beforeAll(async () => {
  house = await openSampleHouse()
  ask = askThrough(house.cloud.call)
}, patience)
afterAll(() => house?.close())

type Cloud = NonNullable<OpenOptions['cloud']>
const noNetwork: Cloud = async () => {
  throw new Error('request:fail ')
}
const network = (who: string): Cloud => localCloud(house.cloud.url, who)
const opOf = (call: { data: unknown }) => (call.data as { op: string }).op

/** Makes a booking of 王奶奶 that begins in ten minutes and that this volunteer has claimed. */
async function claimed(who: string): Promise<string> {
  const from = house.cloud.now() + 10 * minuteMs
  const { bookingId } = await ask('sample_wang', 'booking.request', {
    service: 'repair',
    kind: 'lock',
    description: '大门的锁拧不动',
    risks: '门窗可能松脱',
    place: 'home',
    window: { from, to: from + 120 * minuteMs },
  })
  await ask(who, 'booking.claim', { bookingId })
  return bookingId
}
const detail = (bookingId: string) => `packages/booking/detail?id=${bookingId}`

/** The text in the square on 王奶奶's screen. */
async function square(bookingId: string): Promise<string> {
  const { secret, stepSeconds } = await ask('sample_wang', 'booking.code', { bookingId })
  return scanCode(fromBase32(secret), stepAt(house.cloud.now(), stepSeconds))
}

/**
 * Runs a volunteer's app from the storage of the run before, and answers the storage that it leaves. The app ends
 * without notice, as a phone ends it.
 */
async function life(
  bytes: Uint8Array | undefined,
  url: string,
  cloud: Cloud,
  use: (phone: MiniProgram) => Promise<void> = async () => {},
): Promise<Uint8Array> {
  const phone = await openMiniProgram({ url, cloud, ...(bytes && { storage: bytes }) })
  await use(phone)
  const left = phone.storageBytes()
  phone.close()
  return left
}
const times = async (bookingId: string, event: string) =>
  (await ask('sample_wang', 'booking.get', { bookingId })).timeline.filter((line) => line.event === event)
    .length

test(
  'an app that dies while a scan is on its way has kept it, and sends it again when it opens',
  async () => {
    const bookingId = await claimed('sample_li')
    const code = await square(bookingId)
    const cloud = network('sample_li')
    let stored: Uint8Array | undefined
    let dying: MiniProgram | undefined
    await life(
      undefined,
      detail(bookingId),
      async (call) => {
        if (opOf(call) !== 'booking.checkIn') return cloud(call)
        // The storage at the moment when the call is sent. No answer comes to it.
        stored = dying?.storageBytes()
        throw new Error('request:fail timeout')
      },
      async (phone) => {
        dying = phone
        phone.answer.scan(code)
        await phone.page.tap('扫码签到')
      },
    )
    expect(stored).toBeDefined()
    expect(await ask('sample_wang', 'booking.get', { bookingId })).toMatchObject({ state: 'claimed' })
    await life(stored, detail(bookingId), network('sample_li'), async (phone) => {
      expect(phone.page.text()).toContain('签退')
    })
    expect(await times(bookingId, 'checked_in')).toBe(1)
  },
  patience,
)

test(
  'a scan whose answer was lost is sent again and counts once',
  async () => {
    const bookingId = await claimed('sample_chen')
    const code = await square(bookingId)
    const cloud = network('sample_chen')
    const bytes = await life(
      undefined,
      detail(bookingId),
      async (call) => {
        const answer = await cloud(call)
        if (opOf(call) === 'booking.checkIn') throw new Error('request:fail ')
        return answer
      },
      async (phone) => {
        phone.answer.scan(code)
        await phone.page.tap('扫码签到')
        expect(phone.page.text()).toContain('还没有发出去')
      },
    )
    await life(bytes, detail(bookingId), network('sample_chen'), async (phone) => {
      expect(phone.page.text()).toMatch(/签到了[\s\S]*扫码签退/)
      expect(phone.page.text()).not.toMatch(/还没有发出去|有了变化/)
    })
    expect(await times(bookingId, 'checked_in')).toBe(1)
  },
  patience,
)

test(
  'a whole service without a network: the app dies after each scan, starts from what the phone has stored, and the server has each once',
  async () => {
    const bookingId = await claimed('sample_zhou')
    let bytes = await life(undefined, detail(bookingId), network('sample_zhou'), async (phone) => {
      expect(phone.page.text()).toContain('六位数字')
    })
    const came = await square(bookingId)
    bytes = await life(bytes, detail(bookingId), noNetwork, async (phone) => {
      expect(phone.page.text()).toMatch(/现在没有网络[\s\S]*门锁门窗/)
      phone.answer.scan(came)
      await phone.page.tap('扫码签到')
      expect(phone.page.text()).toMatch(/签到，已经存好[\s\S]*扫码签退/)
    })
    house.cloud.advance(40 * minuteMs)
    const left = await square(bookingId)
    bytes = await life(bytes, detail(bookingId), noNetwork, async (phone) => {
      expect(phone.page.text()).toContain('签到，已经存好')
      phone.answer.scan(left)
      await phone.page.tap('扫码签退')
      expect(phone.page.text()).toContain('签到和签退都存好了')
    })
    expect(await ask('sample_wang', 'booking.get', { bookingId })).toMatchObject({ state: 'claimed' })
    house.cloud.advance(5 * 60 * minuteMs)

    // The network is back, and he only opens the first page.
    bytes = await life(bytes, 'pages/home', network('sample_zhou'))
    const read = await ask('sample_wang', 'booking.get', { bookingId })
    expect(read).toMatchObject({ state: 'done', minutes: 40, reportedLate: true })
    expect([await times(bookingId, 'checked_in'), await times(bookingId, 'checked_out')]).toEqual([1, 1])

    // Nothing is left to be sent.
    const sent: string[] = []
    const cloud = network('sample_zhou')
    await life(bytes, detail(bookingId), async (call) => {
      sent.push(opOf(call))
      return cloud(call)
    })
    expect(sent.filter((op) => /check(In|Out)$/.test(op))).toEqual([])
  },
  patience,
)
