import { type Context, isKnown, no, yes } from '#app/call/context'
import { type BirthSpot, birthSpot, dependentBirthSpot, openBirth } from '#app/member/birth'
import { openNames } from '#app/session/company'
import { aftermaths } from '#app/session/feedback'
import { headFields } from '#app/session/seen'
import { rememberHead } from '#app/session/ways'
import { servedOf } from '#app/shift/shift'
import type { ActivityCard, ActivityDetail, activityGet, activityList } from '#contract/activity'
import type { CannotJoin, SessionView } from '#contract/session'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import type { Clash, ShiftView } from '#contract/shift'
import type { Activity } from '#core/activity/activity'
import type { PlannedChange, Span } from '#core/activity/change'
import { nextSession } from '#core/activity/decide'
import {
  type ActivityHead,
  type ActivityViewer,
  activityCardOf,
  activityDetailOf,
  type Places,
  plannedHeads,
  plannedShiftHeads,
  type SessionHead,
  type ShiftHead,
  type Slots,
  sessionView,
  shiftView,
} from '#core/activity/view'
import { windowsOverlap } from '#core/booking/booking'
import { isFestive, nearestDay } from '#core/calendar/almanac'
import { ageOn } from '#core/member/birthday'
import type { Member } from '#core/member/member'
import { hasVolunteered } from '#core/member/volunteerNo'
import { type Attendee, notInvited } from '#core/session/audience'
import { tallyOf } from '#core/session/door'
import { type Session, type Signup, signupId } from '#core/session/session'
import { shiftPlaceId } from '#core/shift/shiftPlace'
import { doorsById, wholeDoor } from '#core/training/attendance'
import { isCourse, liveLessons } from '#core/training/course'
import {
  activities,
  dependents,
  diaries,
  doors,
  sessions,
  shiftPlaces,
  shifts,
  signups,
} from '#store/collections'
import { above, atMost, oneOf } from '#store/words/conditions'
import { manySessions, manyShifts } from './align'
import { ownTeams, runs } from './running'
import { fallsOf } from './templates'
import { changeWords } from './words'

/** What a card needs; the shifts that an activity plans are not read. */
const cardFields = [
  'kind',
  'festival',
  'title',
  'teamId',
  'place',
  'state',
  'signup.opensAt',
  'signup.closesAt',
  'signup.rule',
  'sessions.sessionId',
  'sessions.from',
  'sessions.to',
  'sessions.cancelled',
  'course.lessons',
  'gain',
  'lastTo',
  'photos.fileId',
] as const
const shiftFields = ['sessionId', 'name', 'from', 'to', 'teamId', 'capacity', 'free', 'state'] as const
const manyDependents = 20
const fewActivities = 20
const places = sessions.naming('activityId', '_id', ['to', 'capacity', 'free', 'waiting'])
const helpers = shifts.naming('activityId', '_id', ['sessionId', 'to', 'free', 'state'])

const teamNameOf = ({ community }: Context, { teamId: id }: Pick<Activity, 'teamId'>): string | undefined =>
  community.teams.find(({ teamId }) => teamId === id)?.name

/** Lists what is coming, the next first; what has been, the latest first; or the drafts that the caller may run. */
export async function list(
  context: Context,
  { when, kind, teamId, cursor, limit = fewActivities }: Input<typeof activityList>,
): Promise<Answer<Page<ActivityCard>>> {
  const { community, command } = context
  const communityId = community._id
  const now = command.at
  const listing = { cursor, limit, fields: cardFields }
  if (when === 'drafts') {
    const planned = { cursor, limit, fields: [...cardFields, 'sessions.capacity'] as const }
    const drafts = { communityId, state: 'draft' as const }
    const own = ownTeams(context)
    const teams =
      own === 'every' ? (teamId ? [teamId] : undefined) : own.filter((id) => id === (teamId ?? id))
    if (teams?.length === 0) return yes({ items: [] })
    const page = teams
      ? await activities.page('draftsOfTeam', { ...drafts, teamId: oneOf(teams) }, planned)
      : kind === undefined
        ? await activities.page('drafts', drafts, planned)
        : await activities.page('draftsOfKind', { ...drafts, kind }, planned)
    return yes({
      ...page,
      items: page.items.map((draft) => {
        const falls = fallsOf(community, draft.festival)
        const teamName = teamNameOf(context, draft)
        return activityCardOf(draft, { places: plannedHeads(draft), shifts: [], falls, teamName }, now)
      }),
    })
  }
  const ahead = { communityId, ahead: true, lastTo: above(now) }
  const past = { communityId, published: true, lastTo: atMost(now) }
  const pages = {
    upcoming: () =>
      teamId !== undefined
        ? activities.pageNamed('aheadOfTeam', { ...ahead, teamId }, listing, { places, helpers })
        : kind === undefined
          ? activities.pageNamed('ahead', ahead, listing, { places, helpers })
          : activities.pageNamed('aheadOfKind', { ...ahead, kind }, listing, { places, helpers }),
    past: () =>
      teamId !== undefined
        ? activities.pageNamed('pastOfTeam', { ...past, teamId }, listing, { places })
        : kind === undefined
          ? activities.pageNamed('past', past, listing, { places })
          : activities.pageNamed('pastOfKind', { ...past, kind }, listing, { places }),
  }
  const page: Page<Shown> = await pages[when]()
  const items = page.items.map((shown) => {
    const falls = fallsOf(community, shown.festival)
    const teamName = teamNameOf(context, shown)
    return activityCardOf(shown, { places: shown.places, shifts: shown.helpers ?? [], falls, teamName }, now)
  })
  return yes({ ...page, items })
}

/** An activity of a list with the places of its sessions and, while it is ahead, the slots of its shifts. */
type Shown = ActivityHead & { places: Places[]; helpers?: Slots[] }

/** Shows one activity as far as it concerns the caller. Only who may run it sees a draft. */
export async function get(
  context: Context,
  { activityId }: Input<typeof activityGet>,
): Promise<Answer<ActivityDetail>> {
  const { command, identity, settings, community } = context
  const now = command.at
  const activity = await activities.get(activityId)
  const mayRun = activity !== undefined && runs(context, activity)
  if (!activity || (!activity.published && !mayRun)) return no('not_found')
  const { member } = identity
  const planned = new Set(activity.sessions.map(({ sessionId }) => sessionId))
  const helped = activity.sessions.some((session) => session.shifts.length > 0)
  const [heads, held, promised, bar] = await Promise.all([
    activity.published ? headsOf(activityId, member) : plannedHeads(activity),
    activity.published
      ? helped
        ? shifts.find('byActivity', { activityId }, { limit: manyShifts, fields: shiftFields })
        : []
      : plannedShiftHeads(activity),
    member && now < activity.lastTo ? promisesOf(member) : { signedUp: [], promises: [] },
    barOf(context, activity),
  ])
  const shown = heads.filter(({ _id }) => planned.has(_id)).sort((a, b) => a.from - b.from)
  const open = inPlannedOrder(
    activity,
    held.filter(({ state }) => state === 'open'),
  )
  const own = shown.map((head) => ({ ...head, roster: head.roster ?? {} }))
  for (const head of shown) rememberHead(head, now)
  const over = mayRun ? shown.filter(({ to, state }) => to <= now && state !== 'cancelled') : []
  const [came, after, served, signedUp] = await Promise.all([
    cameTo(over),
    member ? aftermaths(own, member._id, now, community.limits) : new Map<string, never>(),
    placesAt(open, member),
    signupsAt(own, member, promised.signedUp),
  ])
  const viewer: ActivityViewer = {
    memberId: member?._id,
    bar,
    partyOf: (sessionId, party) =>
      member ? openNames(sessionId, member._id, signedUp.get(sessionId), party, settings) : [],
    aftermathOf: (sessionId) => after.get(sessionId),
    clashesWith: (session) =>
      promised.promises
        .filter(
          (other) =>
            other.sessionId !== session._id &&
            windowsOf(session).some((window) => windowsOverlap(other, window)),
        )
        .map(({ sessionId: _, ...clash }) => clash),
  }
  const shiftViews = open.map((shift) => shiftView(shift, served.get(shift._id)))
  const views = shown.map((session): SessionView => {
    const people = came.get(session._id)
    const view = sessionView(session, shiftViews, viewer, now)
    return people === undefined ? view : { ...view, came: people }
  })
  const falls = fallsOf(community, activity.festival)
  const teamName = teamNameOf(context, activity)
  const card = activityCardOf(activity, { places: shown, shifts: open, falls, teamName }, now)
  const festivalDay =
    mayRun && falls && isFestive(falls) ? nearestDay(falls, dayOf(activity.firstFrom)) : undefined
  const words = (change: PlannedChange) => changeWords(change, community)
  return yes(activityDetailOf(activity, views, card, mayRun, words, festivalDay))
}

/** How many people came to each session, by the lists at the door; to a course, to any of its lessons. */
async function cameTo(heads: readonly SessionHead[]): Promise<Map<string, number>> {
  const ids = heads.map(({ _id }) => _id)
  const lessonIds = heads.flatMap(({ course }) => (course?.lessons ?? []).map(({ lessonId }) => lessonId))
  const [held, lists] = await Promise.all([
    sessions.getMany(ids, { fields: ['roster'] }),
    doors.getMany([...ids, ...lessonIds], { fields: ['marks', 'walkIns', 'sessionId'] }),
  ])
  const rosterOf = new Map(held.map((session) => [session._id, session]))
  return new Map(
    heads.flatMap((head): [string, number][] => {
      const session = rosterOf.get(head._id)
      const own = lists.filter(({ _id, sessionId = _id }) => sessionId === head._id)
      if (!session) return []
      const walkIns = Object.assign({}, ...own.map((door) => door.walkIns))
      const { marks } = wholeDoor(doorsById(own))
      const { came, walkedIn } = tallyOf(session, { marks, walkIns })
      return [[head._id, came + walkedIn]]
    }),
  )
}

/** The shifts as they were written, not as the database found them. */
function inPlannedOrder(activity: Activity, found: readonly ShiftHead[]): ShiftHead[] {
  const planned = activity.sessions.flatMap((session) => session.shifts.map(({ shiftId }) => shiftId))
  const place = new Map(planned.map((shiftId, index) => [shiftId, index]))
  return [...found].sort((a, b) => (place.get(a._id) ?? 0) - (place.get(b._id) ?? 0))
}

/** Reads the sessions with the viewer's own party alone. */
function headsOf(activityId: string, member: Member | undefined): Promise<SessionHead[]> {
  const ofActivity = { activityId }
  const limit = manySessions
  return member
    ? sessions.find('ofActivities', ofActivity, {
        limit,
        fields: [...headFields, 'line', 'course'],
        entries: { roster: member._id },
      })
    : sessions.find('ofActivities', ofActivity, { limit, fields: [...headFields, 'course'] })
}

/** The viewer's own sign-ups for these sessions, by session. Only those that are not `known` are read. */
async function signupsAt(
  heads: readonly Pick<Session, '_id' | 'roster'>[],
  member: Member | undefined,
  known: readonly Signup[],
): Promise<Map<string, Signup>> {
  if (!member) return new Map()
  const bySession = new Map(known.map((signup) => [signup.sessionId, signup]))
  const unknown = heads.filter(({ _id, roster }) => roster[member._id] && !bySession.has(_id))
  const found = await signups.getMany(unknown.map(({ _id }) => signupId(_id, member._id)))
  for (const signup of found) bySession.set(signup.sessionId, signup)
  return bySession
}

/** The volunteer's own places at these shifts, by shift. */
async function placesAt(
  heads: readonly ShiftHead[],
  member: Member | undefined,
): Promise<Map<string, NonNullable<ShiftView['mine']>>> {
  if (!member || heads.length === 0 || !hasVolunteered(member)) return new Map()
  const ids = heads.map(({ _id }) => shiftPlaceId(_id, member._id))
  const found = await shiftPlaces.getMany(ids)
  return new Map(found.map((place) => [place.shiftId, { state: place.state, ...servedOf(place) }]))
}

/** When somebody is to be there: for the whole session, or at each lesson of a course. */
const windowsOf = <Held extends Pick<Session, 'from' | 'to' | 'course'>>(session: Held): Span[] =>
  isCourse(session) ? liveLessons(session.course) : [session]

type Promised = Clash & { sessionId?: string }
/** No member has promised more ahead. */
const manyPromises = 100

/** Collects what the caller has promised: places in sessions, by their sign-ups, and a volunteer's claims and shifts. */
async function promisesOf(member: Member): Promise<{ signedUp: Signup[]; promises: Promised[] }> {
  const [signedUp, diary] = await Promise.all([
    signups.find('mine', { memberId: member._id, over: false }, { limit: manyPromises }),
    hasVolunteered(member) ? diaries.get(member._id) : undefined,
  ])
  const ids = signedUp.map(({ sessionId }) => sessionId)
  const held = await sessions.getMany(ids, { fields: ['title', 'from', 'to', 'course'] })
  const promises: Promised[] = [
    ...held.flatMap(({ _id: sessionId, title, ...session }) =>
      windowsOf(session).map(({ from, to }) => ({ what: 'session' as const, title, from, to, sessionId })),
    ),
    ...(diary?.holds ?? []).map(({ heldFor, from, to }) => ({
      what: heldFor.startsWith('b_') ? ('booking' as const) : ('shift' as const),
      from,
      to,
    })),
  ]
  return { signedUp, promises }
}

/** Says why the caller may not sign up for any session. What depends on the whole party is asked at sign-up. */
async function barOf(context: Context, activity: Activity): Promise<CannotJoin | undefined> {
  const { identity, settings } = context
  const { member } = identity
  if (!isKnown(identity)) return 'not_signed_in'
  if (!member) return 'not_registered'
  if (member.state !== 'verified') return 'not_verified'
  const { withChild, gridIds, estateIds, ...ages } = activity.signup.audience ?? {}
  const invited = { gridIds, estateIds, ...(withChild ? {} : ages) }
  const day = dayOf(nextSession(activity, context.command.at).from)
  const aged = (sealed: string | null, spot: BirthSpot): Attendee => ({
    age: sealed === null ? null : ageOn(openBirth(sealed, spot, settings.sealing), day),
  })
  const bar = notInvited(invited, member, [aged(member.birth, birthSpot(member._id))])
  if (bar === undefined || bar === 'other_grid' || bar === 'other_estate') return bar
  // a relative of theirs may be invited where they are not
  const family = await dependents.find(
    'byMember',
    { memberId: member._id, removed: false },
    { limit: manyDependents },
  )
  const fits = family.some(({ _id, birthDay }) => {
    return notInvited(invited, member, [aged(birthDay, dependentBirthSpot(_id))]) === undefined
  })
  return fits ? undefined : bar
}
