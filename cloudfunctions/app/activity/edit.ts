import { type MemberContext, no, yes } from '#app/call/context'
import { derivedId } from '#app/call/ids'
import type { Changed } from '#app/change/change'
import { newDrawSeed } from '#app/session/drawSeed'
import type {
  activityCancel,
  activityCopy,
  activityEdit,
  activityPublish,
  activitySaveDraft,
  Published,
} from '#contract/activity'
import type { Input } from '#contract/shared/operation'
import { type Answer, type Refusal, refuse, refuseDates } from '#contract/shared/refusal'
import { dayOf } from '#contract/shared/wallClock'
import { type Activity, type ActivityContent, newActivity } from '#core/activity/activity'
import { copyContent } from '#core/activity/copy'
import { type DatesFault, datesFault } from '#core/activity/dates'
import {
  decideCancelActivity,
  decideEdit,
  decidePublish,
  decideSaveDraft,
  editedContent,
} from '#core/activity/decide'
import { activities } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { raise, takenIn } from './align'
import { continued, plannedContent, plannedSessions, plannedSignup, publishedOf, UnknownPart } from './plan'
import { fallsOf } from './templates'

const answerOf = (changed: Changed<Activity>): Answer<Published> =>
  changed.refusal ?? yes(publishedOf(changed.state))

/** The same; a refusal of dates names those in question. */
function namedAnswerOf(changed: Changed<Activity>, fault: DatesFault | undefined): Answer<Published> {
  const refused = fault !== undefined && changed.refusal?.code === fault.refusal
  return refused ? refuseDates(fault.refusal, fault.at) : answerOf(changed)
}

/** Answers an `UnknownPart` as a refusal that names its path. */
async function planning(act: () => Promise<Answer<Published>>): Promise<Answer<Published>> {
  try {
    return await act()
  } catch (fault) {
    if (fault instanceof UnknownPart) return refuse('invalid_input', [fault.issue])
    throw fault
  }
}

export async function saveDraft(
  context: MemberContext,
  { activityId, rev, ...written }: Input<typeof activitySaveDraft>,
): Promise<Answer<Published>> {
  const { command, community } = context
  return planning(async () => {
    if (activityId === undefined) {
      const content = plannedContent(written, command.key, community)
      return draftOf(context, content)
    }
    return answerOf(
      await context.change(activities, activityId, command, (draft) =>
        decideSaveDraft(draft, command, plannedContent(written, command.key, community, draft.sessions), rev),
      ),
    )
  })
}

/** Makes a draft. Its id derives from the command, so a repeat finds the same draft. */
async function draftOf(
  { member, command, change }: MemberContext,
  content: ActivityContent,
): Promise<Answer<Published>> {
  const start = newActivity(derivedId('a', command.key), member, content, command.at)
  return answerOf(
    await change(activities, start._id, command, (draft) => decideSaveDraft(draft, command, content), start),
  )
}

/** All words that people will read. */
const wordsOf = ({ title, summary, place, sessions }: ActivityContent): string =>
  [title, summary, place, ...new Set(sessions.flatMap(({ shifts }) => shifts.map(({ name }) => name)))].join(
    '\n',
  )

/**
 * Refuses what WeChat finds risky before others see it. Where WeChat cannot say, a coordinator is believed;
 * it can never say for somebody who has not opened the mini-program lately.
 */
async function risky({ member }: MemberContext, content: ActivityContent): Promise<Refusal | undefined> {
  return (await checkText(member.openid, wordsOf(content))) === 'risky' ? no('text_risky') : undefined
}

/**
 * Shows a draft, or an activity that is given whole, to everybody. Its sessions and shifts are made first,
 * and the activity's own write alone makes it visible: after a crash nothing is shown, and a repeat goes on
 * from there.
 */
export async function publish(
  context: MemberContext,
  input: Input<typeof activityPublish>,
): Promise<Answer<Published>> {
  const { member, command, community, settings } = context
  return planning(async () => {
    const start =
      'activityId' in input
        ? undefined
        : newActivity(
            derivedId('a', command.key),
            member,
            plannedContent(input, command.key, community),
            command.at,
          )
    const id = 'activityId' in input ? input.activityId : derivedId('a', command.key)
    const draft = (await activities.get(id)) ?? start
    if (draft && draft.state === 'draft') {
      const decided = decidePublish(draft, command)
      const fault = datesFault(draft, command.at)
      if (fault && decided.refusal === fault.refusal) return refuseDates(fault.refusal, fault.at)
      if (decided.refusal) return no(decided.refusal)
      const refusal = await risky(context, draft)
      if (refusal) return refusal
    }
    return answerOf(
      await context.change(
        activities,
        id,
        command,
        async (activity) => {
          const decided = decidePublish(activity, command)
          if (decided.next && !activity.published)
            await raise(activity, community.limits, (id) => newDrawSeed(id, settings))
          return decided
        },
        start,
      ),
    )
  })
}

export async function edit(
  context: MemberContext,
  { activityId, rev, sessions, signup, ...parts }: Input<typeof activityEdit>,
): Promise<Answer<Published>> {
  const { command, community, settings } = context
  const seedOf = (id: string) => newDrawSeed(id, settings)
  return planning(async () => {
    const before = await activities.get(activityId)
    if (!before) return no('not_found')
    const refusal = await risky(context, { ...before, ...defined(parts) })
    if (refusal) return refusal
    let fault: DatesFault | undefined
    const changed = await context.change(activities, activityId, command, async (activity) => {
      const asked = {
        ...parts,
        ...(sessions && {
          sessions: plannedSessions(
            continued(sessions, activity.sessions),
            command.key,
            community,
            activity.sessions,
          ),
        }),
        ...(signup && { signup: plannedSignup(signup) }),
      }
      const decided = decideEdit(activity, command, asked, sessions ? await takenIn(activity) : {}, rev)
      if (decided.refusal)
        fault = datesFault(editedContent(activity, asked, command.at), command.at, activity)
      // new sessions and shifts must exist before the activity names them
      if (sessions && decided.next && decided.next !== activity)
        await raise(decided.next, community.limits, seedOf, activity.sessions)
      return decided
    })
    return namedAnswerOf(changed, fault)
  })
}

type Given<Parts> = { [Part in keyof Parts]?: Exclude<Parts[Part], undefined> }

/** Drops parts that are undefined, since they would overwrite what stands. */
function defined<Parts extends object>(parts: Parts): Given<Parts> {
  const given: Given<Parts> = {}
  for (const part in parts) {
    const value = parts[part]
    if (isGiven(value)) given[part] = value
  }
  return given
}
const isGiven = <Value>(value: Value): value is Exclude<Value, undefined> => value !== undefined

/** Copies an activity into a new draft with later dates. */
export async function copy(
  context: MemberContext,
  { activityId, shiftDays }: Input<typeof activityCopy>,
): Promise<Answer<Published>> {
  const { command, community } = context
  const { key, at } = command
  const source = await activities.get(activityId)
  if (!source) return no('not_found')
  const falls = fallsOf(community, source.festival)
  const content = copyContent(source, dayOf(at), falls, shiftDays)
  const sessions = content.sessions.map((session, index) => ({
    ...session,
    sessionId: derivedId('s', key, String(index)),
    shifts: session.shifts.map((shift, shiftIndex) => ({
      ...shift,
      shiftId: derivedId('f', key, String(index), String(shiftIndex)),
    })),
  }))
  return draftOf(context, { ...content, sessions })
}

/** Calls an activity off. Everybody with a place, and everybody waiting for one, is told why. */
export async function cancel(
  context: MemberContext,
  { activityId, reason }: Input<typeof activityCancel>,
): Promise<Answer<Published>> {
  const { command, member } = context
  if ((await checkText(member.openid, reason)) === 'risky') return no('text_risky')
  return answerOf(
    await context.change(activities, activityId, command, (activity) =>
      decideCancelActivity(activity, command, reason),
    ),
  )
}
