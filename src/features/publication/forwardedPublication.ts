import type { Community } from '#contract/community'
import type { PublicationCard } from '#contract/publication'
import { publicationDetail } from '#routes'
import { publicationText as words } from '#text/publication/publication'
import type { Forwarded } from '#ui/forward/forwarded'

/** What is passed on of what stands written: what everybody may read. */
export function forwardedPublication(
  publication: PublicationCard,
  { name: issuer }: Pick<Community, 'name'>,
): Forwarded {
  const { publicationId, title, lead, state } = publication
  const over = state === 'retired'
  return {
    title: over ? words.forwardOver(title) : words.forward(publication),
    path: publicationDetail(publicationId),
    picture: { title, lines: [over ? words.over : lead], issuer },
    moments: true,
  }
}
