import type { Instant, MemberId } from '#contract/shared/scalars'
import { type Command, effectGraceMs } from '#core/change/aggregate'
import type { AudienceHome } from '#core/session/audience'
import type { Company } from '#core/session/company'
import { signupsEffect, tellParty } from '#core/session/rules'
import { holdsPlace, noBornBy, type Party, type Session, waitingMax } from '#core/session/session'
import { sessions } from '#store/collections'
import type { One } from '#store/engine/documents'
import { entryOf } from '#store/engine/entry'
import { appended, earliest, type FieldChange, plus, removed, without } from '#store/words/changes'
import { above, atLeast, atMost, below, missing, oneOf, type Where } from '#store/words/conditions'

/** A member asks for a place. This has everything that decides, so the session need not be read. */
export interface PlaceAsked {
  sessionId: string
  memberId: MemberId
  company: Company
  home: AudienceHome
  mustAccept: boolean
  ticket: string
  /** The member's party of before, as it was read; absent where they never had one. */
  left?: Party
  command: Pick<Command, 'at'>
}

const partyIn = (memberId: MemberId) => entryOf<Session>()('roster', memberId)

/** Stands for an unknown birthday; it is too young and too old for every limit. */
const noBirth = '0'

/** The condition that the audience includes the company: the same rule as `companyBar`, on the stored fields. */
export function admitting({ births, children, others, size }: Company, home: AudienceHome): Where<Session>[] {
  const sorted = [...births].sort()
  const oldest = sorted[0]
  const youngest = sorted.at(-1)
  const known = children + others === 0
  const grownUp = others > 0 ? {} : { childAfter: atLeast(oldest ?? noBornBy) }
  const anybody = {
    withChild: false,
    bornBy: atLeast((known && youngest) || noBornBy),
    bornAfter: below((known && oldest) || noBirth),
  }
  const family: Where<Session> = {
    withChild: true,
    ...(children === 0 && { childAfter: below(youngest ?? noBirth) }),
    // only the children must fit the ages
    allOf: births.map((born) => ({
      anyOf: [{ childAfter: atLeast(born) }, { bornBy: atLeast(born), bornAfter: below(born) }],
    })),
  }
  return [
    {
      partyMax: atLeast(size),
      grids: oneOf(['*', home.gridId]),
      estates: oneOf(['*', home.estateId]),
    },
    grownUp,
    { anyOf: [anybody, family] },
  ]
}

/** The condition that a party stands as it was read, so that nothing was decided about it since. */
function standingAs(memberId: MemberId, party: Party | undefined) {
  const own = partyIn(memberId)
  if (!party) return own.absent
  const { state, size, again } = party
  return own.where({ state, size, again: again ?? missing })
}

/** The condition that sign-up is open to the member, who has no party, or the one that has left. */
function askedBy(asking: PlaceAsked, ...more: Where<Session>[]): One<Session> {
  const { sessionId, memberId, company, home, left, command } = asking
  const { at } = command
  return {
    _id: sessionId,
    state: 'open',
    opensAt: atMost(at),
    closesAt: above(at),
    to: above(at),
    capacity: above(0),
    // a place in a course is that of somebody known
    ...(company.named && { course: null }),
    ...standingAs(memberId, left),
    allOf: [...admitting(company, home), ...more],
  }
}

/** The party of whoever signs up; see `Party.again`. */
function signedUp(asking: PlaceAsked, state: 'confirmed' | 'waitlisted' | 'in_draw'): FieldChange<Session> {
  const { memberId, company, mustAccept, ticket, left } = asking
  const party: Party = {
    state,
    size: company.size,
    ...(mustAccept && { mustAccept }),
    ...(state === 'in_draw' && { ticket }),
    ...(left && { again: againAfter(left) }),
  }
  return { rev: plus(1), ...partyIn(memberId).set(party) }
}

export const againAfter = ({ again = 0 }: Party): number => again + 1

/** The timer looks at the session if the function does not come to giving its places on. */
const lookedAt = ({ at }: Pick<Command, 'at'>) => ({ dueAt: earliest(at + effectGraceMs) })

/** Gives the party free places, if nobody waits. */
export function seatParty(asking: PlaceAsked): Promise<boolean> {
  const { size } = asking.company
  return sessions.update(askedBy(asking, { rule: 'first_come', waiting: 0, free: atLeast(size) }), {
    ...signedUp(asking, 'confirmed'),
    free: plus(-size),
  })
}

/** Gives whoever came to a lesson of a course without a sign-up a free place, if nobody waits; they are told. */
export function seatWalkIn(
  session: Told,
  memberId: MemberId,
  left: Party | undefined,
  { at }: Pick<Command, 'at'>,
): Promise<boolean> {
  const party: Party = { state: 'confirmed', size: 1, ...(left && { again: againAfter(left) }) }
  return sessions.update(
    {
      ...{ _id: session._id, state: standing, to: above(at), waiting: 0, free: atLeast(1) },
      ...standingAs(memberId, left),
    },
    {
      rev: plus(1),
      free: plus(-1),
      ...partyIn(memberId).set(party),
      pending: appended([tellParty(session, memberId, 'signed_up', at)]),
      ...lookedAt({ at }),
    },
  )
}

/**
 * Puts the party at the end of the line, where somebody waits already, or it does not fit, or it must accept
 * an offer.
 */
export function joinLine(asking: PlaceAsked): Promise<boolean> {
  const { memberId, company, mustAccept, command } = asking
  const full: Where<Session> = { anyOf: [{ waiting: above(0) }, { free: below(company.size) }] }
  const why = mustAccept ? [] : [full]
  return sessions.update(askedBy(asking, { rule: 'first_come', waiting: below(waitingMax) }, ...why), {
    ...signedUp(asking, 'waitlisted'),
    ...lookedAt(command),
    waiting: plus(1),
    line: appended([memberId]),
  })
}

/** Puts the party into the draw. */
export function enterDraw(asking: PlaceAsked): Promise<boolean> {
  return sessions.update(askedBy(asking, { rule: 'draw', waiting: below(waitingMax) }), {
    ...signedUp(asking, 'in_draw'),
    waiting: plus(1),
  })
}

const standing = oneOf(['open', 'drawn'])

/** What is told of a session. */
type Told = Pick<Session, '_id' | 'activityId' | 'title' | 'from'>

/**
 * Gives the next in line their places: as an offer until an instant, or at once to a party that has just
 * asked (`until` is null). Guarded by the number of free places at which this party was found to be the first
 * that fits. Others may have left the line since then, but none can have come before it.
 */
export function promoteNext(
  session: Told & Pick<Session, 'free'>,
  memberId: MemberId,
  { size }: Party,
  until: Instant | null,
  { at }: Pick<Command, 'at'>,
): Promise<boolean> {
  const own = partyIn(memberId)
  return sessions.update(
    {
      _id: session._id,
      state: standing,
      free: session.free,
      ...own.where({ state: 'waitlisted', size }),
    },
    {
      rev: plus(1),
      free: plus(-size),
      waiting: plus(-1),
      line: without(memberId),
      ...(until === null
        ? own.change({ state: 'confirmed', since: at })
        : {
            ...own.change({ state: 'offered', offerUntil: until }),
            pending: appended([tellParty(session, memberId, 'place_offered', at, until)]),
            wakesAt: earliest(until),
            dueAt: earliest(Math.min(until, at + effectGraceMs)),
          }),
    },
  )
}

/** Accepts an offer in its time. */
export function takeOffer(
  sessionId: string,
  memberId: MemberId,
  party: Party,
  { at }: Pick<Command, 'at'>,
): Promise<boolean> {
  const own = partyIn(memberId)
  return sessions.update(
    {
      _id: sessionId,
      state: standing,
      ...standingAs(memberId, { ...party, state: 'offered' }),
      allOf: [own.where({ offerUntil: above(at) })],
    },
    { rev: plus(1), ...own.change({ state: 'confirmed', offerUntil: removed, since: at }) },
  )
}

/**
 * The party as it was just read. Where that frees places and it was read that nobody waits, nobody may have come to
 * wait: they would not be offered a place.
 */
const asRead = (
  { _id, waiting }: Pick<Session, '_id' | 'waiting'>,
  memberId: MemberId,
  party: Party,
): One<Session> => ({
  _id,
  state: standing,
  ...standingAs(memberId, party),
  ...(holdsPlace(party) && waiting === 0 && { waiting }),
})

/**
 * Gives up a place, an offer or a wait, in the state that was just read.
 *
 * @param neverCame a place that nobody else can use any more: who was at no lesson of the course has missed it.
 */
export function leaveRoster(
  session: Pick<Session, '_id' | 'waiting'>,
  memberId: MemberId,
  party: Party,
  command: Pick<Command, 'at'>,
  neverCame?: true,
): Promise<boolean> {
  const frees = holdsPlace(party)
  return sessions.update(asRead(session, memberId, party), {
    rev: plus(1),
    ...(frees && session.waiting > 0 && lookedAt(command)),
    ...gone(memberId, party),
    ...partyIn(memberId).change({
      state: 'withdrawn',
      offerUntil: removed,
      ...(neverCame && frees && { neverCame }),
    }),
  })
}

/** Some people of a party, as it was read, do not come. A party in line may fit now. */
export function shrinkParty(
  session: Pick<Session, '_id' | 'waiting'>,
  memberId: MemberId,
  party: Party,
  size: number,
  command: Pick<Command, 'at'>,
): Promise<boolean> {
  return sessions.update(asRead(session, memberId, party), {
    rev: plus(1),
    ...(session.waiting > 0 && lookedAt(command)),
    ...(holdsPlace(party) && { free: plus(party.size - size) }),
    ...partyIn(memberId).change({ size }),
  })
}

/** A trainee who never came to a course gives the place to the line, and is told. */
export function passPlaceOn(
  session: Told,
  memberId: MemberId,
  party: Party,
  { key, at }: Pick<Command, 'key' | 'at'>,
): Promise<boolean> {
  return sessions.update(
    { _id: session._id, state: standing, ...standingAs(memberId, party), waiting: above(0) },
    {
      rev: plus(1),
      pending: appended([
        signupsEffect(session, key, [memberId]),
        tellParty(session, memberId, 'course_place_passed', at),
      ]),
      ...lookedAt({ at }),
      ...gone(memberId, party),
      ...partyIn(memberId).change({ state: 'lapsed', neverCame: true }),
    },
  )
}

const gone = (memberId: MemberId, party: Party): FieldChange<Session> =>
  holdsPlace(party)
    ? { free: plus(party.size) }
    : { waiting: plus(-1), ...(party.state === 'waitlisted' ? { line: without(memberId) } : {}) }

/** Ends an offer whose time is over; the member's list and the word to them are owed. */
export function lapseOffer(
  session: Told,
  memberId: MemberId,
  party: Party,
  { key, at }: Pick<Command, 'key' | 'at'>,
): Promise<boolean> {
  const own = partyIn(memberId)
  return sessions.update(
    {
      _id: session._id,
      state: standing,
      ...standingAs(memberId, { ...party, state: 'offered' }),
      allOf: [own.where({ offerUntil: atMost(at) })],
    },
    {
      rev: plus(1),
      pending: appended([
        signupsEffect(session, key, [memberId]),
        tellParty(session, memberId, 'place_lapsed', party.offerUntil ?? at),
      ]),
      ...lookedAt({ at }),
      ...gone(memberId, party),
      ...own.change({ state: 'lapsed', offerUntil: removed }),
    },
  )
}
