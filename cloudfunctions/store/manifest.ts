import { type Index, indexesOf } from './engine/indexes'
import { collectionNames, collectionTable } from './table'

/**
 * Every collection and index, for the deployment and for the local cloud. All collections deny clients both
 * reading and writing: only the functions touch them.
 */
export const manifest: Readonly<Record<string, { readonly indexes: readonly Index[] }>> = Object.fromEntries(
  collectionNames.map((name) => [name, { indexes: indexesOf(collectionTable[name].indexes) }]),
)
