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
export function putForward(
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

/** An urgent bulletin sends messages once, and not again when it is mended. */
function mailingOf({ _id: publicationId, edition, content }: Publication, sentBefore: boolean): Effect[] {
  const { urgent, title, audience, validTo } = content
  if (!urgent || sentBefore || validTo === undefined) return []
  return [{ effect: 'mailing', publicationId, edition, title, ...(audience && { audience }), until: validTo }]
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
  const changed = last > 0 ? partsChanged(publication.content, content) : []
  const next: Publication = {
    ...withEvent(publication, command, 'published'),
    state: 'published',
    changed,
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
    ...(last > 0 && { changed }),
  }
  const mailing = mailingOf(next, last > 0 && publication.content.urgent === true)
  return withEffects(next, command, [effect, ...mailing], content.validTo ?? null)
}
