import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { ariaAttributes } from './ariaAttributes'
import { H5ManifestPlugin } from './h5Manifest'

const root = path.resolve(__dirname, '..')

/**
 * What Babel must bring down to the browserslist, beside `src/`: our own `contract/` and the npm packages
 * that ship modern syntax. Taro transpiles nothing else, and an untranspiled `?.` or `#private` either
 * breaks old phones or is corrupted by the H5 minifier while the build passes. Name each new one here.
 */
const transpiled = {
  include: [
    path.join(root, 'contract'),
    path.join(root, 'config', 'ariaAttributes.ts'),
    path.join(root, 'config', 'ariaRuntime.ts'),
    (file: string) => /[\\/]node_modules[\\/](valibot)[\\/]/.test(file),
  ],
}

/** The client's rooms; Taro then finds `X.h5.tsx` beside `X.tsx` as it does behind a relative path. */
const rooms = Object.fromEntries(
  ['ui', 'cloud', 'text', 'features', 'routes'].map((room) => [`#${room}`, path.join(root, 'src', room)]),
)

/** We write px and scale text by CSS variables; Taro must not turn px into rpx or rem. */
const pxtransform = { enable: false, config: {} }

/**
 * WeChat forbids code from strings. Webpack's own helper for `global` falls back to `new Function`,
 * so `global` is spelled out here and that helper never enters the package.
 */
const globalWithoutEval = '(typeof globalThis === "object" ? globalThis : undefined)'

/** What most pages of the page build use goes into one file; a page that is opened later brings only its own. */
const sharedByPages = 8

/** Without it every page carries the interface parts, the way to the cloud and the words again. */
function shareParts(chain: { optimization: { merge(options: object): unknown } }) {
  chain.optimization.merge({
    splitChunks: {
      cacheGroups: {
        parts: { name: 'parts', chunks: 'async', minChunks: sharedByPages, priority: 20, enforce: true },
      },
    },
  })
}

export default defineConfig<'webpack5'>(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'linli-shouwang',
    date: '2025-01-01',
    designWidth: 375,
    deviceRatio: { 375: 2, 750: 1 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    framework: 'react',
    alias: rooms,
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // Only while watching: a release built over an older cache had pages whose modules were missing.
    cache: { enable: process.env.NODE_ENV === 'development' },
    plugins: [[path.join(__dirname, 'ariaPlugin.ts'), { attributes: ariaAttributes }]],
    mini: {
      compile: transpiled,
      postcss: { pxtransform },
      webpackChain(chain, webpack) {
        chain.merge({ node: { global: false } })
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
        port: 10087,
        open: false,
        // Pages come from here while one works on them; everything else is the local cloud's.
        proxy: [
          {
            context: ['/api', '/local', '/healthz'],
            target: `http://127.0.0.1:${process.env.PORT ?? 10086}`,
          },
        ],
      },
      webpackChain(chain) {
        chain.performance.hints(false) // scripts/size.mjs keeps the budget
        shareParts(chain)
        chain.plugin('manifest').use(H5ManifestPlugin)
      },
    },
  }
  return config
})
