import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { brokenCopy, copyOf, removeCopies, rewrite } from '#support/weapp/brokenCopy'
import { checks, faultsOf, routesOf } from '#support/weapp/gate'

const dist = path.resolve('dist/weapp')
const firstPage: string = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')).pages[0]

afterAll(removeCopies)

const broken = (file: string, change: (text: string) => string) => brokenCopy(dist, file, change)

test('the compiled mini-program passes the gate', async () => {
  expect(await faultsOf(dist)).toEqual([])
})

/** Each case is one copy with one fault, shown to the check whose kind it is. */
describe('the gate refuses a mini-program in which', () => {
  const page = `${firstPage}.js`
  const cases: [what: string, check: keyof typeof checks, fault: RegExp, make: () => string][] = [
    [
      'a tag is not closed',
      'wxmlFaults',
      /wxml/,
      () => broken(`${firstPage}.wxml`, (text) => `${text}<view>`),
    ],
    [
      'a template is not found',
      'wxmlFaults',
      /not found/,
      () => broken(`${firstPage}.wxml`, (text) => text.replace('is="taro_tmpl"', 'is="taro_template"')),
    ],
    [
      'an import leads nowhere',
      'wxmlFaults',
      /not found/,
      () => broken(`${firstPage}.wxml`, (text) => text.replace('base.wxml', 'bsae.wxml')),
    ],
    [
      'a page has no script',
      'missingFiles',
      /\.js is missing/,
      () => {
        const copy = copyOf(dist)
        rmSync(path.join(copy, page))
        return copy
      },
    ],
    [
      'events have no handler',
      'runtimeFaults',
      /does not handle the events/,
      () => broken('taro.js', (text) => text.replace(/([.{,])eh([=:])/g, '$1ehh$2')),
    ],
    [
      'code is made from a string',
      'forbiddenCode',
      /makes code from a string/,
      () => broken(page, (text) => `new Function("return 1")();${text}`),
    ],
    [
      'the main package is too heavy',
      'overweight',
      /budget/,
      () => broken(page, (text) => `${text}//${'x'.repeat(900 * 1024)}`),
    ],
  ]
  test.each(cases)('%s', async (_what, check, fault, make) => {
    expect((await checks[check](make())).join('\n')).toMatch(fault)
  })
})

/** One copy for all: every case spoils a page of its own, and its fault names that page. */
describe('the gate refuses a mini-program in which a page', () => {
  const cases: [what: string, fault: RegExp, code: string][] = [
    ['reads localStorage', /localStorage|undefined/, 'localStorage.getItem("a")'],
    ['calls fetch', /fetch/, 'fetch("/api")'],
    ['calls an API that WeChat has not', /not a function/, 'wx.chooseMedium({})'],
    ['needs a built-in newer than the oldest phone', /not a function/, 'Object.hasOwn({}, "a")'],
    [
      'makes code from a string',
      /Code generation from strings/,
      'Function.prototype.constructor("return 1")()',
    ],
  ]
  const spoilt = routesOf(dist).slice(0, cases.length)
  let faults: string[]

  beforeAll(async () => {
    const copy = copyOf(dist)
    cases.forEach(([, , code], index) => {
      rewrite(copy, `${spoilt[index]}.js`, (text) => `${code};${text}`)
    })
    faults = await checks.runtimeFaults(copy)
  })

  test.each(cases.map(([what, fault], index) => [what, fault, index] as const))(
    '%s',
    (_what, fault, index) => {
      const ofPage = faults.filter((each) => each.startsWith(`${spoilt[index]}: `))
      expect(ofPage).toEqual([expect.stringMatching(fault)])
    },
  )

  test('and no other page', () => {
    expect(faults).toHaveLength(cases.length)
  })
})
