import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

const runs = 21
/** What a cold start may cost beside one of a function that holds the SDK alone. */
const goal = 1.2

/** The processor time of loading a bundle in a process of its own, in milliseconds. */
const probe = `
const before = process.cpuUsage()
require(process.argv[1])
const { user, system } = process.cpuUsage(before)
console.log((user + system) / 1000)
`
const loadMs = (file: string): number => Number(execFileSync(process.execPath, ['-e', probe, file]))
const middle = (all: number[]): number => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN

/** Loading each function, divided by loading the SDK alone, bundled and minified, turn by turn. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'load-'))
  const alone = join(folder, 'sdk.js')
  const contents = "require('wx-server-sdk').init()"
  const whole = { bundle: true, minify: true, platform: 'node', target: 'node16', format: 'cjs' } as const
  await build({ ...whole, stdin: { contents, resolveDir: resolve('.') }, outfile: alone })
  console.log('\nLoading a function, processor time ÷ that of the SDK alone, median of 21:')
  try {
    for (const name of ['api', 'jobs']) {
      const ratios: number[] = []
      for (let turn = 0; turn < runs; turn++)
        ratios.push(loadMs(resolve('dist/cloudfunctions', name, 'index.js')) / loadMs(alone))
      const ratio = middle(ratios)
      console.log(
        `  ${name.padEnd(5)} ${ratio.toFixed(2)} (goal ≤ ${goal}: ${ratio <= goal ? 'met' : 'MISSED'})`,
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
