import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import type { LocalCloud } from '#local/cloud'
import { askThrough } from '#local/sample/driver'
import { ensureChromium } from '#support/chromium'
import { openSampleHouse } from '#support/sampleHouse'
import { measureH5 } from '../scripts/size.mjs'

const lighthouse = 'lighthouse@12.8.2'
const runs = 3

/**
 * Lighthouse estimates what a slow network and a slow phone would have done, from what it saw without them: then a
 * script that came over the loopback before the first frame counts as waited for. Or it slows both down and looks.
 */
const ways = {
  simulate: 'as Lighthouse estimates it',
  devtools: 'on a slowed network and processor',
} as const
type Way = keyof typeof ways

interface Report {
  categories: Record<string, { score: number | null }>
  audits: Record<string, { numericValue?: number }>
}

/** What is measured, how it is read from a report, and what we aim at. */
const figures = [
  { name: 'performance', least: 95, read: (report: Report) => score(report, 'performance') },
  { name: 'accessibility', least: 100, read: (report: Report) => score(report, 'accessibility') },
  { name: 'LCP, s', most: 1.5, read: (report: Report) => audit(report, 'largest-contentful-paint') / 1000 },
  { name: 'FCP, s', read: (report: Report) => audit(report, 'first-contentful-paint') / 1000 },
  { name: 'CLS', most: 0.02, read: (report: Report) => audit(report, 'cumulative-layout-shift') },
  { name: 'TBT, ms', most: 150, read: (report: Report) => audit(report, 'total-blocking-time') },
] as const

interface Look {
  name: string
  path: string
  who?: string
}

/** The first page of each kind of person, and the page that is opened most. */
async function looksAt(cloud: LocalCloud): Promise<Look[]> {
  const { items } = await askThrough(cloud.call)('sample_wang', 'activity.list', { when: 'upcoming' })
  return [
    { name: 'a visitor: home', path: '/' },
    { name: 'a resident: home', path: '/', who: 'sample_wang' },
    {
      name: 'a resident: an activity',
      path: `/#/packages/activity/detail?id=${items[0]?.activityId}`,
      who: 'sample_wang',
    },
    { name: 'a volunteer: the hall', path: '/#/pages/hall', who: 'sample_li' },
    { name: 'a coordinator: the activities', path: '/#/packages/coordinator/index', who: 'sample_zhao' },
  ]
}

/**
 * The built page with the sample community as Lighthouse sees it on a phone, as each kind of person opens it: medians
 * beside the goals, with ✓ where one is met. A page of plain words in the same rounds says how fast the machine is.
 * Printed, never asserted: a machine's speed is no fault of the page. Fetches Lighthouse where npm has it not.
 */
export async function run(): Promise<void> {
  const house = await openSampleHouse()
  const plain = await plainPage()
  try {
    for (const way of Object.keys(ways) as Way[]) await lookOn(house.cloud, urlOf(plain), way)
    const bytes = measureH5(resolve('dist/h5')).find(({ what }) => what.includes('scripts'))?.bytes ?? 0
    console.log(`  first load, scripts, gzip: ${(bytes / 1024).toFixed(1)} KB, ≤ 132`)
  } finally {
    plain.close()
    await house.close()
  }
}

async function lookOn(cloud: LocalCloud, plainUrl: string, way: Way): Promise<void> {
  const looks = await looksAt(cloud)
  const reports = new Map<string, Report[]>()
  for (let count = 0; count < runs; count++) {
    add(reports, 'plain words', await report(plainUrl, way))
    for (const { name, path, who } of looks)
      add(reports, name, await report(`${cloud.url}${path}`, way, await tokenOf(cloud, who)))
  }
  console.log(`\nAs each person opens it, ${ways[way]}, ${lighthouse}, mobile, median of ${runs}:`)
  for (const [name, several] of reports) print(name, several)
}

function add(reports: Map<string, Report[]>, name: string, one: Report): void {
  reports.set(name, [...(reports.get(name) ?? []), one])
}

function print(name: string, reports: readonly Report[]): void {
  console.log(`  ${name}`)
  for (const figure of figures) {
    const value = median(reports.map(figure.read))
    const goal = 'least' in figure ? `≥ ${figure.least}` : 'most' in figure ? `≤ ${figure.most}` : ''
    const met = 'least' in figure ? value >= figure.least : 'most' in figure ? value <= figure.most : true
    const mark = goal === '' ? '' : met ? '✓' : '✗'
    console.log(`    ${figure.name.padEnd(16)} ${format(value).padStart(7)}   ${goal.padEnd(7)} ${mark}`)
  }
}

/** A page of a heading and a sentence, which nothing could open faster. */
async function plainPage(): Promise<Server> {
  const words =
    '<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width"><title>邻里守望</title>'
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`${words}<main><h1>邻里守望</h1><p>约志愿者上门维修、帮残助老。</p></main></html>`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

async function tokenOf(cloud: LocalCloud, openid: string | undefined): Promise<string | undefined> {
  if (openid === undefined) return undefined
  const answer = await fetch(`${cloud.url}/local/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid }),
  })
  return ((await answer.json()) as { token: string }).token
}

/** Lighthouse beside a browser that has nothing but the person's session, for each report a new one. */
async function report(url: string, way: Way, session?: string): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'))
  const browser = await openBrowser(folder)
  try {
    if (session !== undefined) await signIn(browser.port, url, session)
    return await judge(url, way, browser.port, join(folder, 'report.json'))
  } finally {
    await end(browser)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

interface OpenBrowser {
  child: ChildProcess
  port: number
}

/** What was started may be a script that starts the browser, so it is the browser that is told to end. */
async function end({ child, port }: OpenBrowser): Promise<void> {
  const ended = once(child, 'close')
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  await (await browser.newBrowserCDPSession()).send('Browser.close')
  await ended
}

async function openBrowser(folder: string): Promise<OpenBrowser> {
  const flags = ['--headless', '--disable-gpu', '--no-first-run', '--disable-dev-shm-usage']
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const own = ['--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank']
  const child = spawn(ensureChromium(), [...flags, ...root, ...own], { stdio: 'ignore' })
  const said = join(folder, 'DevToolsActivePort')
  while (!existsSync(said)) await new Promise((later) => setTimeout(later, 50))
  return { child, port: Number(readFileSync(said, 'utf8').split('\n')[0]) }
}

/** Keeps the session as signing in does. Nothing of the page is loaded, so that its files are not in the cache. */
async function signIn(port: number, url: string, session: string): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const page = await browser.contexts()[0]?.newPage()
  await page?.goto(new URL('/healthz', url).href)
  await page?.evaluate((token) => localStorage.setItem('session', token), session)
  await page?.close()
  await browser.close()
}

/** Throws with Lighthouse's last words where it fails. */
async function judge(url: string, way: Way, port: number, file: string): Promise<Report> {
  const what = [
    '--quiet',
    '--output=json',
    `--output-path=${file}`,
    '--only-categories=performance,accessibility',
    `--throttling-method=${way}`,
  ]
  const args = ['--yes', lighthouse, url, ...what, `--port=${port}`, '--disable-storage-reset']
  const child = spawn('npx', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString()
  })
  const code = await new Promise((done) => child.on('close', done))
  if (code !== 0) throw new Error(`Lighthouse ended with ${code}: ${said.slice(-500)}`)
  return JSON.parse(readFileSync(file, 'utf8')) as Report
}

const score = (report: Report, category: string) =>
  Math.round((report.categories[category]?.score ?? 0) * 100)
const audit = ({ audits }: Report, name: string) => audits[name]?.numericValue ?? Number.NaN

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

const format = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 1 ? 3 : 2))
