import type { Context, MemberContext } from '#app/call/context'
import { mostPinned, newsSince } from '#core/publication/news'
import { publications } from '#store/collections'
import { above } from '#store/words/conditions'

/** So many are looked at for those that concern somebody. */
const latest = 12

export const newsFields = [
  'kind',
  'state',
  'lead',
  'at',
  'edition',
  'pinnedUntil',
  'content.title',
  'content.audience',
  'content.validTo',
  'content.urgent',
] as const

/** The latest publications, and those that are pinned, to be asked for with others. */
export const findingNews = ({ community: { _id: communityId }, command: { at } }: Context) => ({
  newest: publications.finding(
    'listed',
    { communityId, state: 'published' },
    { limit: latest, fields: newsFields },
  ),
  pinned: publications.finding(
    'pinned',
    { communityId, state: 'published', pinnedUntil: above(at) },
    { limit: mostPinned, fields: newsFields, backwards: true },
  ),
})

/** What was published since the member last said that they know it, to be asked for with others. */
export const findingFresh = ({ member, command: { at } }: MemberContext) =>
  publications.finding(
    'listed',
    { communityId: member.communityId, state: 'published', at: above(newsSince(member, at)) },
    { limit: latest, fields: newsFields },
  )
