/** What every figure counts with. */
import { lineOf, walk } from './tree.mjs'

/**
 * @typedef {object} Count
 * @property {number | undefined} now absent where the figure found nothing it could count: it is broken then
 * @property {string[]} found what was counted, a line for each, with its place
 */

/** Everything that was found counts one. */
export const listed = (found) => ({ now: found.length, found })

/** The figure sees nothing to count, so that it can promise nothing. */
export const blind = (reason) => ({ now: undefined, found: [reason] })

export const app = 'cloudfunctions/app/'
export const store = 'cloudfunctions/store/'

/** The sources that stand in these folders. */
export const within = (tree, ...folders) =>
  tree.sources.filter(({ file }) => folders.some((folder) => file.startsWith(folder)))

/** Where a node stands, as `file:line`. */
export const place = ({ file, ast }, node) => `${file}:${lineOf(ast, node)}`

/** Every node of these sources that passes, with its source. */
export function nodesOf(sources, passes) {
  const nodes = []
  for (const source of sources)
    walk(source.ast, (node) => {
      if (passes(node)) nodes.push({ source, node })
    })
  return nodes
}

/** The entries of a list under their key, in the order of their first. */
export function grouped(entries, keyOf) {
  const groups = new Map()
  for (const entry of entries) {
    const key = keyOf(entry)
    if (!groups.has(key)) groups.set(key, [])
    groups.get(key).push(entry)
  }
  return groups
}
