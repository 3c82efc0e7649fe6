import type { Chunk, ChunkGroup, Compiler } from 'webpack'

/**
 * Which files a visit loads, as `manifest.json` beside `index.html`:
 * `initial` lists what the HTML itself asks for, `pages` what each page adds (`pages/home` → files).
 * Paths are relative to the output folder. The size budget reads it; nothing is asked for at run time.
 */
export interface H5Manifest {
  initial: string[]
  pages: Record<string, string[]>
}

/** The first page to open. The HTML asks for its files, so that they do not wait for the app to run. */
const firstPage = 'pages/home'

/** A Webpack plugin that writes the `H5Manifest`, and adds the first page's files to the HTML. */
export class H5ManifestPlugin {
  apply(compiler: Compiler) {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('H5ManifestPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: 'H5ManifestPlugin', stage }, () => {
        const manifest: H5Manifest = { initial: [], pages: {} }
        for (const group of compilation.chunkGroups) {
          if (group.isInitial()) manifest.initial.push(...filesOf(group))
          for (const origin of group.origins) {
            const page = /^\.\/((?:pages|packages)\/.+)$/.exec(origin.request ?? '')?.[1]
            if (page) manifest.pages[page] = filesOf(group)
          }
        }
        compilation.emitAsset('manifest.json', new sources.RawSource(JSON.stringify(manifest, null, 2)))
        const html = compilation.getAsset('index.html')?.source.source().toString()
        if (!html) return
        const links = (manifest.pages[firstPage] ?? []).map(preload).join('')
        compilation.updateAsset(
          'index.html',
          new sources.RawSource(html.replace('</title>', `</title>${links}`)),
        )
      })
    })
  }
}

function preload(file: string): string {
  return `<link rel="preload" as="${file.endsWith('.css') ? 'style' : 'script'}" href="/${file}">`
}

function filesOf(group: ChunkGroup): string[] {
  return group.chunks.flatMap((chunk: Chunk) => [...chunk.files])
}
