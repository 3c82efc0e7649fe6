import type { Community } from '#contract/community'
import type { InputOf } from '#contract/operations'
import type { Answer } from '#contract/refusal'
import { communities } from '#store/collections'
import type { CommunityDocument } from '#store/shapes'
import { forgetCommunity } from './community'
import { type Context, no, yes } from './context'

/** Others may edit at the same time this often before we give up. */
const tries = 12
/** Edits remembered, so that a late repeat of one undoes nothing. */
const rememberedEdits = 50

export async function get(context: Context): Promise<Answer<Community>> {
  const { settings } = context
  const { _id, rev: _rev, teams: _teams, edits: _edits, paces: _paces, ...shown } = await latest(context)
  return yes({ ...shown, messageTemplates: settings.messageTemplates })
}

/** Replaces the parts that are given; the others stay. The first edit makes the community. */
export async function edit(
  context: Context,
  parts: InputOf<'community.edit'>,
): Promise<Answer<{ rev: number }>> {
  const { key } = context.command
  const given = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined))
  for (let attempt = 0; attempt < tries; attempt++) {
    const before = await latest(context)
    const edits = before.edits ?? []
    if (edits.includes(key)) return yes({ rev: before.rev })
    const paces = { ...before.paces, ...parts.paces }
    const next = {
      ...before,
      ...given,
      paces,
      rev: before.rev + 1,
      edits: [...edits, key].slice(-rememberedEdits),
    }
    const saved = before.rev === 0 ? await communities.insert(next) : await communities.save(before, next)
    forgetCommunity()
    if (saved) return yes({ rev: next.rev })
  }
  return no('conflict')
}

/** As it is now: the admin who has just edited it must see it. */
async function latest({ community }: Context): Promise<CommunityDocument> {
  return (await communities.get(community._id)) ?? community
}
