import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Chunk, ChunkGroup, Compilation, Compiler, Module } from 'webpack'

/**
 * Which files a visit loads, as `manifest.json` beside `index.html`:
 * `initial` lists what every page needs, `pages` what each page adds (`pages/home` → files).
 * Paths are relative to the output folder. The size budget reads it; nothing is asked for at run time.
 */
export interface H5Manifest {
  initial: string[]
  pages: Record<string, string[]>
}

/** Which files of the project each page is made of, written beside the output folder; `npm run test:changed` reads it. */
export type H5Sources = Record<string, string[]>

/** The first page to open. The HTML asks for its files and for those of each step, so that none waits for another. */
const firstPage = 'pages/home'

/** A Webpack plugin that writes the `H5Manifest` and the `H5Sources`, and adds the first page's files to the HTML. */
export class H5ManifestPlugin {
  apply(compiler: Compiler) {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('H5ManifestPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: 'H5ManifestPlugin', stage }, () => {
        const manifest: H5Manifest = { initial: [], pages: {} }
        for (const group of compilation.chunkGroups) {
          if (group.isInitial() || isStep(group)) manifest.initial.push(...filesOf(group))
          for (const page of pagesOf(group)) manifest.pages[page] = filesOf(group)
        }
        writeSources(compilation)
        compilation.emitAsset('manifest.json', new sources.RawSource(JSON.stringify(manifest, null, 2)))
        const html = compilation.getAsset('index.html')?.source.source().toString()
        if (!html) return
        const wanted = new Set([...manifest.initial, ...(manifest.pages[firstPage] ?? [])])
        const links = [...wanted].filter((file) => !html.includes(file)).map(preload)
        compilation.updateAsset(
          'index.html',
          new sources.RawSource(html.replace('</title>', `</title>${links.join('')}`)),
        )
        compilation.emitAsset('worker.js', new sources.RawSource(workerOf(manifest, html)))
      })
    })
  }
}

/** Pages that few people open. Their files are kept when they are first used. */
const ofStaff = /^packages\/(staff|admin|coordinator|office|desk|team)\//

/** The worker with its edition and the files that it keeps; the first is one that this index.html alone names. */
function workerOf({ initial, pages }: H5Manifest, html: string): string {
  const theirs = Object.entries(pages).flatMap(([page, files]) => (ofStaff.test(page) ? [] : files))
  const files = [...new Set([...initial, ...theirs])].map((file) => `/${file}`)
  const named = files.filter((file) => file.endsWith('.js')).filter((file) => html.includes(file))
  const ordered = [...new Set([...named, ...files])]
  const edition = createHash('sha256')
    .update(html + ordered.join())
    .digest('hex')
    .slice(0, 8)
  const source = readFileSync(path.join(__dirname, 'worker.js'), 'utf8')
  return `const edition = ${JSON.stringify(edition)}\nconst files = ${JSON.stringify(ordered)}\n${source}`
}

/** Whether one of the steps in src/browser/ asks for it. */
function isStep(group: ChunkGroup): boolean {
  const steps = path.join('src', 'browser')
  return group.origins.some(({ module }) => path.dirname(module?.nameForCondition() ?? '').endsWith(steps))
}

/** A browser asks for a script behind what it needs for the first words, which need none. */
function preload(file: string): string {
  const as = file.endsWith('.css') ? 'as="style"' : 'as="script" fetchpriority="low"'
  return `<link rel="preload" ${as} href="/${file}">`
}

/** The pages that a group of chunks is loaded for. */
function pagesOf(group: ChunkGroup): string[] {
  return group.origins.flatMap(
    ({ request }) => /^\.\/((?:pages|packages)\/.+)$/.exec(request ?? '')?.[1] ?? [],
  )
}

function writeSources(compilation: Compilation) {
  const { context, outputPath } = compilation.compiler
  const sources: H5Sources = {}
  for (const group of compilation.chunkGroups)
    for (const page of pagesOf(group)) {
      const modules = group.chunks.flatMap((chunk) => [...compilation.chunkGraph.getChunkModules(chunk)])
      const files = modules.flatMap(filesIn).map((file) => path.relative(context, file).replaceAll('\\', '/'))
      sources[page] = [...new Set(files)].filter((file) => !/^\.\.|node_modules/.test(file)).sort()
    }
  mkdirSync(outputPath, { recursive: true })
  writeFileSync(`${outputPath}.meta.json`, JSON.stringify(sources, null, 2))
}

/** The files of a module, or of the modules that were joined into it. */
function filesIn(module: Module & { modules?: Module[] }): string[] {
  const { modules = [] } = module
  const file = module.nameForCondition()
  return [...(file === null ? [] : [file]), ...modules.flatMap(filesIn)]
}

function filesOf(group: ChunkGroup): string[] {
  return group.chunks.flatMap((chunk: Chunk) => [...chunk.files])
}
