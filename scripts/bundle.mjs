/**
 * How a function is bundled: into one file with the SDK inside, so that nothing is installed in the cloud, and so
 * that a start reads and runs little. What most calls do not need stands in files beside it, which are read when a
 * call first asks for them.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { build } from 'esbuild'

/** Packages that few calls need, in our own code and inside the SDK. They export fields, not one function. */
const late = ['tyme4ts', 'chinese-days', 'csv-parse/sync', 'write-excel-file/node', 'xml2js']
/** Packages of the SDK for what the product never asks of it: models of language, and data models. Each says so. */
const leftOut = ['@cloudbase/ai', '@cloudbase/wx-cloud-client-sdk']
const lateFile = (name) => `late/${name.replace(/^@/, '').replace(/\W+/g, '-')}.js`

/**
 * Stands for each of these packages with the same names; the first one that is asked for reads the package's own
 * file.
 *
 * @type {import('esbuild').Plugin}
 */
const loadedLate = {
  name: 'loaded late',
  setup(main) {
    const filter = new RegExp(
      `^(${[...late, ...leftOut].map((name) => name.replace(/[./]/g, '\\$&')).join('|')})$`,
    )
    const found = new Map()
    main.onResolve({ filter }, async ({ path: name, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === 'itself') return undefined
      const itself = await main.resolve(name, { kind, importer, resolveDir, pluginData: 'itself' })
      if (itself.errors.length > 0) return itself
      if (!leftOut.includes(name)) found.set(name, itself.path)
      // not `.mjs`, which would make it a module without `exports`
      return { path: `${name}?late`, namespace: 'late', pluginData: { name, resolveDir } }
    })
    main.onResolve({ filter: /^\.\/late\// }, ({ path: file }) => ({ path: file, external: true }))
    main.onLoad({ filter: /.*/, namespace: 'late' }, ({ pluginData: { name, resolveDir } }) => {
      const itself = createRequire(`${resolveDir}/importer.js`)(name)
      const names = Object.getOwnPropertyNames(itself).filter((each) => each !== '__esModule')
      const fields = names.map((each) => {
        const key = JSON.stringify(each)
        return `Object.defineProperty(exports, ${key}, { enumerable: true, get: () => load()[${key}] })`
      })
      const loading = leftOut.includes(name)
        ? `{ throw new Error('${name} is not part of this function: scripts/bundle.mjs') }`
        : `(loaded ??= require('./${lateFile(name)}'))`
      return {
        contents: `
          let loaded
          const load = () => ${loading}
          Object.defineProperty(exports, '__esModule', { value: true })
          ${fields.join('\n')}`,
        resolveDir,
        loader: 'js',
      }
    })
    main.onEnd(async ({ errors, metafile }) => {
      if (errors.length > 0) return
      const { outfile = '', sourcemap: _, ...options } = main.initialOptions
      for (const [name, file] of found) {
        const beside = path.join(path.dirname(outfile), lateFile(name))
        const plugins = options.plugins?.filter((plugin) => plugin !== loadedLate)
        const its = await build({ ...options, entryPoints: [file], outfile: beside, plugins, metafile: true })
        if (metafile) Object.assign(metafile.inputs, its.metafile.inputs)
      }
    })
  },
}

/**
 * The types of files that have an ending: the SDK looks one up by the name of an upload, and has no use for the
 * three in four that have none. Two editions of the list are installed; the newer stands for both.
 *
 * @type {import('esbuild').Plugin}
 */
const fileTypes = {
  name: 'file types',
  setup(main) {
    const newer = createRequire(import.meta.url).resolve('mime-db/db.json')
    main.onResolve({ filter: /^\.\/db\.json$/ }, ({ importer }) =>
      /mime-db[\\/]index\.js$/.test(importer) ? { path: newer } : undefined,
    )
    main.onLoad({ filter: /mime-db[\\/]db\.json$/ }, async ({ path }) => {
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
