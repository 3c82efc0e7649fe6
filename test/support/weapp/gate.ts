import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
// @ts-expect-error: WeChat's compiler comes without types
import { wxmlToJs } from 'miniprogram-compiler'
import { exceeds, measureWeapp } from '../../../scripts/size.mjs'
import { openMiniProgram } from './miniProgram'
import { readViewTemplate } from './viewTemplate'

/**
 * What WeChat would refuse, or what would stop a person, found without WeChat: one sentence for each fault of
 * a compiled mini-program.
 */
export async function faultsOf(dist: string): Promise<string[]> {
  const found: string[] = []
  for (const check of Object.values(checks)) found.push(...(await check(dist)))
  return found
}

/** Each looks for faults of one kind. */
export const checks = { missingFiles, forbiddenCode, wxmlFaults, overweight, runtimeFaults }

/** Each page of app.json needs its script, its template and its settings. */
function missingFiles(dist: string): string[] {
  return routesOf(dist)
    .flatMap((route) => ['.js', '.wxml', '.json'].map((extension) => route + extension))
    .filter((file) => !existsSync(path.join(dist, file)))
    .map((file) => `${file} is missing`)
}

/** WeChat runs no code made from strings, and its review looks for it. */
function forbiddenCode(dist: string): string[] {
  return filesOf(dist, '.js').flatMap((file) => {
    const found = readFileSync(path.join(dist, file), 'utf8').match(/\bnew Function\b|[^.\w]eval\(/)
    return found ? [`${file} makes code from a string: ${found[0]}`] : []
  })
}

/** Compiles all WXML with WeChat's own compiler, then renders every page with a node of every kind. */
function wxmlFaults(dist: string): string[] {
  const faults: string[] = []
  const note = (...parts: unknown[]) => void faults.push(parts.map(String).join(' '))
  try {
    const code: string = wxmlToJs(dist, { maxBuffer: 64 * 1024 * 1024 })
    const nodes = [
      ...readViewTemplate(dist).names.map((nn) => ({ nn, s: nn, c: [] })),
      { cl: 'plain', c: [{ v: 'a text' }] },
    ]
    const context = vm.createContext({
      window: {},
      console: { log: note, warn: note, error: note, info() {} },
    })
    const run = (source: string) => vm.runInContext(source, context)
    run(`var compiled = (function () { ${code} })()`)
    for (const route of routesOf(dist)) {
      // the compiled code tells objects by their realm, so the tree is made in the same realm
      const tree = `{ r: { c: ${JSON.stringify(nodes)} } }`
      if (run(`typeof compiled('${route}.wxml')`) === 'function') run(`compiled('${route}.wxml')(${tree})`)
      else faults.push(`${route}.wxml was not compiled`)
    }
  } catch (error) {
    faults.push(String(error))
  }
  return faults
}

function overweight(dist: string): string[] {
  return measureWeapp(dist)
    .filter(exceeds)
    .map(({ what, bytes, budget }) => `${what} has ${bytes} bytes, its budget is ${budget}`)
}

/** Starts it without a network and opens every page: each must show something and throw nothing. */
async function runtimeFaults(dist: string): Promise<string[]> {
  const faults: string[] = []
  for (const route of routesOf(dist)) {
    try {
      const program = await openMiniProgram({ dist, url: route })
      if (!program.page.handlesEvents) faults.push(`${route} does not handle the events its WXML binds`)
      if (program.page.text() === '') faults.push(`${route} shows nothing`)
      faults.push(...program.errors.map((error) => `${route}: ${error}`))
      program.close()
    } catch (error) {
      faults.push(`${route}: ${error}`)
    }
  }
  return faults
}

/** Every page of app.json, those of its subpackages too. */
export function routesOf(dist: string): string[] {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8'))
  const subPackages: { root: string; pages: string[] }[] = app.subPackages ?? []
  return [
    ...app.pages,
    ...subPackages.flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page))),
  ]
}

function filesOf(dist: string, extension: string): string[] {
  return (readdirSync(dist, { recursive: true }) as string[]).filter((file) => file.endsWith(extension))
}
