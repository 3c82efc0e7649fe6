import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findChromium } from '#support/chromium'
import { openSampleHouse } from '#support/sampleHouse'
import { measureH5 } from '../scripts/size.mjs'

const lighthouse = 'lighthouse@12.8.2'
const runs = 3

interface Report {
  lhr: {
    categories: Record<string, { score: number | null }>
    audits: Record<string, { numericValue?: number }>
  }
}

/** What is measured, how it is read from a report, and what we aim at. */
const figures = [
  { name: 'performance', goal: '≥ 90', read: ({ lhr }: Report) => score(lhr, 'performance') },
  { name: 'accessibility', goal: '100', read: ({ lhr }: Report) => score(lhr, 'accessibility') },
  {
    name: 'largest contentful paint, s',
    goal: '≤ 2.0',
    read: (report: Report) => audit(report, 'largest-contentful-paint') / 1000,
  },
  {
    name: 'cumulative layout shift',
    goal: '≤ 0.05',
    read: (r: Report) => audit(r, 'cumulative-layout-shift'),
  },
  {
    name: 'first contentful paint, s',
    goal: '',
    read: (report: Report) => audit(report, 'first-contentful-paint') / 1000,
  },
  { name: 'total blocking time, ms', goal: '', read: (r: Report) => audit(r, 'total-blocking-time') },
] as const

/**
 * The built page with the sample community as Lighthouse sees it on a phone: the median of three runs beside the
 * goals. Printed, never asserted: a machine's speed is no fault of the page. Fetches Lighthouse where npm has it not.
 */
export async function run(): Promise<void> {
  const house = await openSampleHouse()
  try {
    const reports: Report[] = []
    for (let count = 0; count < runs; count++) reports.push(await report(house.cloud.url))
    console.log(`\nHome as a visitor opens it, ${lighthouse}, mobile, median of ${runs}:`)
    for (const { name, goal, read } of figures)
      console.log(`  ${name.padEnd(30)} ${format(median(reports.map(read))).padStart(7)}   ${goal}`)
    const bytes = measureH5(resolve('dist/h5')).find(({ what }) => what.includes('scripts'))?.bytes ?? 0
    console.log(
      `  ${'first load, scripts, gzip, KB'.padEnd(30)} ${(bytes / 1024).toFixed(1).padStart(7)}   ≤ 180`,
    )
  } finally {
    await house.close()
  }
}

/** Lighthouse in a process of its own. Throws with its last words where it fails. */
async function report(url: string): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'))
  const file = join(folder, 'report.json')
  const flags = [
    '--headless=new',
    '--disable-dev-shm-usage',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
  try {
    const child = spawn(
      'npx',
      [
        ...['--yes', lighthouse, url, '--quiet', '--output=json', `--output-path=${file}`],
        ...['--only-categories=performance,accessibility', `--chrome-flags=${flags.join(' ')}`],
      ],
      { env: { ...process.env, CHROME_PATH: findChromium() ?? '' }, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let said = ''
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString()
    })
    const code = await new Promise((done) => child.on('close', done))
    if (code !== 0) throw new Error(`Lighthouse ended with ${code}: ${said.slice(-500)}`)
    return { lhr: JSON.parse(readFileSync(file, 'utf8')) as Report['lhr'] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const score = (lhr: Report['lhr'], category: string) =>
  Math.round((lhr.categories[category]?.score ?? 0) * 100)
const audit = ({ lhr }: Report, name: string) => lhr.audits[name]?.numericValue ?? Number.NaN

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

const format = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 1 ? 3 : 2))
