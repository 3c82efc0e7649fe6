import type { Grant } from '#contract/member'
import type { Instant, MemberId } from '#contract/shared/scalars'
import {
  type Aggregate,
  type Command,
  type Decision,
  type Recorded,
  unwritten,
  withEffects,
  withEvent,
} from '#core/change/aggregate'
import type { PostEffect } from '#core/change/effect'

/**
 * A member's post at a queue, of a grid or a tier. It repeats what the roles say, so that it can be found by
 * queue.
 */
export interface Post extends Aggregate {
  /** `<memberId>_<queue>`, with `_` for the colon. */
  _id: string
  memberId: MemberId
  memberName: string
  queue: string
  held: boolean
  since: Instant
  events: Recorded<'posted' | 'relieved'>[]
}

/**
 * The queue of a role: `grid:<gridId>` for a grid worker, the tier for an officer; undefined for any other
 * role.
 */
export function queueOfGrant({ role, scope }: Grant): string | undefined {
  if (role === 'grid_worker' && scope?.gridId) return `grid:${scope.gridId}`
  return role === 'officer' && scope?.tier && scope.tier !== 'grid' ? scope.tier : undefined
}

/** A post before the first role. */
export function newPost({ memberId, memberName, queue }: PostEffect, communityId: string): Post {
  return {
    _id: `${memberId}_${queue.replace(':', '_')}`,
    communityId,
    ...unwritten(),
    memberId,
    memberName,
    queue,
    held: false,
    since: 0,
  }
}

/** Follows a role that was given or taken. */
export function decidePost(post: Post, command: Command, { held }: PostEffect): Decision<Post> {
  if (post.held === held) return { next: post }
  return withEffects(
    { ...withEvent(post, command, held ? 'posted' : 'relieved'), held, since: command.at },
    command,
    [],
  )
}
