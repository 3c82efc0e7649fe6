import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { nameAt } from '../../../config/shortNames'

const table = path.resolve('dist/weapp.names.json')
const names: string[] = existsSync(table) ? JSON.parse(readFileSync(table, 'utf8')) : []
const long = new Map(names.map((name, place) => [nameAt(place), name]))

/** The class names of the sources, for the short ones of the compiled mini-program. */
export const longNames = (classes = ''): string =>
  classes
    .split(' ')
    .map((name) => long.get(name) ?? name)
    .join(' ')

/** The short name of a class of the sources. */
export const shortName = (name: string): string => nameAt(names.indexOf(name))
