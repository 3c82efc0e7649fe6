import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { brokenCopy, copyOf, removeCopies } from '#support/weapp/brokenCopy'
import { faultsOf } from '#support/weapp/gate'

const dist = path.resolve('dist/weapp')
const firstPage: string = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')).pages[0]

afterAll(removeCopies)

const broken = (file: string, change: (text: string) => string) => brokenCopy(dist, file, change)

test('the compiled mini-program passes the gate', async () => {
  expect(await faultsOf(dist)).toEqual([])
})

describe('the gate refuses a mini-program in which', () => {
  const page = `${firstPage}.js`
  const atLoad = (code: string) => (text: string) => `${code};${text}`
  const cases: [what: string, fault: RegExp, make: () => string][] = [
    ['a tag is not closed', /wxml/, () => broken(`${firstPage}.wxml`, (text) => `${text}<view>`)],
    [
      'a template is not found',
      /not found/,
      () => broken(`${firstPage}.wxml`, (text) => text.replace('is="taro_tmpl"', 'is="taro_template"')),
    ],
    [
      'an import leads nowhere',
      /not found/,
      () => broken(`${firstPage}.wxml`, (text) => text.replace('base.wxml', 'bsae.wxml')),
    ],
    [
      'a page has no script',
      /\.js is missing/,
      () => {
        const copy = copyOf(dist)
        rmSync(path.join(copy, page))
        return copy
      },
    ],
    [
      'events have no handler',
      /does not handle the events/,
      () => broken('taro.js', (text) => text.replace(/([.{,])eh([=:])/g, '$1ehh$2')),
    ],
    [
      'code is made from a string',
      /makes code from a string/,
      () => broken(page, atLoad('new Function("return 1")()')),
    ],
    [
      'a page reads localStorage',
      /localStorage|undefined/,
      () => broken(page, atLoad('localStorage.getItem("a")')),
    ],
    ['a page calls fetch', /fetch/, () => broken(page, atLoad('fetch("/api")'))],
    [
      'a page calls an API that WeChat has not',
      /not a function/,
      () => broken(page, atLoad('wx.chooseMedium({})')),
    ],
    [
      'a built-in is newer than the oldest phone',
      /not a function/,
      () => broken(page, atLoad('Object.hasOwn({}, "a")')),
    ],
    [
      'the main package is too heavy',
      /budget/,
      () => broken(page, (text) => `${text}//${'x'.repeat(900 * 1024)}`),
    ],
  ]
  test.each(cases)(
    '%s',
    async (_what, fault, make) => {
      expect((await faultsOf(make())).join('\n')).toMatch(fault)
    },
    300_000,
  )
})
