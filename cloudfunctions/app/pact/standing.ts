import { type Context, no } from '#app/call/context'
import type { Refusal } from '#contract/shared/refusal'
import { isStanding, type Publication } from '#core/publication/publication'
import { publications } from '#store/collections'

type Found = { pact: Publication; refusal?: undefined } | { refusal: Refusal; pact?: undefined }

/** A pact that everybody reads, whether or not it still stands. */
export async function pactOf({ community }: Context, publicationId: string): Promise<Found> {
  const pact = await publications.get(publicationId)
  const isPact = pact?.kind === 'pact' && pact.communityId === community._id && pact.edition > 0
  return isPact ? { pact } : { refusal: no('not_found') }
}

/** A pact that stands. */
export async function standingPact(context: Context, publicationId: string): Promise<Found> {
  const found = await pactOf(context, publicationId)
  if (found.pact && !isStanding(found.pact, context.command.at)) return { refusal: no('publication_over') }
  return found
}
