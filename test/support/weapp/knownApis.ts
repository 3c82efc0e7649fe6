import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

let names: ReadonlySet<string> | undefined

/**
 * Every member of `wx` in WeChat's own typings. It tells an API that the harness does not answer (which is an
 * error) from one that does not exist (undefined, as on a phone).
 */
export function knownApis(): ReadonlySet<string> {
  if (names) return names
  const typings = path.dirname(createRequire(__filename).resolve('miniprogram-api-typings/package.json'))
  const file = path.join(typings, 'types', 'wx', 'lib.wx.api.d.ts')
  const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const start = source.indexOf('interface Wx {')
  const members = source
    .slice(start, source.indexOf('\n    }\n', start))
    .matchAll(/^ {8}([a-zA-Z]\w*)\s*[(<:]/gm)
  names = new Set([...members].map(([, name]) => name as string))
  if (names.size < 400)
    throw new Error('miniprogram-api-typings has changed its layout: knownApis cannot read it.')
  return names
}
