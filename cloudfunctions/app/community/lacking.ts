import { type Context, yes } from '#app/call/context'
import { templatesOf } from '#app/notice/templates'
import type { Lacking } from '#contract/community'
import type { Answer } from '#contract/shared/refusal'
import { lackingOf } from '#core/community/lacking'
import { members } from '#store/collections'
import { oneOf } from '#store/words/conditions'

/** A community has a few dozen people in office. */
const mostOffices = 500

/** Says what an administrator has not seen to yet. */
export async function lacking({ community, identity, settings }: Context): Promise<Answer<Lacking>> {
  const office = oneOf(['grid_worker', 'team_leader', 'coordinator', 'officer'])
  const officers = await members.find(
    'byState',
    { communityId: community._id, state: 'verified', 'roles.role': office },
    { limit: mostOffices, fields: ['roles'] },
  )
  return yes(
    lackingOf(community, {
      registered: identity.member !== undefined,
      granted: officers.flatMap(({ roles }) => roles),
      messageTemplates: Object.keys(templatesOf(community, settings)).length > 0,
    }),
  )
}
