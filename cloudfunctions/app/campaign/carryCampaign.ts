import { type Change, causedBy, insist } from '#app/change/change'
import { loadCommunity, requestRulesOf } from '#app/community/community'
import { tellMembers } from '#app/notice/tell'
import type { Instant, MemberId } from '#contract/shared/scalars'
import {
  type CampaignPerson,
  campaignPersonId,
  decideResolveGathered,
  gatheredNotice,
} from '#core/campaign/gather'
import type { Command } from '#core/change/aggregate'
import type { GatheredEffect, ResolveGatheredEffect } from '#core/change/effect'
import { campaignPeople, requests } from '#store/collections'
import { oneOf } from '#store/words/conditions'
import { openStates } from './figures'

/** So many requests are read, and resolved beside each other, at once. */
const atOnce = 10

/** Tells those whom a gathered request is about and who have not heard of the campaign, then notes that they have. */
export async function tellGathered(effect: GatheredEffect, communityId: string, now: Instant): Promise<void> {
  const { publicationId, requestId } = effect
  const request = await requests.get(requestId)
  if (!request) return
  const { requesterId, supporters } = request
  const others = Object.keys(supporters).filter((memberId) => supporters[memberId]?.on)
  const people: MemberId[] = [requesterId, ...others.filter((memberId) => memberId !== requesterId)]
  const known = await campaignPeople.getMany(
    people.map((memberId) => campaignPersonId(publicationId, memberId)),
    { fields: ['memberId'] },
  )
  const heard = new Set(known.map(({ memberId }) => memberId))
  const fresh = people.filter((memberId) => !heard.has(memberId))
  await tellMembers(
    fresh.map((memberId) => gatheredNotice(effect, request, memberId)),
    communityId,
    now,
  )
  await campaignPeople.insertAll(
    fresh.map(
      (memberId): CampaignPerson => ({
        _id: campaignPersonId(publicationId, memberId),
        ...{ communityId, publicationId, memberId, at: now },
      }),
    ),
  )
}

/**
 * Resolves the open requests of a campaign, ten beside each other. Cut off in the middle, it goes on with those that
 * are left: each request remembers the command, so that one that was reopened meanwhile is not resolved by it again.
 */
export async function resolveGathered(
  { publicationId, words, cause, byId, byName }: ResolveGatheredEffect,
  communityId: string,
  now: Instant,
  change: Change,
): Promise<void> {
  const community = await loadCommunity(communityId)
  if (!community) return
  const rules = requestRulesOf(community)
  const command: Command = { ...causedBy(cause, now), who: byName, whoId: byId }
  // those that are resolved leave the list, which is why it is read whole before the first of them
  const ids = await openOf(publicationId)
  for (let first = 0; first < ids.length; first += atOnce) {
    const done = await Promise.all(
      ids
        .slice(first, first + atOnce)
        .map((id) =>
          change(requests, id, command, (request) =>
            decideResolveGathered(request, command, { publicationId, words }, rules),
          ),
        ),
    )
    for (const one of done) insist(one)
  }
}

/** The database gives so many documents at once. */
const most = 1000

async function openOf(campaignId: string): Promise<string[]> {
  const ids: { _id: string; state: string; filedAt: Instant }[] = []
  for (;;) {
    const next = await requests.find(
      'ofCampaign',
      { campaignId, state: oneOf(openStates) },
      { limit: most, fields: ['state', 'filedAt'], after: ids.at(-1) },
    )
    ids.push(...next)
    if (next.length < most) return ids.map(({ _id }) => _id)
  }
}
