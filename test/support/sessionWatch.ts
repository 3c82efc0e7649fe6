import assert from 'node:assert/strict'
import { join } from 'node:path'
import {
  holdsPlace,
  isDecided,
  isLive,
  isOver,
  nextInLine,
  type Party,
  type Session,
  type Signup,
} from '#core/session/session'
import { Connection } from '#local/engine/connection'
import { documentText } from '#local/engine/sql/form'
import type { TestHouse } from './house'

/** What is always true of a session, counted again from its roster. */
export function checkCounts(session: Session): void {
  const parties = Object.entries(session.roster)
  const held = parties.filter(([, party]) => holdsPlace(party)).reduce((sum, [, { size }]) => sum + size, 0)
  const inLine = parties.flatMap(([memberId, { state }]) => (state === 'waitlisted' ? [memberId] : []))
  const inDraw = parties.filter(([, { state }]) => state === 'in_draw').length
  assert(held <= session.capacity, `${held} people for ${session.capacity} places`)
  assert.equal(session.free, session.capacity - held)
  assert.equal(session.waiting, inLine.length + inDraw)
  assert.equal(new Set(session.line).size, session.line.length)
  assert.deepEqual([...session.line].sort(), [...inLine].sort())
}

/** At rest every party has its sign-up, which says what the roster says, and none is without a party. */
export function checkLists(session: Session, signups: readonly Signup[]): void {
  const found = new Map(signups.map((signup) => [signup.memberId, signup]))
  assert.deepEqual([...found.keys()].sort(), Object.keys(session.roster).sort())
  for (const [memberId, party] of Object.entries(session.roster)) {
    const signup = found.get(memberId) as Signup
    assert(isDecided(signup, party), `the sign-up of ${memberId} is of another party`)
    if (isLive(party)) assert.equal(signup.size, party.size)
    assert.equal(signup.over, isOver(session) || !isLive(party), `${memberId} is ${party.state}`)
    assert.equal(signup.dueAt, null)
  }
}

/**
 * Two editions of a session that are one write apart: nobody overtakes another, and every party moves by the
 * rules.
 */
export function checkStep(before: Session, after: Session, now: number): void {
  checkCounts(after)
  assert(after.rev === before.rev || after.rev === before.rev + 1)
  const moved = Object.keys(after.roster).filter(
    (memberId) => before.roster[memberId]?.state !== after.roster[memberId]?.state,
  )
  const [memberId] = moved
  if (memberId === undefined) assert.deepEqual(after.line, before.line)
  else {
    assert.equal(after.rev, before.rev + 1)
    if (after.events.length > before.events.length) checkWhole(before, after)
    else {
      assert.equal(moved.length, 1)
      checkParty(before, after, memberId, now)
    }
  }
}

function checkParty(before: Session, after: Session, memberId: string, now: number): void {
  const from = before.roster[memberId]?.state
  const { state: to, offerUntil } = after.roster[memberId] as Party
  switch (`${from ?? 'none'} ${to}`) {
    case 'none confirmed':
    case 'withdrawn confirmed':
    case 'lapsed confirmed':
      assert.equal(before.waiting, 0, 'a newcomer overtook')
      break
    case 'none waitlisted':
    case 'withdrawn waitlisted':
    case 'lapsed waitlisted':
      assert.deepEqual(after.line, [...before.line, memberId])
      break
    case 'none in_draw':
    case 'withdrawn in_draw':
      assert.equal(before.state, 'open')
      break
    case 'waitlisted offered':
    case 'waitlisted confirmed':
      assert.equal(nextInLine(before), memberId, 'somebody else was next')
      if (to === 'offered') assert((offerUntil ?? 0) > now && (offerUntil ?? 0) < before.from)
      break
    case 'offered confirmed':
      assert((before.roster[memberId]?.offerUntil ?? 0) > now - 20_000)
      break
    case 'offered lapsed':
      assert((before.roster[memberId]?.offerUntil ?? now + 1) <= now)
      break
    case 'confirmed withdrawn':
    case 'waitlisted withdrawn':
    case 'offered withdrawn':
    case 'in_draw withdrawn':
      assert.deepEqual(
        after.line,
        before.line.filter((other) => other !== memberId),
      )
      break
    default:
      assert.fail(`${from} became ${to}`)
  }
}

/** A draw, an edit, a cancellation or the end moves many parties at once; an edit keeps their order. */
function checkWhole(before: Session, after: Session): void {
  const event = after.events.at(-1)?.event
  if (event === 'edited') {
    const stayed = before.line.filter((memberId) => after.line.includes(memberId))
    assert.deepEqual(after.line, stayed)
    const offered = before.line.filter((memberId) => !after.line.includes(memberId))
    for (const memberId of offered) assert.equal(after.roster[memberId]?.state, 'offered')
  }
  if (event === 'drawn') {
    assert.equal(before.state, 'drawing')
    assert.equal(Object.values(after.roster).filter(({ state }) => state === 'in_draw').length, 0)
  }
  if (event === 'cancelled' || event === 'finished') assert.deepEqual(after.line, [])
}

/** Looks at every edition of a session, in the order in which the store wrote them. */
export class SessionWatch {
  private readonly connection: Connection
  private sessionId = ''
  private last: string | undefined
  /** How many editions it has seen; a watch that has seen none proves nothing. */
  seen = 0
  /** The first rule that was broken. */
  fault: unknown

  constructor(private readonly house: TestHouse) {
    this.connection = new Connection(join(house.dataDir, 'cloud.db'))
  }

  follow(sessionId: string): void {
    this.sessionId = sessionId
    this.last = undefined
    this.look()
  }

  /**
   * Called after a write. It reads without yielding to the event loop, so that no other write comes between.
   */
  look(): void {
    const [row] = this.connection.all(`SELECT ${documentText} AS doc FROM "c:sessions" WHERE id = ?`, [
      this.sessionId,
    ])
    const text = String(row?.doc)
    const past = this.last
    if (past === text) return
    this.last = text
    this.seen += 1
    try {
      const after = JSON.parse(text) as Session
      if (past === undefined) checkCounts(after)
      else checkStep(JSON.parse(past) as Session, after, this.house.cloud.now())
    } catch (fault) {
      this.fault ??= fault
    }
  }

  close(): void {
    this.connection.close()
  }
}
