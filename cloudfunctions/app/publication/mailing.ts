import { tellMembers } from '#app/notice/tell'
import type { MailingEffect } from '#core/change/effect'
import { editionId } from '#core/publication/edition'
import { urgentNotice } from '#core/publication/mailing'
import { concerns } from '#core/publication/news'
import { allowances, mailings, members, publications } from '#store/collections'
import type { Mailing } from '#store/rows/publication'
import { above } from '#store/words/conditions'

/** So many who allowed a message are told in one step. */
const atOnce = 100

/** Puts an urgent bulletin on its way. Doing it again changes nothing. */
export async function beginMailing(
  { publicationId, edition, title, audience, until }: MailingEffect,
  communityId: string,
  now: number,
): Promise<void> {
  await mailings.insert({
    ...{
      _id: editionId(publicationId, edition),
      communityId,
      publicationId,
      title,
      until,
      audience: audience ?? null,
    },
    ...{ cursor: null, dueAt: now },
  })
}

/**
 * Tells the next of those who have allowed a message of this template and whom the bulletin concerns; nobody else
 * costs a write. It ends with the last of them, with the bulletin, or where there is no such template.
 */
export async function mailOn(mailing: Mailing, templateId: string | undefined): Promise<void> {
  const { _id, communityId, publicationId, until, cursor } = mailing
  const now = Date.now()
  const audience = mailing.audience ?? undefined
  const publication = await publications.get(publicationId)
  if (templateId === undefined || publication?.state !== 'published' || until <= now) return end(_id)
  const { items, nextCursor } = await allowances.page(
    'ofTemplate',
    { communityId, templateId, balance: above(0) },
    { cursor: cursor ?? undefined, limit: atOnce, fields: ['memberId'] },
  )
  const there = await members.getMany(
    items.map(({ memberId }) => memberId),
    { fields: ['state', 'gridId', 'estateId'] },
  )
  const told = there.filter((member) => member.state === 'verified' && concerns(audience, member))
  await tellMembers(
    told.map(({ _id: to }) => urgentNotice(mailing, to)),
    communityId,
    now,
  )
  if (nextCursor === undefined) return end(_id)
  await mailings.update({ _id }, { cursor: nextCursor, dueAt: now })
}

const end = async (_id: string): Promise<void> => {
  await mailings.remove(_id)
}
