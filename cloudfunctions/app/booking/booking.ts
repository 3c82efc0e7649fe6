import { type Context, invalid, type MemberContext, no, yes } from '#app/call/context'
import { derivedId } from '#app/call/ids'
import { isOwnClaim, viewerOf } from '#app/call/viewer'
import { needsOf } from '#app/dependent/dependents'
import { attach } from '#app/file/files'
import { doorWords } from '#app/member/household'
import { relationBetween } from '#app/member/relations'
import type {
  BookingCard,
  BookingCode,
  BookingDetail,
  BookingMinutes,
  BookingMoved,
  BookingPart,
  BookingRequested,
  BookingSeriesMoved,
  bookingCancel,
  bookingCheckIn,
  bookingCode,
  bookingConfirm,
  bookingGet,
  bookingList,
  bookingObject,
  bookingRelease,
  bookingRequest,
  bookingWeeks,
  SeriesDay,
} from '#contract/booking'
import { nextStepAt, scanPrefix, stepAt, toBase32, typedCode } from '#contract/shared/attendanceCode'
import { teamsOf } from '#contract/shared/grants'
import type { Input } from '#contract/shared/operation'
import type { Answer, RefusalCode } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import { proveAttendance, type Report } from '#core/attendance/attendance'
import {
  decideBook,
  isWindowPast,
  newBooking,
  type PlannedBooking,
  plannedBookings,
} from '#core/booking/book'
import { type Booking, isUnderWay } from '#core/booking/booking'
import { decideConfirm } from '#core/booking/confirm'
import {
  decideCancel,
  decideCheckIn,
  decideCheckOut,
  decidePastCode,
  decideRelease,
} from '#core/booking/decide'
import { decideEndedClaim, endedClaimsOf } from '#core/booking/endedClaims'
import { decideProof } from '#core/booking/noShow'
import type { SlipStep } from '#core/booking/slip'
import { groupCardOf, idsBehind, stepsOfBoth } from '#core/booking/together/cards'
import {
  asOneOfRest,
  grouped,
  groupOf,
  idsOfSeries,
  restFrom,
  seriesDays,
  weeklyWindows,
} from '#core/booking/together/series'
import {
  type BookingViewer,
  bookingCardOf,
  bookingDetailOf,
  bookingPartOf,
  claimedHands,
  otherHandOf,
  seriesEntriesOf,
} from '#core/booking/view'
import { decideObject } from '#core/booking/word'
import type { Command, Decision } from '#core/change/aggregate'
import { consentsTo } from '#core/member/member'
import { bookings, dependents, noShows } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { not, oneOf } from '#store/words/conditions'
import { openContact, sealedContact } from './contact'
import { hall } from './hall'
import { hasClaimedEither, otherPlaceOf } from './hands'
import { noShowOfClaimer, noShowsOf } from './noShow'
import { withRelation } from './relate'
import { countBooking, uncountBooking } from './room'
import { codeOnSlip } from './slip'

/**
 * Books help for the caller or a dependent: once, or every week as a series; for one volunteer or two. The id derives
 * from the command, so a repeat finds the same booking; the ids of a series and of a second place derive from it.
 */
export async function request(
  context: MemberContext,
  input: Input<typeof bookingRequest>,
): Promise<Answer<BookingRequested>> {
  const { member, community, command } = context
  const service = community.services.find((offered) => offered.service === input.service)
  if (!service) return invalid('service', 'is not offered here')
  const kind = service.kinds.find((offered) => offered.kind === input.kind)
  if (!kind) return invalid('kind', 'is not offered by this service')
  const { hands = 1, weeks = 1, without = [] } = input
  if (hands > 1 && weeks > 1) return invalid('hands', 'a series has one volunteer each time')
  if (weeks > 1 && weeks > community.limits.seriesWeeks)
    return invalid('weeks', 'is longer than a series may be')
  const bookingId = derivedId('b', command.key)
  const past = await bookings.get(bookingId)
  const windows = weeklyWindows(input.window, weeks, without)
  const [window] = windows
  if (!window) return invalid('without', 'leaves no day')
  // a repeat finds its first booking; a series that a crash has cut off is written to its end below
  if (past && windows.length === 1 && hands === 1) return requestedOf(past, command)
  if (past && past.events[0]?.fingerprint !== command.fingerprint) return no('conflict')
  if (!consentsTo(member, 'sensitive')) return no('consent_needed')
  if (!past && isWindowPast(window, command)) return no('window_past')

  let forName: string | null = null
  let needs: string | undefined
  if (input.forDependentId !== undefined) {
    const dependent = await dependents.get(input.forDependentId)
    if (!dependent || dependent.memberId !== member._id || dependent.removed) return no('not_found')
    forName = dependent.name
    needs = needsOf(dependent, context.settings.sealing)
  }
  const door = input.address ?? (await doorWords(member.householdId, context))
  if (door === undefined) return no('no_household')
  const check = await checkText(
    context.writer,
    [input.description, input.risks, input.destination ?? ''].join('\n'),
  )
  if (check === 'risky') return no('text_risky')
  const of = windows.length
  const full = past ? undefined : await countBooking(context, bookingId, of > 1 ? of : undefined)
  if (full) return full
  const { fileIds = [] } = input
  const here = { collection: 'bookings', id: bookingId } as const
  if (!past && !(await attach(context, member._id, fileIds, 'booking_photo', here))) {
    await uncountBooking(context, bookingId)
    return no('picture_gone')
  }
  const startOf = ({ id, ...place }: PlannedBooking) =>
    newBooking(
      {
        _id: id,
        communityId: member.communityId,
        service,
        kind,
        requesterId: member._id,
        requesterName: member.name,
        dependentId: input.forDependentId ?? null,
        forName,
        estateId: member.estateId,
        gridId: member.gridId,
        ...place,
        place: input.place,
        description: input.description,
        // what is photographed is there the first time; the two who come at once both see it
        fileIds: place.series && place.series.number > 1 ? [] : fileIds,
        textChecked: check === 'pass',
        risks: input.risks,
        contact: sealedContact(context, id, {
          door,
          ...(needs !== undefined && { needs }),
          ...(input.place === 'accompany' &&
            input.destination !== undefined && { destination: input.destination }),
        }),
      },
      command,
    )
  const [first, ...others] = plannedBookings(bookingId, windows, hands).map(startOf)
  if (!first) return invalid('without', 'leaves no day')
  if (others.length > 0) {
    const all = [first, ...others].flatMap((start) => decideBook(start, command, community.limits).next ?? [])
    await bookings.insertAll(all)
    return yes({ bookingId, state: past?.state ?? 'open', ...(of > 1 && { of }) })
  }
  const requested = await context.change(
    bookings,
    bookingId,
    command,
    (booking) => decideBook(booking, command, community.limits),
    first,
  )
  return requested.refusal ?? requestedOf(requested.state, command)
}

/** The public holidays that a series would meet. Nothing is read for it. */
export const weeks = async (
  _context: Context,
  { from, weeks }: Input<typeof bookingWeeks>,
): Promise<Answer<{ days: SeriesDay[] }>> => yes({ days: seriesDays(from, weeks) })

function requestedOf(booking: Booking, command: Command): Answer<BookingRequested> {
  if (booking.events[0]?.fingerprint !== command.fingerprint) return no('conflict')
  return yes({ bookingId: booking._id, state: booking.state })
}

const defaultLimit = 20

export async function list(
  context: MemberContext,
  input: Input<typeof bookingList>,
): Promise<Answer<Page<BookingCard>>> {
  const { scope, cursor, limit = defaultLimit } = input
  if (scope === 'open') return hall(context, input)
  const { member } = context
  const { communityId } = member
  const led = teamsOf(member.roles, 'team_leader')
  const listing = { cursor, limit }
  const lists = {
    mine: () => bookings.page('mine', { requesterId: member._id, behind: not(true) }, listing),
    claimed: () => bookings.page('claimed', { claimerId: member._id }, listing),
    team: () => bookings.page('team', { communityId, teamId: oneOf(led) }, listing),
  }
  if (scope === 'team' && led.length === 0) return yes({ items: [] })
  const page = await lists[scope]()
  const viewer = viewerOf(context)
  if (scope === 'mine') {
    const all = await withThoseBehind(page.items)
    const items = page.items.map((booking) =>
      groupCardOf(all(booking), bookingPartOf(booking, viewer(booking)) ?? 'team', context.command.at),
    )
    return yes({ ...page, items })
  }
  const items = page.items.map((booking) =>
    bookingCardOf(booking, bookingPartOf(booking, viewer(booking)) ?? 'team'),
  )
  return yes({ ...page, items })
}

/** Reads, by one call and only where there are some, the bookings that a list shows as one with these. */
async function withThoseBehind(
  heads: readonly Booking[],
): Promise<(head: Booking) => [Booking, ...Booking[]]> {
  const behind = await bookings.getMany(heads.flatMap(idsBehind))
  const groups = new Map(grouped([...heads, ...behind]).map((group) => [groupOf(group[0]), group]))
  return (head) => groups.get(groupOf(head)) ?? [head]
}

/** Shows a booking as far as the caller may see it. Opening the door and the phone is recorded first, once an hour. */
export async function get(
  context: MemberContext,
  { bookingId }: Input<typeof bookingGet>,
): Promise<Answer<BookingDetail>> {
  const booking = await bookings.get(bookingId)
  const viewer = booking && viewerOf(context)(booking)
  const missed = booking ? await noShowsOf(context, booking) : []
  // whoever is said not to have come reads why, even after they have left the team
  const part =
    booking && viewer && (bookingPartOf(booking, viewer) ?? (missed.length > 0 ? 'team' : undefined))
  if (!booking || !viewer || !part) return no('not_found')
  const { command, community } = context
  const { spent, ...opened } = await openContact(context, booking, part)
  const detail = bookingDetailOf(booking, part, viewer, command.at, community.limits, opened)
  const together = await togetherWith(booking, part, viewer, context)
  return yes({
    ...detail,
    ...together,
    steps: stepsOfBoth(detail.steps, together.otherHand),
    ...(spent && { lookupsSpent: true }),
    ...(missed.length > 0 && { noShows: missed }),
  })
}

/** The rest of the series, and the other of two places; for any other booking nothing is read. */
async function togetherWith(
  booking: Booking,
  part: BookingPart,
  viewer: BookingViewer,
  { command, community }: MemberContext,
): Promise<Pick<BookingDetail, 'seriesEntries' | 'otherHand' | 'hands'>> {
  const { series, hand } = booking
  const [all, other] = await Promise.all([
    series && bookings.getMany(idsOfSeries(series)),
    otherPlaceOf(booking),
  ])
  return {
    ...(all && { seriesEntries: seriesEntriesOf(all, part, viewer) }),
    ...(hand &&
      other && {
        otherHand: otherHandOf(other, { part, viewer }, command.at, community.limits),
        hands: { number: hand.number, claimed: claimedHands([booking, other]) },
      }),
  }
}

/** Runs one decision on a booking that the caller may see. Anybody else is told `not_found`. */
export async function moveBooking(
  context: MemberContext,
  bookingId: string,
  decide: (booking: Booking) => Decision<Booking> | Promise<Decision<Booking>>,
): Promise<Answer<Booking>> {
  const viewer = viewerOf(context)
  const moved = await context.change(bookings, bookingId, context.command, (booking) =>
    bookingPartOf(booking, viewer(booking)) ? decide(booking) : { refusal: 'not_found' },
  )
  return moved.refusal ?? yes(moved.state)
}

export const stateOf = (answer: Answer<Booking>): Answer<BookingMoved> =>
  answer.ok ? yes({ state: answer.data.state }) : answer

const minutesOf = (answer: Answer<Booking>): Answer<BookingMinutes> => {
  if (!answer.ok) return answer
  const { state, minutes } = answer.data
  return yes({ state, ...(minutes === null ? {} : { minutes }) })
}

export async function release(
  context: MemberContext,
  { bookingId, reason, restOfSeries }: Input<typeof bookingRelease>,
): Promise<Answer<BookingSeriesMoved>> {
  const { command, community, member } = context
  if ((await checkText(context.writer, reason)) === 'risky') return no('text_risky')
  const rule = (booking: Booking) =>
    decideRelease(booking, command, member._id, reason, community.limits, true)
  if (!restOfSeries) return stateOf(await moveBooking(context, bookingId, rule))
  return moveRest(
    context,
    bookingId,
    rule,
    ({ state, claimerId }) => state === 'claimed' && claimerId === member._id,
  )
}

/**
 * Runs one decision on a booking of a series, and on those after it for which it is meant. Where none can be moved,
 * the refusal is that of the first.
 */
async function moveRest(
  context: MemberContext,
  bookingId: string,
  rule: (booking: Booking) => Decision<Booking>,
  isMeant: (booking: Booking) => boolean,
): Promise<Answer<BookingSeriesMoved>> {
  const asked = await bookings.get(bookingId)
  if (!asked || !bookingPartOf(asked, viewerOf(context)(asked))) return no('not_found')
  if (!asked.series) return stateOf(await moveBooking(context, bookingId, rule))
  const { command } = context
  const rest = restFrom(asked, await bookings.getMany(idsOfSeries(asked.series)))
  const isRepeated = ({ events }: Booking) => events.some((line) => line.command === command.key)
  const meant = rest.filter((booking) => isMeant(booking) || isRepeated(booking))
  const [first] = meant
  if (!first) return stateOf(await moveBooking(context, bookingId, rule))
  const moved = await context.changeAll(bookings, meant, command, (booking) =>
    asOneOfRest(rule(booking), booking, first, command),
  )
  const done = moved.flatMap(({ state }) => state ?? [])
  const [one] = done
  return one ? yes({ state: one.state, moved: done.length }) : (moved[0]?.refusal ?? no('conflict'))
}

/**
 * Only the requester's word counts; anybody else who may see the booking is refused, and so is a claimer who
 * acts for the requester.
 */
export function notRequester(
  context: MemberContext,
  booking: Booking,
): 'forbidden' | 'own_claim' | undefined {
  if (booking.requesterId !== context.member._id) return 'forbidden'
  return isOwnClaim(context, booking) ? 'own_claim' : undefined
}

export async function cancel(
  context: MemberContext,
  { bookingId, reason, restOfSeries }: Input<typeof bookingCancel>,
): Promise<Answer<BookingSeriesMoved>> {
  const { command, community } = context
  if ((await checkText(context.writer, reason)) === 'risky') return no('text_risky')
  const rule = (booking: Booking): Decision<Booking> => {
    const refusal = notRequester(context, booking)
    return refusal ? { refusal } : decideCancel(booking, command, reason, community.limits)
  }
  if (!restOfSeries) return stateOf(await moveBooking(context, bookingId, rule))
  return moveRest(context, bookingId, rule, ({ state }) => state === 'open' || state === 'claimed')
}

export async function confirm(
  context: MemberContext,
  { bookingId, stars, comment }: Input<typeof bookingConfirm>,
): Promise<Answer<BookingMinutes>> {
  const { command, community } = context
  if (comment !== undefined && (await checkText(context.writer, comment)) === 'risky') return no('text_risky')
  return minutesOf(
    await moveBooking(context, bookingId, async (booking) => {
      const refusal = notRequester(context, booking)
      if (refusal) return { refusal }
      // one word confirms both places
      if (await hasClaimedEither(context, booking)) return { refusal: 'own_claim' }
      return decideConfirm(
        await withRelation(booking),
        command,
        { stars, comment: comment ?? null },
        community.limits,
      )
    }),
  )
}

/** The requester says that a service which was to be credited by word was not so. */
export async function object(
  context: MemberContext,
  { bookingId, note }: Input<typeof bookingObject>,
): Promise<Answer<BookingMoved>> {
  const { command, community } = context
  if ((await checkText(context.writer, note)) === 'risky') return no('text_risky')
  const moved = await moveBooking(context, bookingId, (booking) => {
    const refusal = notRequester(context, booking)
    return refusal ? { refusal } : decideObject(booking, command, note, community.limits)
  })
  return moved.ok ? yes({ state: moved.data.state }) : moved
}

/** The attendance secret of one claim. It is derived and never stored; the next claim has another. */
function secretOf({ settings }: MemberContext, booking: Pick<Booking, '_id' | 'claims'>): Buffer {
  return settings.sealing.derive(`attendance:${booking._id}:${booking.claims}`)
}

/** The code on the resident's screen. From `secret` the phone makes the next codes without a network. */
export async function code(
  context: MemberContext,
  { bookingId }: Input<typeof bookingCode>,
): Promise<Answer<BookingCode>> {
  const asked = await bookings.get(bookingId)
  if (!asked || !bookingPartOf(asked, viewerOf(context)(asked))) return no('not_found')
  const refusal = notRequester(context, asked)
  if (refusal) return no(refusal)
  const other = await otherPlaceOf(asked)
  if (other && isOwnClaim(context, other)) return no('own_claim')
  // either code counts for both who come
  const booking = [asked, ...(other ? [other] : [])].find(isAwaited)
  if (!booking) return no('conflict')
  const stepSeconds = context.community.limits.codeStepSeconds
  const secret = secretOf(context, booking)
  return yes({
    code: typedCode(secret, stepAt(context.command.at, stepSeconds)),
    validUntil: nextStepAt(context.command.at, stepSeconds),
    secret: toBase32(secret),
    stepSeconds,
  })
}

/** Somebody is to check in or out. */
const isAwaited = ({ state }: Booking): boolean => state === 'claimed' || state === 'in_service'

type AttendanceDecision = typeof decideCheckIn | typeof decideCheckOut
type Reported = Input<typeof bookingCheckIn>

const attend =
  (decide: AttendanceDecision, step: SlipStep) =>
  async (context: MemberContext, said: Reported): Promise<Answer<BookingMinutes>> => {
    const { command, community, member } = context
    const viewer = viewerOf(context)
    const moved = await context.change(bookings, said.bookingId, command, async (booking) => {
      const ended = await decisionOnEnded(context, booking, said, step)
      if (ended) return ended
      if (!bookingPartOf(booking, viewer(booking))) return { refusal: 'not_found' }
      if (hasPrintedCodes(context, booking)) return { refusal: 'own_slip' }
      const report = reportOf(context, booking, said, step)
      const shared = report.proof ? undefined : await proofBeside(context, booking, said, step)
      return decide(booking, command, member._id, shared ?? report, community.limits)
    })
    if (!moved.state) return (await tryPastClaim(context, said, step, moved.refusal.code)) ?? moved.refusal
    const { claimerId, state } = moved.state
    return claimerId === member._id ? minutesOf(yes(moved.state)) : yes({ state, noted: true })
  }

/** Whoever has printed a claim's slip has read its codes: they do not report them for a volunteer on paper. */
const hasPrintedCodes = ({ command }: MemberContext, { events }: Pick<Booking, 'events'>): boolean =>
  command.onBehalf === true &&
  events.some(({ event, whoId }) => event === 'slip_printed' && whoId === command.whoId)

/** What a code says of a claim of the booking. */
function reportOf(
  context: MemberContext,
  booking: Pick<Booking, '_id' | 'claims' | 'slip'>,
  { code: said, at }: Reported,
  step: SlipStep,
): Report {
  const proof = proveAttendance(said, {
    secret: secretOf(context, booking),
    stepSeconds: context.community.limits.codeStepSeconds,
    now: context.command.at,
    at,
    slip: codeOnSlip(context, booking, step),
  })
  return { proof, typed: !said.startsWith(scanPrefix) }
}

/**
 * What the code of the other place says, where two volunteers come to one door: the resident shows one code to both. A
 * slip's code counts for the one it names alone.
 */
async function proofBeside(
  context: MemberContext,
  booking: Booking,
  said: Reported,
  step: SlipStep,
): Promise<Report | undefined> {
  const other = await otherPlaceOf(booking)
  if (!other || other.claimerId === null) return undefined
  const { _id, claims } = other
  const report = reportOf(context, { _id, claims }, said, step)
  return report.proof ? report : undefined
}

/** What a code of a claim that had ended decides; undefined where it is none, or one of the present claim. */
async function decisionOnEnded(
  context: MemberContext,
  booking: Booking,
  said: Reported,
  step: SlipStep,
): Promise<Decision<Booking> | undefined> {
  const { command, community, member } = context
  const endedClaims = endedClaimsOf(booking, member._id)
  if (endedClaims.length === 0) return undefined
  if (isUnderWay(booking, member._id) && reportOf(context, booking, said, step).proof) return undefined
  for (const ended of endedClaims) {
    const { proof, typed } = reportOf(context, { ...booking, claims: ended.claim }, said, step)
    if (!proof) continue
    const related = await relationBetween(member._id, booking.requesterId)
    const report = { step, proof, typed, related, name: member.name }
    return decideEndedClaim(booking, command, ended, report, community.limits)
  }
  return undefined
}

/** Refusals of a report that may belong to a claim which has ended. */
const ofAnotherClaim: ReadonlySet<RefusalCode> = new Set(['forbidden', 'not_found', 'conflict', 'code_wrong'])

/**
 * A refused report of somebody whose claim has ended: a wrong code is counted. Where somebody has said meanwhile
 * that a party did not come, a right one becomes part of that record. Undefined where the refusal stands.
 */
async function tryPastClaim(
  context: MemberContext,
  said: Reported,
  step: SlipStep,
  refused: RefusalCode,
): Promise<Answer<BookingMinutes> | undefined> {
  const { command, community, member, change } = context
  if (!ofAnotherClaim.has(refused)) return undefined
  const booking = await bookings.get(said.bookingId)
  if (!booking) return undefined
  const noShow = await noShowOfClaimer(booking, member._id)
  const claims = (noShow ?? endedClaimsOf(booking, member._id)[0])?.claim
  if (claims === undefined) return undefined
  const report = reportOf(context, { ...booking, claims }, said, step)
  const { proof } = report
  // as a code of the present claim it was counted already
  if (refused !== 'code_wrong') {
    const tried = await change(bookings, booking._id, command, (state) =>
      decidePastCode(state, command, member._id, report, community.limits),
    )
    if (tried.refusal) return tried.refusal
  }
  if (!proof || !noShow) return undefined
  const proved = await change(noShows, noShow._id, command, (state) =>
    decideProof(state, command, step, proof, community.limits),
  )
  if (proved.refusal) return proved.refusal.code === 'conflict' ? undefined : proved.refusal
  return yes({ state: booking.state, noted: true })
}

export const checkIn = attend(decideCheckIn, 'checkIn')
export const checkOut = attend(decideCheckOut, 'checkOut')
