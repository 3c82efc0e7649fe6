import type { Instant } from '#contract/shared/scalars'
import {
  type Activity,
  type ActivityContent,
  newActivity,
  type PlannedSession,
} from '#core/activity/activity'
import { decidePublish, decideSaveDraft } from '#core/activity/decide'
import { commandAt, yes } from './commands'
import { dayMs, hourMs, mondayNine } from './time'

export function aSession(
  sessionId: string,
  from: Instant,
  more: Partial<PlannedSession> = {},
): PlannedSession {
  return { sessionId, from, to: from + 2 * hourMs, capacity: 30, shifts: [], cancelled: false, ...more }
}

/** 包粽子 on the Monday after next; sign-up closes two days before. */
export function someContent(more: Partial<ActivityContent> = {}): ActivityContent {
  const from = mondayNine + 7 * dayMs
  return {
    kind: 'festival',
    title: '端午节包粽子',
    summary: '糯米、粽叶都备好了。',
    place: '妇女之家',
    sessions: [aSession('s_1', from)],
    signup: {
      opensAt: mondayNine + dayMs,
      closesAt: from - 2 * dayMs,
      rule: 'first_come',
      partyMax: 4,
      audience: null,
    },
    subsidyFen: null,
    festival: 'dragon_boat',
    ...more,
  }
}

const coordinator = { _id: 'm_zhao', communityId: 'tubengkan' }

export function aDraft(more: Partial<ActivityContent> = {}, at: Instant = mondayNine): Activity {
  const content = someContent(more)
  return yes(decideSaveDraft(newActivity('a_1', coordinator, content, at), commandAt(at, 'draft'), content))
}

export const aPublished = (more: Partial<ActivityContent> = {}, at: Instant = mondayNine): Activity =>
  yes(decidePublish(aDraft(more, at), commandAt(at, 'publish')))
