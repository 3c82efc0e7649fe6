import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

/** A mid-range phone held upright. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
}

/** The computer at a service desk. */
export const desktop: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
}

/**
 * Keeps the browser off the network: no update, no synchronisation, no reports, and no questions to the
 * person.
 */
const flags = [
  ...['--headless', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  // A page of a test lives for two seconds: code that is made faster for later is made for nothing.
  '--js-flags=--no-opt --no-maglev --single-threaded',
]

const advice =
  'No Chromium was found: install Chromium, Chrome or Edge, or set CHROMIUM_PATH to a browser of that family.'

/**
 * Starts a browser for the H5 tests, with a font for Chinese. As root on a system with apt it installs what
 * is missing. Throws one sentence of advice where no browser can be had.
 */
export async function launchChromium(): Promise<Browser> {
  const browser = await chromium.launch(launching())
  const { newContext } = browser
  // What the page's worker answers passes by a test's routes and counts: only a test of the worker lets it in.
  browser.newContext = (options) => newContext.call(browser, { serviceWorkers: 'block', ...options })
  return browser
}

/** A browser that keeps its data in `folder`: closed and opened again, it still has them. */
export async function launchKept(folder: string, options: BrowserContextOptions): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { serviceWorkers: 'block', ...launching(), ...options })
}

function launching() {
  return {
    executablePath: ensureChromium(),
    headless: true,
    args: isRoot() ? [...flags, '--no-sandbox'] : flags,
  }
}

/** Finds or installs the browser and the font; answers the browser's path. Throws the same advice. */
export function ensureChromium(): string {
  const executablePath = findChromium() ?? installChromium()
  ensureChineseFont()
  return executablePath
}

/** The first browser that exists: the one CHROMIUM_PATH names, else one in the usual places. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`)
  }
  return usualPlaces().find((place) => existsSync(place))
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    const folders = ['/Applications', path.join(process.env.HOME ?? '', 'Applications')]
    return folders.flatMap((folder) => names.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`))
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, LOCALAPPDATA, 'PROGRAMFILES(X86)': x86 } = process.env
    const folders = [PROGRAMFILES, x86, LOCALAPPDATA].filter((folder) => folder !== undefined)
    const names = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
    return folders.flatMap((folder) => names.map((name) => path.join(folder, name)))
  }
  // the headless shell draws no windows, and opens a page in a third of the time
  const names = [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  ]
  return ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) =>
    names.map((name) => `${folder}/${name}`),
  )
}

function installChromium(): string {
  if (!hasApt()) throw new Error(advice)
  try {
    aptUpdate()
    aptInstall(
      aptHas('chromium-headless-shell') ? 'chromium-headless-shell' : 'chromium',
      'fonts-wqy-microhei',
    )
  } catch (cause) {
    throw new Error(advice, { cause })
  }
  const installed = findChromium()
  if (!installed) throw new Error(advice)
  return installed
}

/**
 * Throws where no font has Chinese characters: without one every character is the same box, and tests of
 * layout and screenshots would pass without meaning. Systems without fontconfig are taken to have one.
 */
function ensureChineseFont(): void {
  if (process.platform !== 'linux') return
  let fonts: string
  try {
    fonts = execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  } catch {
    return
  }
  if (fonts.trim() !== '') return
  if (!hasApt()) throw new Error('There is no Chinese font: install one, for example fonts-wqy-microhei.')
  aptUpdate()
  aptInstall('fonts-wqy-microhei')
}

const quietly = {
  env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  stdio: 'ignore',
} as const

function aptUpdate(): void {
  execFileSync('apt-get', ['update', '-qq'], quietly)
}

/** Whether this system offers the package; Debian's and Ubuntu's lists differ. */
function aptHas(name: string): boolean {
  return execFileSync('apt-cache', ['policy', name], { encoding: 'utf8' }).match(/Candidate: \d/) !== null
}

function aptInstall(...packages: string[]): void {
  console.log(`Installing ${packages.join(' and ')} by apt-get, once.`)
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quietly)
}

function hasApt(): boolean {
  return isRoot() && existsSync('/usr/bin/apt-get')
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}
