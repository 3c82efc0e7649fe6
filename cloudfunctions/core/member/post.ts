import type { Grant } from '#contract/member'
import type { Instant, MemberId } from '#contract/shared/scalars'
import {
  type Aggregate,
  type Command,
  type Decision,
  owing,
  type Recorded,
  record,
} from '#core/change/aggregate'
import type { PostEffect } from '#core/change/effect'

/** A member's post at a queue: a grid's, or a tier's. What the roles say, found by queue. */
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

/** `grid:<gridId>` of a grid worker, the tier of an officer; undefined of any other role. */
export function queueOfGrant({ role, scope }: Grant): string | undefined {
  if (role === 'grid_worker' && scope?.gridId) return `grid:${scope.gridId}`
  return role === 'officer' && scope?.tier && scope.tier !== 'grid' ? scope.tier : undefined
}

/** Before the first role. */
export function newPost({ memberId, memberName, queue }: PostEffect, communityId: string): Post {
  return {
    _id: `${memberId}_${queue.replace(':', '_')}`,
    communityId,
    rev: 0,
    events: [],
    pending: [],
    wakesAt: null,
    dueAt: null,
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
  return owing(
    { ...record(post, command, held ? 'posted' : 'relieved'), held, since: command.at },
    command,
    [],
  )
}
