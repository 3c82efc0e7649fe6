import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'

/** Names that WeChat shadows in every module: code that uses them works in a browser and fails on a phone. */
const shadowed = [
  ...['window', 'document', 'frames', 'self', 'location', 'navigator', 'history', 'screen'],
  ...['localStorage', 'sessionStorage', 'alert', 'confirm', 'prompt'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'process', 'Buffer'],
]

/**
 * What V8 has and the oldest phones of package.json's browserslist do not have: built-ins newer than iOS 12,
 * which Babel does not add, and `Intl`, which WeChat on Android does not have.
 */
const withheld = [
  ...[
    'Intl',
    'WebAssembly',
    'SharedArrayBuffer',
    'Atomics',
    'BigInt',
    'WeakRef',
    'AggregateError',
    'Iterator',
  ],
  ...['Array.prototype.at', 'Array.prototype.findLast', 'Array.prototype.findLastIndex', 'Array.fromAsync'],
  ...[
    'Array.prototype.toSorted',
    'Array.prototype.toReversed',
    'Array.prototype.toSpliced',
    'Array.prototype.with',
  ],
  ...['Object.hasOwn', 'Object.groupBy', 'Map.groupBy', 'Promise.any', 'Promise.allSettled'],
  ...['String.prototype.at', 'String.prototype.replaceAll', 'String.prototype.matchAll'],
]

type ModuleWrapper = (
  require: (file: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
) => void

/** Compiled once per file and process, since a suite starts the same files many times. */
const scripts = new Map<string, vm.Script>()

/**
 * A bare V8 context that holds only `globals`, with code from strings forbidden, and the CommonJS of
 * WeChat's packages. Throws what a module throws, or "module … is not defined" for a missing file.
 */
export class Realm {
  private readonly context: vm.Context
  private readonly modules = new Map<string, { exports: unknown }>()

  constructor(
    readonly dist: string,
    globals: Record<string, unknown>,
  ) {
    this.context = vm.createContext({ ...globals }, { codeGeneration: { strings: false, wasm: false } })
    vm.runInContext(withheld.map((name) => `delete ${name}`).join(';'), this.context)
  }

  /** `file` as written in a `require`, relative to the module `from`; both relative to the dist. */
  require(file: string, from = ''): unknown {
    const name = path.posix.join(path.posix.dirname(from), file).replace(/(\.js)?$/, '.js')
    const loaded = this.modules.get(name)
    if (loaded) return loaded.exports
    const module = { exports: {} }
    this.modules.set(name, module)
    const wrapper = this.script(name).runInContext(this.context) as ModuleWrapper
    wrapper((request) => this.require(request, name), module, module.exports)
    return module.exports
  }

  private script(name: string): vm.Script {
    const file = path.join(this.dist, name)
    const known = scripts.get(file)
    if (known) return known
    if (!existsSync(file)) throw new Error(`module '${name}' is not defined`)
    const code = `(function(require,module,exports,${shadowed}){${readFileSync(file, 'utf8')}\n})`
    const script = new vm.Script(code, { filename: file })
    scripts.set(file, script)
    return script
  }
}
