/** What all figures count with. */
import { lineOf, walk } from './tree.mjs'

/**
 * @typedef {object} Count
 * @property {number | undefined} now absent where there was nothing to count: the figure is broken then
 * @property {string[]} found what was counted, one line for each, with its place
 */

/** A count of everything found. */
export const listed = (found) => ({ now: found.length, found })

/** A broken count: the figure found nothing to look at, so its 0 would mean nothing. */
export const blind = (reason) => ({ now: undefined, found: [reason] })

export const app = 'cloudfunctions/app/'
export const store = 'cloudfunctions/store/'

/** The sources that stand in these folders. */
export const within = (tree, ...folders) =>
  tree.sources.filter(({ file }) => folders.some((folder) => file.startsWith(folder)))

/** Where a node stands, as `file:line`. */
export const place = ({ file, ast }, node) => `${file}:${lineOf(ast, node)}`

/** Every node of these sources for which `passes` holds, with its source. */
export function nodesOf(sources, passes) {
  const nodes = []
  for (const source of sources)
    walk(source.ast, (node) => {
      if (passes(node)) nodes.push({ source, node })
    })
  return nodes
}

/** The entries of a list, grouped by key, in the order in which the keys come first. */
export function grouped(entries, keyOf) {
  const groups = new Map()
  for (const entry of entries) {
    const key = keyOf(entry)
    if (!groups.has(key)) groups.set(key, [])
    groups.get(key).push(entry)
  }
  return groups
}
