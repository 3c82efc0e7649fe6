/**
 * How a function is bundled: into one file with the SDK inside, so that nothing is installed in the cloud, and so
 * that a start reads and runs little. What is not needed by most calls runs when a call first asks for it.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** Packages that few calls need, in our own code and inside the SDK. They export fields, not one function. */
const late = [
  'tyme4ts',
  'chinese-days',
  'csv-parse/sync',
  '@cloudbase/ai',
  '@cloudbase/wx-cloud-client-sdk',
  'xml2js',
]

/**
 * Stands for each of these packages with the same names; the first one that is asked for loads it.
 *
 * @type {import('esbuild').Plugin}
 */
const loadedLate = {
  name: 'loaded late',
  setup(build) {
    const filter = new RegExp(`^(${late.map((name) => name.replace(/[./]/g, '\\$&')).join('|')})$`)
    build.onResolve({ filter }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === 'itself') return undefined
      const found = await build.resolve(path, { kind, importer, resolveDir, pluginData: 'itself' })
      if (found.errors.length > 0) return found
      const asked = { file: found.path, package: path, resolveDir }
      // not `.mjs`, which would make it a module without `exports`
      return { path: `${found.path}?late`, namespace: 'late', pluginData: asked }
    })
    build.onLoad({ filter: /.*/, namespace: 'late' }, ({ pluginData }) => {
      const { file, resolveDir } = pluginData
      const itself = createRequire(`${resolveDir}/importer.js`)(pluginData.package)
      const names = Object.getOwnPropertyNames(itself).filter((name) => name !== '__esModule')
      const fields = names.map((name) => {
        const key = JSON.stringify(name)
        return `Object.defineProperty(exports, ${key}, { enumerable: true, get: () => load()[${key}] })`
      })
      return {
        contents: `
          let loaded
          const load = () => (loaded ??= require(${JSON.stringify(file)}))
          Object.defineProperty(exports, '__esModule', { value: true })
          ${fields.join('\n')}`,
        resolveDir,
        loader: 'js',
      }
    })
  },
}

/**
 * The types of files that have an ending: the SDK looks one up by the name of an upload, and has no use for the
 * three in four that have none.
 *
 * @type {import('esbuild').Plugin}
 */
const fileTypes = {
  name: 'file types',
  setup(build) {
    build.onLoad({ filter: /mime-db[\\/]db\.json$/ }, async ({ path }) => {
      const types = Object.entries(JSON.parse(await readFile(path, 'utf8')))
      const ended = types
        .filter(([, { extensions }]) => extensions !== undefined)
        .map(([type, { source, charset, extensions }]) => [type, { source, charset, extensions }])
      return { contents: JSON.stringify(Object.fromEntries(ended)), loader: 'json' }
    })
  },
}

/** @type {import('esbuild').BuildOptions} */
export const functionBundle = {
  bundle: true,
  platform: 'node',
  target: 'node16',
  format: 'cjs',
  define: { 'process.env.NODE_ENV': '"production"' },
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  plugins: [loadedLate, fileTypes],
}
