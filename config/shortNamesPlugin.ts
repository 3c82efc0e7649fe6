import { writeFileSync } from 'node:fs'
import postcss from 'postcss'
import type { Compilation, Compiler } from 'webpack'
import { keptNames, nameAt } from './shortNames'

const placeholder = '%class names%'
const classIn = /\.([a-zA-Z][\w-]*)/g

/**
 * A Webpack plugin that gives the classes of the mini-program short names: in its style sheets, and in the table by
 * which `leanRuntime.ts` shortens what it sends. The sources keep the long ones, and so do the messages of tests, which
 * read the table beside the output folder.
 */
export class ShortNamesPlugin {
  apply(compiler: Compiler) {
    const { Compilation } = compiler.webpack
    compiler.hooks.thisCompilation.tap('ShortNamesPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: 'ShortNamesPlugin', stage }, () => shorten(compilation))
    })
  }
}

function shorten(compilation: Compilation) {
  const { RawSource } = compilation.compiler.webpack.sources
  const textOf = (end: string) =>
    Object.entries(compilation.assets)
      .filter(([file]) => file.endsWith(end))
      .map(([file, source]) => ({ file, text: source.source().toString() }))
  const sheets = textOf('.wxss').map(({ file, text }) => ({ file, root: postcss.parse(text) }))
  const scripts = textOf('.js')
  const found = new Set<string>()
  for (const { root } of sheets)
    root.walkRules(({ selector }) => {
      for (const [, name = ''] of selector.matchAll(classIn)) if (!keptNames.includes(name)) found.add(name)
    })
  const names = byUse([...found], scripts.map(({ text }) => text).join('\n'))
  const short = new Map(names.map((name, place) => [name, nameAt(place)]))
  for (const { file, root } of sheets) {
    root.walkRules((rule) => {
      rule.selector = rule.selector.replace(classIn, (own, name) => `.${short.get(name) ?? own.slice(1)}`)
    })
    compilation.updateAsset(file, new RawSource(root.toString()))
  }
  const table = scripts.filter(({ text }) => text.includes(placeholder))
  if (table.length !== 1) throw new Error(`The table of class names is in ${table.length} scripts.`)
  for (const { file, text } of table)
    compilation.updateAsset(file, new RawSource(text.replace(placeholder, names.join(' '))))
  writeFileSync(`${compilation.compiler.outputPath}.names.json`, JSON.stringify(names))
}

/** Those that the scripts name most often come first. */
function byUse(names: string[], scripts: string): string[] {
  const uses = new Map<string, number>()
  for (const [word] of scripts.matchAll(/[a-z][\w-]*/g)) uses.set(word, (uses.get(word) ?? 0) + 1)
  // `icon-${name}` uses every name that begins so
  const usesOf = (name: string) => Math.max(uses.get(name) ?? 0, uses.get(name.replace(/[^-]*$/, '')) ?? 0)
  return names.sort((a, b) => usesOf(b) - usesOf(a) || (a < b ? -1 : 1))
}
