/** An index; `_id` is always its last tie-break and need not be named. Fields may be dotted paths. */
export interface IndexSpec {
  readonly name: string
  readonly keys: readonly (readonly [field: string, direction: 1 | -1])[]
  /** A missing field counts as null, so two documents without the field are duplicates. */
  readonly unique?: boolean
}

/** Every collection of the application with its indexes; CloudBase is deployed with the same list. */
export type Manifest = Readonly<Record<string, { readonly indexes: readonly IndexSpec[] }>>

/** Refuses names that cannot be an SQL identifier or a JSON path. */
export function checkManifest(manifest: Manifest) {
  for (const [collection, { indexes }] of Object.entries(manifest)) {
    if (!isCollectionName(collection)) throw new Error(`"${collection}" is not a collection name.`)
    const names = indexes.map(({ name }) => name)
    const twice = names.find((name, i) => names.indexOf(name) !== i)
    if (twice) throw new Error(`Collection ${collection} has two indexes called ${twice}.`)
    for (const { name, keys } of indexes) {
      const bad = [name, ...keys.map(([field]) => field)].find((part) => !/^[A-Za-z_][\w.-]*$/.test(part))
      if (bad !== undefined || keys.length === 0) {
        throw new Error(`Index ${name} of ${collection} needs fields with plain names.`)
      }
    }
  }
}

export const isCollectionName = (name: unknown): name is string =>
  typeof name === 'string' && /^[A-Za-z_][\w-]{0,127}$/.test(name)
