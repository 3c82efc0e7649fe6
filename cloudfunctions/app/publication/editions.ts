import type { EditionEffect } from '#core/change/effect'
import { editionId } from '#core/publication/edition'
import { editions } from '#store/collections'

/** Keeps an edition as it was published. One that is there already stays as it is. */
export async function keepEdition(
  { effect: _, ...edition }: EditionEffect,
  communityId: string,
): Promise<void> {
  await editions.insert({ _id: editionId(edition.publicationId, edition.edition), communityId, ...edition })
}
