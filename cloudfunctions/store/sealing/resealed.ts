import { raw } from '#store/engine/raw'
import { above } from '#store/words/conditions'
import type { SealedField } from './sealedFields'

/** Documents with a sealed field, in the order of ids, from behind this one. */
export const walkSealed = (
  { collection }: SealedField,
  after: string,
  limit: number,
): Promise<{ _id: string }[]> => raw(collection).read({ _id: above(after) }, ['_id', 1], limit)

/** Puts a text in the place of another, where that is still the one which was read. */
export async function replaceText(
  { collection }: SealedField,
  id: string,
  path: string,
  [text, fresh]: readonly [string, string],
): Promise<void> {
  await raw(collection).write({ _id: id, [path]: text }, { [path]: fresh })
}
