import path from 'node:path'
import type { IH5Config } from '@tarojs/taro/types/compile'
import { iconDrawings } from './drawings'

type Change = NonNullable<IH5Config<'webpack5'>['webpackChain']>
type Chain = Parameters<Change>[0]
type Webpack = Parameters<Change>[1]

const folder = path.resolve(__dirname, '..', 'src', 'browser')
const instead = path.join(folder, 'instead.ts')

/**
 * A browser begins with src/browser/start.ts, which asks for the app step by step. A watch begins with Taro's own entry:
 * its modules are not joined, and Taro's need their order there.
 */
export function beginInSteps(chain: Chain): void {
  if (process.env.NODE_ENV !== 'production') return
  chain.entryPoints.delete('app')
  chain.entry('start').add(path.join(folder, 'start.ts'))
}

/**
 * No part of ours is one of Taro's elements in a browser. Taro would define some all the same, and bring the library
 * for them, its own bar and tabs, and their styles: a sixth of the first page.
 */
export function leaveOutTaroElements(chain: Chain, webpack: Webpack): void {
  chain
    .plugin('mainPlugin')
    .tap(([options]) => [{ ...options, loaderMeta: withoutElements(options.loaderMeta) }])
  chain.plugin('instead').use(webpack.NormalModuleReplacementPlugin, [
    /^\.\/(navigationBar|tabbar)\.js$/,
    (asked: { context: string; request: string }) => {
      if (/[\\/]@tarojs[\\/]router[\\/]/.test(asked.context)) asked.request = instead
    },
  ])
  chain.resolve.alias.set('@tarojs/components/dist/taro-components/taro-components.css', instead)
}

/** Writes the drawings of the icons into the script, where src/ui/show/Icon.h5.tsx asks for them. */
export function writeInDrawings(chain: Chain, webpack: Webpack): void {
  chain.plugin('iconDrawings').use(webpack.DefinePlugin, [{ iconDrawings: JSON.stringify(iconDrawings()) }])
}

interface LoaderMeta {
  extraImportForWeb: string
  execBeforeCreateWebApp: string
}

/** What Taro writes at the start of the app, without the lines that define elements. */
function withoutElements(meta: LoaderMeta): LoaderMeta {
  const without = (code: string) =>
    code
      .split('\n')
      .filter((line) => !line.includes('defineCustomElement'))
      .join('\n')
  return {
    ...meta,
    extraImportForWeb: without(meta.extraImportForWeb),
    execBeforeCreateWebApp: without(meta.execBeforeCreateWebApp),
  }
}
