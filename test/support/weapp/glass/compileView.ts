import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import { routesOf } from '#support/weapp/gate'
import { builtinCss } from './builtinCss'

/** What a view needs of a compiled mini-program; plain data, to be sent to a browser. */
export interface CompiledView {
  /** An expression that evaluates to the templates by path, from WeChat's own compiler of glass-easel. */
  templates: string
  /** The components that the WXML uses, and the attributes it gives each. */
  components: Record<string, string[]>
  /** Style sheets by route, `''` for those of every page. */
  styles: Record<string, string>
  routes: string[]
  /** The compiler's warnings. */
  warnings: string[]
}

const notComponents = ['template', 'block', 'wxs', 'import', 'include', 'slot', 'comp']

/** Compiles every template and style sheet of a dist. Throws where the compiler refuses one. */
export function compileView(dist: string): CompiledView {
  const files = readdirSync(dist, { recursive: true }) as string[]
  const read = (file: string) => readFileSync(path.join(dist, file), 'utf8')
  const wxml = files.filter((file) => file.endsWith('.wxml'))
  const components = componentsIn(wxml.map(read))
  const group = new TmplGroup()
  const warnings: string[] = []
  for (const file of wxml) {
    const found = group.addTmpl(
      file.slice(0, -'.wxml'.length),
      withPrefix(read(file), Object.keys(components)),
    )
    warnings.push(...(found ?? []).map((warning: unknown) => `${file}: ${JSON.stringify(warning)}`))
  }
  for (const file of files.filter((each) => each.endsWith('.wxs')))
    group.addScript(file.slice(0, -'.wxs'.length), read(file))
  const templates = group.getTmplGenObjectGroups()
  group.free()
  const routes = routesOf(dist)
  const tags = [...Object.keys(components), 'page']
  const styleOf = (file: string) => forDom(inlined(dist, file), tags)
  return {
    templates,
    components,
    styles: {
      '': `${builtinCss}\n${styleOf('app.wxss')}`,
      ...Object.fromEntries(routes.map((route) => [route, styleOf(`${route}.wxss`)])),
    },
    routes,
    warnings,
  }
}

function componentsIn(sources: string[]): Record<string, string[]> {
  const found: Record<string, Set<string>> = {}
  for (const source of sources) {
    for (const [, tag = '', markup = ''] of source.matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+="[^"]*")*)/g)) {
      if (notComponents.includes(tag)) continue
      const attributes = found[tag] ?? new Set()
      found[tag] = attributes
      for (const [, name = ''] of markup.matchAll(/\s([\w:-]+)="/g))
        if (!/^(bind|catch|mut-bind|capture-|wx:|data-|id$|class$|style$)/.test(name)) attributes.add(name)
    }
  }
  return Object.fromEntries(Object.entries(found).map(([tag, attributes]) => [tag, [...attributes]]))
}

/**
 * WeChat's own view puts `wx-` before each component, so that it does not clash with HTML's element of the
 * same name.
 */
function withPrefix(wxml: string, tags: string[]): string {
  const names = [...tags].sort((a, b) => b.length - a.length).join('|')
  return wxml.replace(new RegExp(`<(/?)(${names})(?=[\\s/>])`, 'g'), '<$1wx-$2')
}

/** A style sheet with its imports; a missing one is empty, as in WeChat. */
function inlined(dist: string, file: string): string {
  const place = path.join(dist, file)
  if (!existsSync(place)) return ''
  return readFileSync(place, 'utf8').replace(/@import\s+["']([^"']+)["'];?/g, (_, imported: string) =>
    inlined(dist, path.posix.join(path.posix.dirname(file), imported)),
  )
}

/** WXSS names components by their tag; in the document the tags have the prefix. */
function forDom(wxss: string, tags: string[]): string {
  const names = [...tags].sort((a, b) => b.length - a.length).join('|')
  const tag = new RegExp(`(^|[\\s,>+~(])(${names})(?=[\\s.:,>+~[#)]|$)`, 'g')
  return wxss.replace(/([^{}]+)\{/g, (rule, selectors: string) =>
    selectors.trim().startsWith('@') ? rule : `${selectors.replace(tag, '$1wx-$2')}{`,
  )
}
