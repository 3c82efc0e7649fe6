import type { PublicationContent } from '#contract/publication'
import type { MemberId } from '#contract/shared/scalars'
import { type Command, withEffects, withEvent } from '#core/change/aggregate'
import type { Effect } from '#core/change/effect'
import { editionHash, partsChanged } from './edition'
import { leadOf, type Publication } from './publication'

/** Who acts, as staff. */
export interface Writer {
  _id: MemberId
  name: string
}

/** It waits for a second word; what stands stays. */
export function proposed(
  publication: Publication,
  command: Command,
  content: PublicationContent,
  writer: Writer,
): { next: Publication } {
  const next: Publication = {
    ...withEvent(publication, command, 'proposed'),
    proposed: { content, byId: writer._id, byName: writer.name, at: command.at },
    returned: null,
  }
  return withEffects(next, command, [], next.wakesAt)
}

/** The present edition is the next one; it is owed to `editions`. */
export function published(
  publication: Publication,
  command: Command,
  content: PublicationContent,
  writer: Writer,
  approver?: Writer,
): { next: Publication } {
  const { _id: publicationId, kind, edition: last, hash: before } = publication
  const edition = last + 1
  const hash = editionHash({ publicationId, edition, kind, content }, before)
  const next: Publication = {
    ...withEvent(publication, command, 'published'),
    state: 'published',
    content,
    lead: leadOf(content),
    edition,
    hash,
    at: command.at,
    pinnedUntil: content.pinnedUntil ?? 0,
    writerId: writer._id,
    writerName: writer.name,
    proposed: null,
    returned: null,
  }
  const effect: Effect = {
    effect: 'edition',
    publicationId,
    edition,
    kind,
    content,
    hash,
    at: command.at,
    writerId: writer._id,
    writerName: writer.name,
    ...(approver && { approverId: approver._id, approverName: approver.name }),
    ...(last > 0 && { changed: partsChanged(publication.content, content) }),
  }
  return withEffects(next, command, [effect], content.validTo ?? null)
}
