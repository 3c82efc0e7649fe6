import type { Placed } from './screen'

/**
 * The candidate nearest to an anchor: the one whose lowest common ancestor with an anchor is deepest.
 * Undefined where two are equally near.
 */
export function nearest(candidates: Placed[], anchors: Placed[]): Placed | undefined {
  const ranked = candidates
    .map((candidate) => ({
      candidate,
      depth: Math.max(...anchors.map((anchor) => commonDepth(candidate, anchor))),
    }))
    .sort((a, b) => b.depth - a.depth)
  const [first, second] = ranked
  return first && first.depth !== second?.depth ? first.candidate : undefined
}

function commonDepth(a: Placed, b: Placed): number {
  const [left, right] = [pathTo(a), pathTo(b)]
  const split = left.findIndex((node, index) => node !== right[index])
  return split < 0 ? left.length : split
}

function pathTo({ node, ancestors }: Placed) {
  return [node, ...ancestors].reverse()
}
