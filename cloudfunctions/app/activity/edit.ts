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
import { type Answer, type Refusal, type RefusalCode, refuse, refuseDates } from '#contract/shared/refusal'
import type { TeamId } from '#contract/shared/scalars'
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
import { frameFault } from '#core/activity/runs'
import { isCourse } from '#core/training/course'
import { activities } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { raise, takenIn } from './align'
import {
  continued,
  plannedContent,
  plannedCourse,
  plannedSessions,
  plannedSignup,
  publishedOf,
  refuseUnfit,
  UnknownPart,
  withTeamMoved,
} from './plan'
import { ownTeams, runs } from './running'
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

/**
 * The team that an activity is to have. A leader's is one of their own: the one they name, the one it has, or the
 * only one. Throws UnknownPart for any other.
 */
function teamFor(
  context: MemberContext,
  said: TeamId | null | undefined,
  before?: Pick<Activity, 'teamId'>,
): TeamId | null {
  const own = ownTeams(context)
  const team = said === undefined ? before?.teamId : said
  if (own === 'every') {
    if (team && !context.community.teams.some(({ teamId }) => teamId === team))
      throw new UnknownPart({ path: 'teamId', message: 'is not a team of this community' })
    return team ?? null
  }
  const [only, ...others] = own
  const theirs = team ?? (said === undefined && others.length === 0 ? only : undefined)
  if (theirs === undefined || !own.includes(theirs))
    throw new UnknownPart({ path: 'teamId', message: 'is not a team that you lead' })
  return theirs
}

/** Refuses what a leader may not write, though the team is theirs. Throws UnknownPart where it names the part. */
function outOfFrame(
  context: MemberContext,
  content: ActivityContent,
  before?: Activity,
): RefusalCode | undefined {
  if (ownTeams(context) === 'every') return undefined
  const fault = frameFault(content, context.community.limits.teamActivityCapacity, before)
  if (fault && 'issue' in fault) throw new UnknownPart(fault.issue)
  return fault?.refusal
}

/** Plans a whole activity; where one stands already, its sessions and shifts go on. */
function wholeContent(
  context: MemberContext,
  { teamId, ...written }: Parameters<typeof plannedContent>[0],
  before?: Activity,
): ActivityContent {
  const { command, community } = context
  return plannedContent(written, {
    key: command.key,
    community,
    team: teamFor(context, teamId, before),
    ...(before && {
      before: { team: before.teamId ?? null, sessions: before.sessions, course: before.course ?? null },
    }),
  })
}

export async function saveDraft(
  context: MemberContext,
  { activityId, rev, ...written }: Input<typeof activitySaveDraft>,
): Promise<Answer<Published>> {
  const { command } = context
  return planning(async () => {
    if (activityId === undefined) {
      const content = wholeContent(context, written)
      const refusal = outOfFrame(context, content)
      return refusal ? no(refusal) : draftOf(context, content)
    }
    return answerOf(
      await context.change(activities, activityId, command, (draft) => {
        if (!runs(context, draft)) return { refusal: 'not_found' }
        const content = wholeContent(context, written, draft)
        const refusal = outOfFrame(context, content, draft)
        return refusal ? { refusal } : decideSaveDraft(draft, command, content, rev)
      }),
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
const wordsOf = ({ title, summary, place, gain, sessions, course }: ActivityContent): string =>
  [
    ...[title, summary, place, gain ?? ''],
    ...new Set(sessions.flatMap(({ shifts }) => shifts.map(({ name }) => name))),
    ...new Set((course?.lessons ?? []).flatMap((lesson) => [lesson.place ?? '', lesson.trainer ?? ''])),
  ]
    .filter(Boolean)
    .join('\n')

/**
 * Refuses what WeChat finds risky before others see it. Where WeChat cannot say, whoever writes it is believed;
 * it can never say for somebody who has not opened the mini-program lately.
 */
async function risky({ writer }: MemberContext, content: ActivityContent): Promise<Refusal | undefined> {
  return (await checkText(writer, wordsOf(content))) === 'risky' ? no('text_risky') : undefined
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
        : newActivity(derivedId('a', command.key), member, wholeContent(context, input), command.at)
    const id = 'activityId' in input ? input.activityId : derivedId('a', command.key)
    const draft = (await activities.get(id)) ?? start
    if (draft && !runs(context, draft)) return no('not_found')
    if (draft && draft.state === 'draft') {
      const large = outOfFrame(context, draft)
      if (large) return no(large)
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
          if (!runs(context, activity)) return { refusal: 'not_found' }
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
  {
    activityId,
    rev,
    sessions,
    signup,
    teamId: said,
    lessons,
    leastPercent,
    ...parts
  }: Input<typeof activityEdit>,
): Promise<Answer<Published>> {
  const { command, community, settings } = context
  const seedOf = (id: string) => newDrawSeed(id, settings)
  return planning(async () => {
    const before = await activities.get(activityId)
    if (!before || !runs(context, before)) return no('not_found')
    const { key } = command
    const course = plannedCourse({ lessons, leastPercent }, { key, community }, before.course)
    if (sessions) refuseUnfit(sessions, isCourse(before))
    const refusal = await risky(context, { ...before, ...defined(parts), ...(course && { course }) })
    if (refusal) return refusal
    let fault: DatesFault | undefined
    const changed = await context.change(activities, activityId, command, async (activity) => {
      if (!runs(context, activity)) return { refusal: 'not_found' }
      const was = activity.teamId ?? null
      const team = said === undefined ? was : teamFor(context, said)
      const plan = { key: command.key, community, team, before: { team: was, sessions: activity.sessions } }
      const asked = {
        ...parts,
        ...(team !== was && { teamId: team, sessions: withTeamMoved(plan) }),
        ...(sessions && { sessions: plannedSessions(continued(sessions, activity.sessions), plan) }),
        ...(signup && { signup: plannedSignup(signup) }),
        ...(course && { course: plannedCourse({ lessons, leastPercent }, plan, activity.course) ?? course }),
      }
      const large = outOfFrame(context, editedContent(activity, asked, command.at), activity)
      if (large) return { refusal: large }
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
  if (!source || !runs(context, source)) return no('not_found')
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
  const course = content.course && {
    ...content.course,
    lessons: content.course.lessons.map((lesson, index) => ({
      ...lesson,
      lessonId: derivedId('l', key, String(index)),
    })),
  }
  return draftOf(context, { ...content, sessions, ...(course && { course }) })
}

/** Calls an activity off. Everybody with a place, and everybody waiting for one, is told why. */
export async function cancel(
  context: MemberContext,
  { activityId, reason }: Input<typeof activityCancel>,
): Promise<Answer<Published>> {
  const { command, writer } = context
  const activity = await activities.get(activityId)
  if (!activity || !runs(context, activity)) return no('not_found')
  if ((await checkText(writer, reason)) === 'risky') return no('text_risky')
  return answerOf(
    await context.change(activities, activityId, command, (state) =>
      runs(context, state) ? decideCancelActivity(state, command, reason) : { refusal: 'not_found' },
    ),
  )
}
