import type { Instant, MemberId } from '#contract/shared/scalars'
import { type Command, effectGraceMs } from '#core/change/aggregate'
import type { Effect } from '#core/change/effect'
import type { AudienceHome } from '#core/session/audience'
import type { Company } from '#core/session/company'
import { signupsEffect, tellParty } from '#core/session/rules'
import {
  commandsKept,
  holdsPlace,
  liveStates,
  noBornBy,
  type Session,
  storedPartyOf,
  waitingMax,
} from '#core/session/session'
import { sessions } from '#store/collections'
import type { One } from '#store/engine/documents'
import { entryOf } from '#store/engine/entry'
import { appended, earliest, type FieldChange, plus, without } from '#store/words/changes'
import { above, atLeast, atMost, below, noneOf, not, oneOf, type Where } from '#store/words/conditions'

/** A member asks for a place. This has everything that decides, so the session need not be read. */
export interface PlaceAsked {
  sessionId: string
  memberId: MemberId
  name: string
  /** Sealed. */
  names: string
  company: Company
  home: AudienceHome
  mustAccept: boolean
  ticket: string
  command: Command
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

/** The condition that sign-up is open to the member, who neither has a place nor sent this command before. */
function askedBy(asking: PlaceAsked, ...more: Where<Session>[]): One<Session> {
  const { sessionId, memberId, company, home, command } = asking
  const { at, key } = command
  return {
    _id: sessionId,
    state: 'open',
    opensAt: atMost(at),
    closesAt: above(at),
    to: above(at),
    ...partyIn(memberId).where({ state: noneOf(liveStates), 'commands.command': not(key) }),
    allOf: [...admitting(company, home), ...more],
  }
}

const remembered = ({ key, fingerprint }: Command) => appended([{ command: key, fingerprint }], commandsKept)

/** What every write adds: a new `rev`, and the effect on the members' lists. */
const owing = (command: Pick<Command, 'at'>, effects: Effect[]) => ({
  rev: plus(1),
  pending: appended(effects),
  dueAt: earliest(command.at + effectGraceMs),
})

/** The party's new fields; what it remembers of earlier commands stays. */
function signedUp(
  asking: PlaceAsked,
  state: 'confirmed' | 'waitlisted' | 'in_draw',
  won: boolean,
): FieldChange<Session> {
  const { sessionId, memberId, company, command, name, names, mustAccept, ticket } = asking
  const listed = signupsEffect({ _id: sessionId }, command.key, [memberId])
  return {
    ...owing(command, [won ? { ...listed, won } : listed]),
    ...partyIn(memberId).change({
      state,
      size: company.size,
      name,
      at: command.at,
      names,
      offerUntil: null,
      mustAccept,
      ticket: state === 'in_draw' ? ticket : null,
      by: command.key,
      commands: remembered(command),
    }),
  }
}

/** Gives the party free places, if nobody waits. */
export function seatParty(asking: PlaceAsked): Promise<boolean> {
  const { size } = asking.company
  return sessions.update(askedBy(asking, { rule: 'first_come', waiting: 0, free: atLeast(size) }), {
    ...signedUp(asking, 'confirmed', true),
    free: plus(-size),
  })
}

/**
 * Puts the party at the end of the line, where somebody waits already, or it does not fit, or it must accept
 * an offer.
 */
export function joinLine(asking: PlaceAsked): Promise<boolean> {
  const { memberId, company, mustAccept } = asking
  const full: Where<Session> = { anyOf: [{ waiting: above(0) }, { free: below(company.size) }] }
  const why = mustAccept ? [] : [full]
  return sessions.update(askedBy(asking, { rule: 'first_come', waiting: below(waitingMax) }, ...why), {
    ...signedUp(asking, 'waitlisted', false),
    waiting: plus(1),
    line: appended([memberId]),
  })
}

/** Puts the party into the draw. */
export function enterDraw(asking: PlaceAsked): Promise<boolean> {
  return sessions.update(askedBy(asking, { rule: 'draw', waiting: below(waitingMax) }), {
    ...signedUp(asking, 'in_draw', false),
    waiting: plus(1),
  })
}

const standing = oneOf(['open', 'drawn'])

/**
 * Gives the next in line their places: as an offer until an instant, or at once to a party that has just
 * asked (`until` is null). Guarded by the number of free places at which this party was found to be the first
 * that fits. Others may have left the line since then, but none can have come before it.
 */
export function promoteNext(
  session: Session,
  memberId: MemberId,
  until: Instant | null,
  command: Pick<Command, 'key' | 'at'>,
): Promise<boolean> {
  const { size, by } = storedPartyOf(session, memberId)
  const own = partyIn(memberId)
  const effects: Effect[] =
    until === null
      ? [{ ...signupsEffect(session, by, [memberId]), won: true }]
      : [
          signupsEffect(session, command.key, [memberId]),
          tellParty(session, memberId, 'place_offered', command.at, until),
        ]
  return sessions.update(
    {
      _id: session._id,
      state: standing,
      free: session.free,
      ...own.where({ state: 'waitlisted', size }),
    },
    {
      ...owing(command, effects),
      free: plus(-size),
      waiting: plus(-1),
      line: without(memberId),
      ...own.change({ state: until === null ? 'confirmed' : 'offered', offerUntil: until }),
      ...(until === null
        ? {}
        : {
            wakesAt: earliest(until),
            dueAt: earliest(Math.min(until, command.at + effectGraceMs)),
          }),
    },
  )
}

/** Accepts an offer in its time. */
export function takeOffer(session: Session, memberId: MemberId, command: Command): Promise<boolean> {
  const { by } = storedPartyOf(session, memberId)
  const own = partyIn(memberId)
  return sessions.update(
    {
      _id: session._id,
      state: standing,
      ...own.where({
        state: 'offered',
        offerUntil: above(command.at),
        'commands.command': not(command.key),
      }),
    },
    {
      ...owing(command, [{ ...signupsEffect(session, by, [memberId]), won: true }]),
      ...own.change({ state: 'confirmed', offerUntil: null, commands: remembered(command) }),
    },
  )
}

/**
 * Gives up a place, an offer or a wait, in the state that was just read; or ends an offer whose time is over.
 */
export function leaveRoster(
  session: Session,
  memberId: MemberId,
  to: 'withdrawn' | 'lapsed',
  command: Command,
): Promise<boolean> {
  const party = storedPartyOf(session, memberId)
  const own = partyIn(memberId)
  const { state, size } = party
  const lapses = to === 'lapsed'
  const effects: Effect[] = [
    signupsEffect(session, command.key, [memberId]),
    ...(lapses ? [tellParty(session, memberId, 'place_lapsed', party.offerUntil ?? command.at)] : []),
  ]
  const gone = holdsPlace(party)
    ? { free: plus(size) }
    : {
        waiting: plus(-1),
        ...(state === 'waitlisted' ? { line: without(memberId) } : {}),
      }
  return sessions.update(
    {
      _id: session._id,
      state: standing,
      ...own.where({
        state,
        size,
        ...(lapses ? { offerUntil: atMost(command.at) } : { 'commands.command': not(command.key) }),
      }),
    },
    {
      ...owing(command, effects),
      ...gone,
      ...own.change({ state: to, offerUntil: null, ...(lapses ? {} : { commands: remembered(command) }) }),
    },
  )
}
