import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import type { ChunkGraph, Module } from 'webpack'
import { ariaAttributes } from './ariaAttributes'
import { beginInSteps, leaveOutTaroElements, writeInDrawings } from './browser'
import { H5ManifestPlugin } from './h5Manifest'
import { ShortNamesPlugin } from './shortNamesPlugin'

const root = path.resolve(__dirname, '..')

/**
 * What Babel must compile down to the browserslist beside `src/`: our own `contract/`, and the npm packages
 * with modern syntax. Taro compiles nothing else, and an uncompiled `?.` or `#private` breaks old phones,
 * although the build passes. Name each new package here.
 */
const transpiled = {
  include: [
    path.join(root, 'contract'),
    path.join(root, 'config', 'ariaAttributes.ts'),
    path.join(root, 'config', 'ariaRuntime.ts'),
    path.join(root, 'config', 'leanRuntime.ts'),
    path.join(root, 'config', 'onlyNew.ts'),
    path.join(root, 'config', 'shortNames.ts'),
    (file: string) => /[\\/]node_modules[\\/](valibot)[\\/]/.test(file),
  ],
}

/**
 * The aliases of the client's rooms; behind them Taro finds `X.h5.tsx` beside `X.tsx`, as behind a relative
 * path.
 */
const rooms = Object.fromEntries(
  ['ui', 'cloud', 'text', 'features', 'routes', 'clock'].map((room) => [
    `#${room}`,
    path.join(root, 'src', room),
  ]),
)

/** We write px and scale text by CSS variables; Taro must not turn px into rpx or rem. */
const pxtransform = { enable: false, config: {} }

/**
 * WeChat forbids code from strings. Webpack's own helper for `global` falls back to `new Function`, so
 * `global` is written out here and the helper is not in the package.
 */
const globalWithoutEval = '(typeof globalThis === "object" ? globalThis : undefined)'

/** Modules that so many pages of the page build use, and the first page does not, go into one file. */
const sharedByPages = 8

const firstPage = './pages/home'

/** Whether the first page of the page build uses a module. */
const isOfFirstPage = (module: Module, { chunkGraph }: { chunkGraph: ChunkGraph }): boolean =>
  [...chunkGraph.getModuleChunksIterable(module)].some((chunk) =>
    [...chunk.groupsIterable].some(({ origins }) => origins.some(({ request }) => request === firstPage)),
  )

/**
 * Shares modules between pages; otherwise every page has its own copy of the interface parts, the transport and the
 * texts. What the first page needs of them is one file, so that it brings nothing that only later pages use.
 */
function shareParts(chain: { optimization: { merge(options: object): unknown } }) {
  const shared = { chunks: 'async', enforce: true }
  chain.optimization.merge({
    splitChunks: {
      cacheGroups: {
        first: { ...shared, name: 'first', test: isOfFirstPage, minChunks: 2, priority: 30 },
        parts: { ...shared, name: 'parts', minChunks: sharedByPages, priority: 20 },
      },
    },
  })
}

/** Taro's minifier, Terser's plugin for webpack, as webpack-chain holds it. */
interface Minimizer {
  get(name: 'plugin'): { swcMinify: unknown }
  tap(change: (args: object[]) => object[]): unknown
}

/**
 * A release is minified by swc: the same plugin, in a fraction of Terser's time. It brings in no syntax that
 * Babel has not left, and has the names and characters that Taro's own settings keep.
 */
function minifyBySwc(
  chain: { optimization: { minimizer(name: string): Minimizer } },
  { asciiOnly = false, keepNames = false } = {},
) {
  if (process.env.NODE_ENV !== 'production') return
  const minimizer = chain.optimization.minimizer('terserPlugin')
  const { swcMinify } = minimizer.get('plugin')
  minimizer.tap(() => [
    {
      minify: swcMinify,
      parallel: false,
      extractComments: false,
      terserOptions: {
        ecma: 5,
        compress: { ecma: 5, arrows: false, keep_fnames: keepNames },
        mangle: { keep_fnames: keepNames },
        format: { comments: false, ascii_only: asciiOnly },
      },
    },
  ])
}

/** The picture of what is passed on lies in each package that passes something on: a package reads its own files alone. */
const forwardPictures = ['activity', 'team', 'request', 'certificate', 'vacancy', 'publication'].map(
  (name) => ({
    from: 'src/theme/forward.png',
    to: `dist/weapp/packages/${name}/forward.png`,
  }),
)

export default defineConfig<'webpack5'>(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'linli-shouwang',
    date: '2025-01-01',
    designWidth: 375,
    deviceRatio: { 375: 2, 750: 1 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    framework: 'react',
    ...(process.env.TARO_ENV === 'weapp' && { copy: { patterns: forwardPictures, options: {} } }),
    alias: rooms,
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // only for a watch: a release that was built over an older cache had pages without their modules
    cache: { enable: process.env.NODE_ENV === 'development' },
    plugins: [
      [path.join(__dirname, 'ariaPlugin.ts'), { attributes: ariaAttributes }],
      path.join(__dirname, 'leanPlugin.ts'),
    ],
    mini: {
      compile: transpiled,
      postcss: { pxtransform },
      webpackChain(chain, webpack) {
        minifyBySwc(chain, { asciiOnly: true })
        chain.merge({ node: { global: false } })
        chain.plugin('shortNames').use(ShortNamesPlugin)
        chain.plugin('globalWithoutEval').use(webpack.DefinePlugin, [{ global: globalWithoutEval }])
      },
    },
    h5: {
      compile: transpiled,
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: {
        filename: 'js/[name].[contenthash:8].js',
        chunkFilename: 'js/[name].[contenthash:8].js',
      },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { pxtransform, autoprefixer: { enable: true, config: {} } },
      devServer: {
        // this machine alone: the way to the local cloud signs anybody in
        host: '127.0.0.1',
        port: 10087,
        open: false,
        // the watch serves the pages; every other path goes to the local cloud
        proxy: [
          {
            context: ['/api', '/local', '/healthz'],
            target: `http://127.0.0.1:${process.env.PORT ?? 10086}`,
          },
        ],
      },
      webpackChain(chain, webpack) {
        chain.performance.hints(false) // scripts/size.mjs keeps the budget
        minifyBySwc(chain, { keepNames: true })
        shareParts(chain)
        beginInSteps(chain)
        leaveOutTaroElements(chain, webpack)
        writeInDrawings(chain, webpack)
        chain.plugin('manifest').use(H5ManifestPlugin)
      },
    },
  }
  return config
})
