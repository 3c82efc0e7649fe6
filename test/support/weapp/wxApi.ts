import type { Answers } from './answers'
import type { Clock } from './clock'
import { type Device, deviceApis } from './device'
import { fileApis, pictureApis } from './files'
import { knownApis } from './knownApis'
import { layoutApis } from './layoutApis'
import type { Sketch } from './sketch'
import type { PhoneStorage } from './storage'

export type Options = Record<string, unknown>

/** One call of `wx`, in order; `options` without its callbacks. */
export interface ApiCall {
  api: string
  options: Options
}

/** What `wx` needs of the mini-program around it. */
export interface WxSurroundings {
  clock: Clock
  storage: PhoneStorage
  /** What lies in `USER_DATA_PATH`, by path. */
  files: Map<string, Uint8Array>
  /** Every canvas of every page. */
  sketch: Sketch
  answers: Answers
  calls: ApiCall[]
  /** Calls under way, so that a test can wait for them. */
  pending: Set<Promise<unknown>>
  onError(error: unknown): void
  /** navigateTo and the like; throws the error with which the call fails. */
  navigate(kind: string, options: Options): unknown
  callFunction(call: { name: string; data: unknown }): Promise<unknown>
  device: Device
  /** The launch options: path, query, scene. */
  launch: Options
  /** What `onX(listener)` registered, by `onX`. */
  listeners: Map<string, Set<(event: unknown) => void>>
}

/** APIs that only show or set something; they succeed and are recorded in `calls`. */
const obliging = [
  ...[
    'showToast',
    'hideToast',
    'showLoading',
    'hideLoading',
    'setNavigationBarTitle',
    'setNavigationBarColor',
  ],
  ...['showNavigationBarLoading', 'hideNavigationBarLoading', 'setBackgroundColor', 'setBackgroundTextStyle'],
  ...[
    'startPullDownRefresh',
    'stopPullDownRefresh',
    'pageScrollTo',
    'hideKeyboard',
    'vibrateShort',
    'vibrateLong',
  ],
  ...[
    'showShareMenu',
    'hideShareMenu',
    'updateShareMenu',
    'setTabBarBadge',
    'removeTabBarBadge',
    'setTabBarItem',
  ],
  ...[
    'setTabBarStyle',
    'showTabBar',
    'hideTabBar',
    'showTabBarRedDot',
    'hideTabBarRedDot',
    'setKeepScreenOn',
    'setScreenBrightness',
  ],
  ...['setClipboardData', 'makePhoneCall', 'previewImage', 'setVisualEffectOnCapture'],
]

const navigating = ['navigateTo', 'redirectTo', 'navigateBack', 'switchTab', 'reLaunch']

/**
 * The `wx` object. A function that WeChat has and the harness does not answer throws and is reported, unless
 * the test queued an answer for it; a name that WeChat does not have is undefined. Every call is recorded in
 * `calls`.
 */
export function createWx(around: WxSurroundings): Record<string, unknown> {
  const wx: Record<string, unknown> = {}
  for (const api of knownApis()) wx[api] = unanswered(api, around)
  for (const api of obliging) wx[api] = asyncApi(api, around, () => ({}))
  for (const api of navigating) wx[api] = asyncApi(api, around, (options) => around.navigate(api, options))
  Object.assign(
    wx,
    deviceApis(around.device, around.launch),
    layoutApis(around.clock, around.sketch),
    storageApis(around),
    {
      env: { USER_DATA_PATH: 'http://usr' },
      canIUse: (schema: string) => knownApis().has(schema.split('.')[0] as string),
      nextTick: (callback: () => void) => around.clock.setTimeout(callback, 0),
      canvasToTempFilePath: canvasFile(around),
      getScreenBrightness: asyncApi('getScreenBrightness', around, () => ({ value: 0.4 })),
      getNetworkType: asyncApi('getNetworkType', around, () => ({ networkType: around.device.networkType })),
      cloud: cloudApis(around),
      getFileSystemManager: () => fileApis(around, (api, answer) => asyncApi(api, around, answer)),
      ...pictureApis(around, (api, answer) => asyncApi(api, around, answer)),
      ...privacyApis(around),
    },
  )
  return wx
}

/** A file is made of every canvas, unless the test answers otherwise. */
function canvasFile(around: WxSurroundings) {
  const api = 'canvasToTempFilePath'
  const made = asyncApi(api, around, () => ({ tempFilePath: 'http://tmp/canvas.png' }))
  const asked = unanswered(api, around)
  return (options?: Options) => (around.answers.has(api) ? asked(options as never) : made(options))
}

/** WeChat's question before it gives what the privacy guideline names. */
function privacyApis(around: WxSurroundings): Record<string, unknown> {
  if (around.device.privacy === 'unknown')
    return {
      getPrivacySetting: undefined,
      requirePrivacyAuthorize: undefined,
      openPrivacyContract: undefined,
    }
  return {
    getPrivacySetting: asyncApi('getPrivacySetting', around, () => ({
      needAuthorization: around.device.privacy === 'asks',
      privacyContractName: '《邻里守望小程序隐私保护指引》',
    })),
    openPrivacyContract: asyncApi('openPrivacyContract', around, () => ({})),
  }
}

/**
 * `wx.cloud`: functions go to the test's cloud; everything else the test must answer (`cloud.uploadFile` …).
 */
function cloudApis(around: WxSurroundings): Record<string, unknown> {
  const others = ['uploadFile', 'downloadFile', 'getTempFileURL', 'deleteFile', 'callContainer', 'database']
  return {
    ...Object.fromEntries(others.map((name) => [name, unanswered(`cloud.${name}`, around)])),
    init: (options: Options = {}) => void around.calls.push({ api: 'cloud.init', options }),
    callFunction: asyncApi('cloud.callFunction', around, async ({ name, data }) => {
      const result = await around.callFunction({ name: String(name), data: throughJson(data) })
      return { result: throughJson(result), requestID: 'local' }
    }),
  }
}

function storageApis(around: WxSurroundings): Record<string, unknown> {
  const { storage } = around
  const info = () => ({
    keys: storage.keys,
    currentSize: Math.ceil(storage.sizeBytes / 1024),
    limitSize: 10240,
  })
  return {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, data: unknown) => storage.set(key, data),
    removeStorageSync: (key: string) => storage.remove(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: info,
    getStorage: asyncApi('getStorage', around, ({ key }) => {
      const data = storage.get(String(key))
      if (data === undefined) throw new Error('getStorage:fail data not found')
      return { data }
    }),
    setStorage: asyncApi('setStorage', around, ({ key, data }) => storage.set(String(key), data)),
    removeStorage: asyncApi('removeStorage', around, ({ key }) => storage.remove(String(key))),
    clearStorage: asyncApi('clearStorage', around, () => storage.clear()),
    getStorageInfo: asyncApi('getStorageInfo', around, info),
  }
}

/** An API of WeChat's that the harness does not answer. */
function unanswered(api: string, around: WxSurroundings) {
  if (/^on[A-Z]/.test(api))
    return (listener: (event: unknown) => void) => void listenersOf(around, api).add(listener)
  if (/^off[A-Z]/.test(api)) {
    const on = api.replace(/^off/, 'on')
    return (listener?: (event: unknown) => void) => {
      if (listener) listenersOf(around, on).delete(listener)
      else listenersOf(around, on).clear()
    }
  }
  const prompt = asyncApi(api, around, async (options) => {
    const answer = await around.answers.take(api, options).catch((error) => {
      around.onError(error)
      throw error
    })
    if (answer instanceof Error) throw answer
    return answer
  })
  return (options?: Options) => {
    if (typeof options === 'object' || around.answers.has(api)) return prompt(options)
    const error = new Error(`wx.${api} was called, and neither the harness nor the test answers it.`)
    around.onError(error)
    throw error
  }
}

function listenersOf({ listeners }: WxSurroundings, api: string): Set<(event: unknown) => void> {
  const known = listeners.get(api) ?? new Set()
  listeners.set(api, known)
  return known
}

/**
 * WeChat's asynchronous convention: it answers after the current task, by callbacks if any is given,
 * otherwise by a promise. An error that `answer` throws becomes `{errMsg}`, with `errCode` and `errno` where
 * it has them.
 */
function asyncApi(api: string, around: WxSurroundings, answer: (options: Options) => unknown) {
  return (options: Options = {}): Promise<unknown> | undefined => {
    const callbacks = options as Partial<Record<'success' | 'fail' | 'complete', (value: unknown) => void>>
    around.calls.push({ api, options: withoutFunctions(options) })
    const outcome = new Promise((resolve) => around.clock.setTimeout(() => resolve(undefined), 0))
      .then(() => answer(options))
      .then((value) => ({ errMsg: `${api}:ok`, ...(value as object) }))
    track(around.pending, outcome)
    if (!callbacks.success && !callbacks.fail && !callbacks.complete) {
      return outcome.catch((error) => {
        throw failureOf(api, error)
      })
    }
    const call = (name: 'success' | 'fail', value: unknown) => {
      around.clock.run(() => callbacks[name]?.(value))
      around.clock.run(() => callbacks.complete?.(value))
    }
    outcome.then(
      (value) => call('success', value),
      (error) => call('fail', failureOf(api, error)),
    )
    return undefined
  }
}

function failureOf(api: string, error: unknown): Options {
  const { message, errCode, errno } = error as { message?: string; errCode?: number; errno?: number }
  const errMsg = message?.startsWith(`${api}:fail`) ? message : `${api}:fail ${message ?? String(error)}`
  return { errMsg, ...(errCode !== undefined && { errCode }), ...(errno !== undefined && { errno }) }
}

function track(pending: Set<Promise<unknown>>, work: Promise<unknown>): void {
  pending.add(work)
  const done = () => void pending.delete(work)
  work.then(done, done)
}

function withoutFunctions(options: Options): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => typeof value !== 'function'))
}

function throughJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}
