import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultLimits } from '#contract/shared/defaultLimits'
import { guideline } from '#text/account/guideline'

/** The interfaces that WeChat refuses until the person agrees to the guideline, with their names in it. */
const declared: Record<string, string> = {
  getPhoneNumber: '手机号',
  getRealtimePhoneNumber: '手机号',
  addPhoneCalendar: '日历',
  addPhoneRepeatCalendar: '日历',
  chooseMedia: '相册',
  chooseImage: '相册',
  chooseVideo: '相册',
  saveImageToPhotosAlbum: '相册',
  saveVideoToPhotosAlbum: '相册',
  setClipboardData: '剪贴板',
  getClipboardData: '剪贴板',
  chooseMessageFile: '聊天里的文件',
  getLocation: '位置',
  chooseLocation: '位置',
  choosePoi: '位置',
  startLocationUpdate: '位置',
  getRecorderManager: '麦克风',
  startRecord: '麦克风',
  chooseAddress: '通讯地址',
  chooseContact: '通讯录',
  addPhoneContact: '通讯录',
  openBluetoothAdapter: '蓝牙',
}
const asks = /\b(mustAgree|useAgreement)\b/

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  // A browser asks its own questions.
  .filter((name) => /\.tsx?$/.test(name) && !/\.h5\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join('src', name), 'utf8') }))
const stemOf = (name: string) =>
  name
    .replace(/\.tsx?$/, '')
    .split('/')
    .at(-1) as string
const importersOf = (name: string) =>
  sources.filter(({ text }) =>
    // An import of a type runs nothing.
    new RegExp(`import (?!type\\b)[^']*from '[.#][^']*/${stemOf(name)}'`).test(text),
  )

/** The files that use a declared interface without asking, and whose users do not ask either. */
function unasked(): string[] {
  return sources.flatMap(({ name, text }) => {
    const used = Object.keys(declared).filter((api) => new RegExp(`\\b${api}\\b`).test(text))
    if (used.length === 0 || asks.test(text)) return []
    const importers = importersOf(name)
    const careless = importers.filter((importer) => !asks.test(importer.text))
    return importers.length > 0 && careless.length === 0 ? [] : [`${name}: ${used.join(', ')}`]
  })
}

it('every interface that WeChat’s guideline must declare is asked for first', () => {
  expect(unasked()).toEqual([])
})

it('a use that does not ask is found', () => {
  sources.push({ name: 'features/careless.ts', text: 'Taro.setClipboardData({ data })' })
  expect(unasked()).toEqual(['features/careless.ts: setClipboardData'])
  sources.pop()
})

it('every such interface stands in the guideline that people read', () => {
  const said = guideline({ limits: defaultLimits, name: '土崩坎社区', phone: '023-0000 0000' })
    .flatMap(({ lines }) => lines)
    .join('\n')
  const used = Object.entries(declared).filter(([api]) => sources.some(({ text }) => text.includes(api)))
  expect(used.length).toBeGreaterThan(2)
  for (const [, called] of used) expect(said).toContain(called)
})
