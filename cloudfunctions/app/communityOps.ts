import type { Community } from '#contract/community'
import type { InputOf } from '#contract/operations'
import type { Answer } from '#contract/refusal'
import { communities } from '#store/collections'
import type { CommunityDocument } from '#store/shapes'
import { forgetCommunity } from './community'
import { type Context, no, yes } from './context'

export async function get({ community, settings }: Context): Promise<Answer<Community>> {
  const { _id, rev: _rev, teams: _teams, ...shown } = community
  return yes({ ...shown, messageTemplates: settings.messageTemplates })
}

/** Replaces the parts that are given; the others stay. The first edit makes the community. */
export async function edit(
  context: Context,
  parts: InputOf<'community.edit'>,
): Promise<Answer<{ rev: number }>> {
  const { community } = context
  const given = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined))
  const next: CommunityDocument = { ...community, ...given, rev: community.rev + 1 }
  const saved = community.rev === 0 ? await communities.insert(next) : await communities.save(community, next)
  forgetCommunity()
  return saved ? yes({ rev: next.rev }) : no('conflict')
}
