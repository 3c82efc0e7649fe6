import { type Asker, type Context, hasOneOf, no, yes } from '#app/call/context'
import { pactShown } from '#app/pact/shown'
import type {
  EditionLine,
  PublicationCard,
  PublicationDetail,
  publicationEditions,
  publicationGet,
  publicationList,
} from '#contract/publication'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import { editionId } from '#core/publication/edition'
import { publicationCardFields, publicationCardOf, publicationDetailOf } from '#core/publication/view'
import { editions, publications } from '#store/collections'
import { above } from '#store/words/conditions'

/** Who writes what stands written. */
export const writers = ['admin', 'coordinator', 'officer'] as const

export const isWriter = (context: Asker): boolean => hasOneOf(context, writers)

/** Who may say how it is at a station: staff, and volunteers, who are verified. */
export const sayers = ['admin', 'volunteer', 'team_leader', 'coordinator', 'grid_worker', 'officer'] as const

const isSayer = (context: Asker): boolean => hasOneOf(context, sayers)

const stateOf = { published: 'published', retired: 'retired', drafts: 'draft', waiting: 'waiting' } as const

/** Lists what stands, for everybody; what nobody else reads yet, for those who write. */
export async function list(
  context: Context,
  { kind, when = 'published', cursor, limit = 20 }: Input<typeof publicationList>,
): Promise<Answer<Page<PublicationCard>>> {
  const { community, command } = context
  if ((when === 'drafts' || when === 'waiting') && !isWriter(context)) return no('forbidden')
  const listing = { cursor, limit, fields: publicationCardFields }
  // a draft that was thrown away was never read
  const read = when === 'retired' ? { edition: above(0) } : {}
  const where = { communityId: community._id, state: stateOf[when], ...read }
  const page =
    kind === undefined
      ? await publications.page('listed', where, listing)
      : await publications.page('listedOfKind', { ...where, kind }, listing)
  return yes({ ...page, items: page.items.map((one) => publicationCardOf(one, command.at)) })
}

/** Shows one to anybody, in its present edition or in an older one. */
export async function get(
  context: Context,
  { publicationId, edition }: Input<typeof publicationGet>,
): Promise<Answer<PublicationDetail>> {
  const { community, command, identity } = context
  const [publication, asked] = await Promise.all([
    publications.get(publicationId),
    edition === undefined ? undefined : editions.get(editionId(publicationId, edition)),
  ])
  const reader = { memberId: identity.member?._id, writes: isWriter(context), says: isSayer(context) }
  if (!publication || publication.communityId !== community._id) return no('not_found')
  if (publication.edition === 0 && !reader.writes) return no('not_found')
  if (edition !== undefined && !asked) return no('not_found')
  const detail = publicationDetailOf(publication, asked, reader, command.at)
  if (publication.kind !== 'pact' || detail.edition === 0) return yes(detail)
  return yes({ ...detail, pact: await pactShown(context, publication, detail.edition, reader) })
}

/** Lists the editions of one, the latest first. */
export async function editionList(
  { community }: Context,
  { publicationId, cursor, limit = 20 }: Input<typeof publicationEditions>,
): Promise<Answer<Page<EditionLine>>> {
  const publication = await publications.get(publicationId)
  if (!publication || publication.communityId !== community._id || publication.edition === 0)
    return no('not_found')
  const page = await editions.page(
    'ofPublication',
    { publicationId },
    { cursor, limit, fields: ['edition', 'hash', 'at', 'changed'] },
  )
  const items = page.items.map(
    ({ edition, hash, at, changed }): EditionLine => ({ edition, hash, at, ...(changed && { changed }) }),
  )
  return yes({ ...page, items })
}
