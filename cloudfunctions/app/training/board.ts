import { type Context, no, yes } from '#app/call/context'
import { closedName } from '#app/notice/noticeText'
import { openNames } from '#app/session/company'
import { walkInSpot } from '#app/session/door'
import { totalsOf } from '#app/subsidy/book'
import { openSubsidy } from '#app/subsidy/sealed'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import type { BoardLesson, BoardWalkIn, CourseBoard, TraineeRow, trainingOne } from '#contract/training'
import { isCompletion } from '#core/certificate/certificate'
import type { CompletionCertificate } from '#core/certificate/completion'
import type { DoorList } from '#core/session/door'
import { holdsPlace, type Signup } from '#core/session/session'
import { admitBar } from '#core/training/admitting'
import { doorsById, lessonViews, presentIn, traineesOf, untakenLessons } from '#core/training/attendance'
import { completeBar } from '#core/training/completing'
import { type Lesson, leastOf, lessonsThatCount } from '#core/training/course'
import { certificates, doors, members, signups, stocks, subsidies } from '#store/collections'
import { together } from '#store/together'
import { type CourseSession, ranCourse } from './courses'

/** A course has no more parties, nor editions of certificates. */
const most = 1000

/** Shows the coordinator of a course who was at which lesson, and whether it can be completed. */
export async function board(
  context: Context,
  { activityId }: Input<typeof trainingOne>,
): Promise<Answer<CourseBoard>> {
  const session = await ranCourse(context, activityId)
  if (!session) return no('not_found')
  const { _id: sessionId, communityId, course, title, place, from, to, completed } = session
  const now = context.command.at
  const lessonIds = course.lessons.map(({ lessonId }) => lessonId)
  const [lists, { details, papers, kinds, owed }] = await Promise.all([
    doors.getMany(lessonIds),
    together(communityId, {
      details: signups.finding('bySession', { sessionId }, { limit: most }),
      papers: certificates.finding('ofCourse', { activityId }, { limit: most }),
      kinds: stocks.finding('byActivity', { activityId }, { limit: most, fields: ['count', 'left'] }),
      owed: subsidies.finding('byActivity', { activityId }, { limit: most }),
    }),
  ])
  const lessonDoors = doorsById(lists)
  const parties = Object.values(session.roster)
  const held = await underOwnId(session, papers.filter(isCompletion))
  const rows = rowsOf(context, session, lists, details, held)
  const least = leastOf(course)
  const bar = completeBar(session, course, lessonDoors, now)
  return yes({
    ...{ sessionId, title, place, from, to },
    lessons: lessonsOf(context, session, lists, rows),
    rows,
    least,
    of: lessonsThatCount(course).length,
    totals: {
      signedUp: parties.filter(holdsPlace).length,
      waiting: parties.filter(({ state }) => state === 'waitlisted' || state === 'in_draw').length,
      enough: rows.filter(({ count }) => count >= least).length,
      completed: rows.filter(({ certificateNo, revoked }) => certificateNo !== undefined && !revoked).length,
    },
    materials: {
      count: kinds.reduce((sum, { count }) => sum + count, 0),
      handedOut: kinds.reduce((sum, { count, left }) => sum + count - left, 0),
    },
    // sums alone: what one person is owed is opened where it is recorded
    ...(owed.length > 0 && {
      subsidy: totalsOf(owed.map((one) => openSubsidy(one, context.settings.sealing))),
    }),
    untaken: untakenLessons(course, lessonDoors, now).map(({ lessonId }) => lessonId),
    ...(completed && { completedAt: completed.at }),
    ...(bar && { cannotComplete: bar }),
  })
}

/** The papers under the id their trainee has now: an account that has adopted a paper member is that member. */
async function underOwnId(
  { roster }: CourseSession,
  papers: readonly CompletionCertificate[],
): Promise<CompletionCertificate[]> {
  const unknown = papers.filter(({ memberId }) => roster[memberId] === undefined)
  const accounts = await members.getMany(
    unknown.map(({ memberId }) => memberId),
    { fields: ['joinedTo'] },
  )
  const adopters = new Map(accounts.map(({ _id, joinedTo }) => [_id, joinedTo?.memberId ?? _id]))
  return papers.map((paper) => ({ ...paper, memberId: adopters.get(paper.memberId) ?? paper.memberId }))
}

function rowsOf(
  { settings }: Context,
  session: CourseSession,
  lists: readonly DoorList[],
  details: readonly Signup[],
  papers: readonly CompletionCertificate[],
): TraineeRow[] {
  const signupOf = new Map(details.map((signup) => [signup.memberId, signup]))
  // the last edition of each, as they are in this order
  const paperOf = new Map(papers.map((paper) => [paper.memberId, paper]))
  const nameOf = (memberId: MemberId): string => {
    const party = session.roster[memberId]
    const signup = signupOf.get(memberId)
    const [trainee] = openNames(session._id, memberId, signup, party, settings)
    return trainee ?? signup?.name ?? party?.name ?? closedName
  }
  const orderOf = ({ memberId }: { memberId: MemberId }) => signupOf.get(memberId)?.at ?? 0
  return traineesOf(session, session.course, doorsById(lists))
    .sort((a, b) => orderOf(a) - orderOf(b))
    .map(({ memberId, state, attended, count }): TraineeRow => {
      const paper = paperOf.get(memberId)
      return {
        ...{ memberId, name: nameOf(memberId), state, attended, count },
        ...(paper && { certificateNo: paper._id }),
        ...(paper?.state === 'revoked' && { revoked: true as const }),
      }
    })
}

function lessonsOf(
  context: Context,
  session: CourseSession,
  lists: readonly DoorList[],
  rows: readonly TraineeRow[],
): BoardLesson[] {
  const { course } = session
  const now = context.command.at
  const views = lessonViews(course)
  const planned = views.filter(({ makesUp }) => makesUp === undefined)
  return views.map((view): BoardLesson => {
    const { lessonId, makesUp = lessonId } = view
    const door = lists.find(({ _id }) => _id === lessonId)
    return {
      ...view,
      number: planned.findIndex((lesson) => lesson.lessonId === makesUp) + 1,
      over: view.to <= now,
      taken: door !== undefined && !door.untaken,
      closed: door?.missed != null,
      came: rows.filter(({ attended }) => presentIn(attended).has(lessonId)).length,
      walkIns: door ? walkInsOf(context, session, door, view) : [],
    }
  })
}

function walkInsOf(
  { settings, command }: Context,
  session: CourseSession,
  door: DoorList,
  lesson: Pick<Lesson, 'from'>,
): BoardWalkIn[] {
  const mayJoin = admitBar(session, session.course, lesson, command.at) === undefined
  return Object.entries(door.walkIns).flatMap(([walkInId, { name, size, undone }]): BoardWalkIn[] =>
    undone
      ? []
      : [
          {
            walkInId,
            name: settings.sealing.open(name, walkInSpot(door._id, walkInId)),
            size,
            ...(mayJoin && size === 1 && { mayJoin: true as const }),
          },
        ],
  )
}
