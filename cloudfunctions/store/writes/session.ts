import type { Instant, MemberId } from '#contract/shared/scalars'
import { type Command, effectGraceMs } from '#core/change/aggregate'
import type { Effect } from '#core/change/effect'
import type { Home } from '#core/session/audience'
import type { Company } from '#core/session/company'
import { relist, tellParty } from '#core/session/rules'
import {
  commandsKept,
  holdsPlace,
  liveStates,
  noBornBy,
  type Party,
  type Session,
  waitingMax,
} from '#core/session/session'
import { sessions } from '#store/collections'
import type { OldWhere as Where } from '#store/engine/before'
import { operator } from '#store/engine/sdk'

/** Somebody asks for a place. All that decides is in here; the session need not be read. */
export interface Asking {
  sessionId: string
  memberId: MemberId
  name: string
  /** Sealed. */
  names: string
  company: Company
  home: Home
  mustAccept: boolean
  ticket: string
  command: Command
}

const own = (memberId: MemberId, field: keyof Party): string => `roster.${memberId}.${field}`

/** What a birthday nobody knows stands for: too young and too old for every limit. */
const noBirth = '0'

/** The company is invited: the same as `barTo` says, asked of the stored fields. */
export function admitting({ births, children, others, size }: Company, home: Home): Where[] {
  const sorted = [...births].sort()
  const earliest = sorted[0]
  const latest = sorted.at(-1)
  const known = children + others === 0
  const grownUp = others > 0 ? {} : { childAfter: operator.gte(earliest ?? noBornBy) }
  const anybody = {
    withChild: false,
    bornBy: operator.gte((known && latest) || noBornBy),
    bornAfter: operator.lt((known && earliest) || noBirth),
  }
  const family = operator.and([
    { withChild: true },
    children > 0 ? {} : { childAfter: operator.lt(latest ?? noBirth) },
    // the ages are asked of the children alone
    ...births.map((born) =>
      operator.or([
        { childAfter: operator.gte(born) },
        { bornBy: operator.gte(born), bornAfter: operator.lt(born) },
      ]),
    ),
  ])
  return [
    {
      partyMax: operator.gte(size),
      grids: operator.in(['*', home.gridId]),
      estates: operator.in(['*', home.estateId]),
    },
    grownUp,
    operator.or([anybody, family]) as unknown as Where,
  ]
}

/** Sign-up is open to the member, who neither has a place nor has sent this command before. */
function askedBy({ sessionId, memberId, company, home, command }: Asking, more: Where[]): Where {
  const { at, key } = command
  return operator.and([
    {
      _id: sessionId,
      state: 'open',
      opensAt: operator.lte(at),
      closesAt: operator.gt(at),
      to: operator.gt(at),
      [own(memberId, 'state')]: operator.nin([...liveStates]),
      [`${own(memberId, 'commands')}.command`]: operator.neq(key),
    },
    ...admitting(company, home),
    ...more,
  ]) as unknown as Where
}

const remembered = ({ key, fingerprint }: Command) =>
  operator.push({ each: [{ command: key, fingerprint }], slice: -commandsKept })

/** Every write makes others look again, and owes the members' lists. */
const owing = (command: Pick<Command, 'at'>, effects: Effect[]) => ({
  rev: operator.inc(1),
  pending: operator.push(effects),
  dueAt: operator.min(command.at + effectGraceMs),
})

/** The party's own fields; what was remembered of earlier commands stays. */
function signedUp(asking: Asking, state: 'confirmed' | 'waitlisted' | 'in_draw', won: boolean) {
  const { sessionId, memberId, company, command, name, names, mustAccept, ticket } = asking
  const effect = { ...relist({ _id: sessionId }, command.key, [memberId]), ...(won ? { won } : {}) }
  return {
    ...owing(command, [effect as Effect]),
    [own(memberId, 'state')]: state,
    [own(memberId, 'size')]: company.size,
    [own(memberId, 'name')]: name,
    [own(memberId, 'at')]: command.at,
    [own(memberId, 'names')]: names,
    [own(memberId, 'offerUntil')]: null,
    [own(memberId, 'mustAccept')]: mustAccept,
    [own(memberId, 'ticket')]: state === 'in_draw' ? ticket : null,
    [own(memberId, 'by')]: command.key,
    [own(memberId, 'commands')]: remembered(command),
  }
}

/** Takes a free place while nobody waits. */
export function seat(asking: Asking): Promise<boolean> {
  const { size } = asking.company
  return sessions.update(askedBy(asking, [{ rule: 'first_come', waiting: 0, free: operator.gte(size) }]), {
    ...signedUp(asking, 'confirmed', true),
    free: operator.inc(-size),
  })
}

/** Joins the end of the line: somebody waits already, or the party does not fit, or it must accept an offer. */
export function wait(asking: Asking): Promise<boolean> {
  const { memberId, company, mustAccept } = asking
  const full = operator.or([{ waiting: operator.gt(0) }, { free: operator.lt(company.size) }])
  const why = mustAccept ? [] : [full as unknown as Where]
  const where = askedBy(asking, [{ rule: 'first_come', waiting: operator.lt(waitingMax) }, ...why])
  return sessions.update(where, {
    ...signedUp(asking, 'waitlisted', false),
    waiting: operator.inc(1),
    line: operator.push([memberId]),
  })
}

/** Stands in the draw. */
export function enter(asking: Asking): Promise<boolean> {
  return sessions.update(askedBy(asking, [{ rule: 'draw', waiting: operator.lt(waitingMax) }]), {
    ...signedUp(asking, 'in_draw', false),
    waiting: operator.inc(1),
  })
}

const standing = operator.in(['open', 'drawn'])

/**
 * Gives the next in line their places: an offer until an instant, or at once to who has just asked (`until` is null).
 * Guarded by what was free when they were found to be the first who fits: others may since have left the line, and none
 * can have come before them.
 */
export function promote(
  session: Session,
  memberId: MemberId,
  until: Instant | null,
  command: Pick<Command, 'key' | 'at'>,
): Promise<boolean> {
  const { size, by } = session.roster[memberId] as Party
  const effects: Effect[] =
    until === null
      ? [{ ...relist(session, by, [memberId]), won: true }]
      : [
          relist(session, command.key, [memberId]),
          tellParty(session, memberId, 'place_offered', command.at, until),
        ]
  return sessions.update(
    {
      _id: session._id,
      state: standing,
      free: session.free,
      [own(memberId, 'state')]: 'waitlisted',
      [own(memberId, 'size')]: size,
    },
    {
      ...owing(command, effects),
      free: operator.inc(-size),
      waiting: operator.inc(-1),
      line: operator.pull(memberId),
      [own(memberId, 'state')]: until === null ? 'confirmed' : 'offered',
      [own(memberId, 'offerUntil')]: until,
      ...(until === null
        ? {}
        : {
            wakesAt: operator.min(until),
            dueAt: operator.min(Math.min(until, command.at + effectGraceMs)),
          }),
    },
  )
}

/** Takes an offer in its time. */
export function accept(session: Session, memberId: MemberId, command: Command): Promise<boolean> {
  const { by } = session.roster[memberId] as Party
  return sessions.update(
    {
      _id: session._id,
      state: standing,
      [own(memberId, 'state')]: 'offered',
      [own(memberId, 'offerUntil')]: operator.gt(command.at),
      [`${own(memberId, 'commands')}.command`]: operator.neq(command.key),
    },
    {
      ...owing(command, [{ ...relist(session, by, [memberId]), won: true }]),
      [own(memberId, 'state')]: 'confirmed',
      [own(memberId, 'offerUntil')]: null,
      [own(memberId, 'commands')]: remembered(command),
    },
  )
}

/** Gives up a place, an offer or a wait, as it was just read; or loses an offer whose time is over. */
export function leave(
  session: Session,
  memberId: MemberId,
  to: 'withdrawn' | 'lapsed',
  command: Command,
): Promise<boolean> {
  const party = session.roster[memberId] as Party
  const { state, size } = party
  const lapses = to === 'lapsed'
  const effects: Effect[] = [
    relist(session, command.key, [memberId]),
    ...(lapses ? [tellParty(session, memberId, 'place_lapsed', party.offerUntil ?? command.at)] : []),
  ]
  const gone = holdsPlace(party)
    ? { free: operator.inc(size) }
    : {
        waiting: operator.inc(-1),
        ...(state === 'waitlisted' ? { line: operator.pull(memberId) } : {}),
      }
  return sessions.update(
    {
      _id: session._id,
      state: standing,
      [own(memberId, 'state')]: state,
      [own(memberId, 'size')]: size,
      ...(lapses
        ? { [own(memberId, 'offerUntil')]: operator.lte(command.at) }
        : { [`${own(memberId, 'commands')}.command`]: operator.neq(command.key) }),
    },
    {
      ...owing(command, effects),
      ...gone,
      [own(memberId, 'state')]: to,
      [own(memberId, 'offerUntil')]: null,
      ...(lapses ? {} : { [own(memberId, 'commands')]: remembered(command) }),
    },
  )
}
