import { raw } from '#store/engine/raw'
import { above } from '#store/words/conditions'
import type { SealedField } from './sealedFields'

/** A page of documents that have a sealed field, in the order of ids, after this id. */
export const walkSealed = (
  { collection }: SealedField,
  after: string,
  limit: number,
): Promise<{ _id: string }[]> => raw(collection).read({ _id: above(after) }, ['_id', 1], limit)

/** Replaces a sealed text where it is still the text that was read. */
export async function replaceText(
  { collection }: SealedField,
  id: string,
  path: string,
  [text, fresh]: readonly [string, string],
): Promise<void> {
  await raw(collection).write({ _id: id, [path]: text }, { [path]: fresh })
}
