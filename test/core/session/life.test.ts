import fc from 'fast-check'
import { type Activity, uncancelledSessions } from '#core/activity/activity'
import {
  decideActivityPassing,
  decideCancelActivity,
  decideEdit,
  decidePublish,
  decideSaveDraft,
} from '#core/activity/decide'
import type { Decision } from '#core/change/aggregate'
import { aDraft, aSession, someContent } from '#support/activityModel'
import { commandAt } from '#support/commands'
import { dayMs, hourMs, mondayNine } from '#support/time'

const first = mondayNine + 7 * dayMs

const session = fc
  .record({
    id: fc.integer({ min: 1, max: 4 }),
    day: fc.integer({ min: -2, max: 4 }),
    capacity: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ id, day, capacity }) => aSession(`s_${id}`, first + day * dayMs, { capacity }))
const sessions = fc.uniqueArray(session, {
  selector: ({ sessionId }) => sessionId,
  minLength: 1,
  maxLength: 4,
})
const wait = fc.integer({ min: 0, max: 3 * 24 }).map((hours) => hours * hourMs)
const step = fc.record({
  wait,
  act: fc.oneof(
    fc.record({ do: fc.constant('save' as const), sessions }),
    fc.record({ do: fc.constant('publish' as const) }),
    fc.record({ do: fc.constant('edit' as const), sessions, closesIn: fc.integer({ min: -1, max: 9 }) }),
    fc.record({ do: fc.constant('cancel' as const) }),
    fc.record({ do: fc.constant('pass' as const) }),
  ),
})

type Act = typeof step extends fc.Arbitrary<{ act: infer Each }> ? Each : never

function decide(activity: Activity, { act }: { act: Act }, at: number) {
  const command = commandAt(at, `${act.do} ${activity.rev}`)
  switch (act.do) {
    case 'save':
      return decideSaveDraft(activity, command, someContent({ sessions: act.sessions }))
    case 'publish':
      return decidePublish(activity, command)
    case 'edit': {
      const closesAt = Math.max(activity.signup.opensAt + 1, at + act.closesIn * dayMs)
      const signup = { ...activity.signup, closesAt }
      return decideEdit(activity, command, { sessions: act.sessions, signup }, { s_1: 5 })
    }
    case 'cancel':
      return decideCancelActivity(activity, command, '下大雨')
    case 'pass':
      return decideActivityPassing(activity, command)
  }
}

function holds(before: Activity, after: Activity, at: number): void {
  // What was published stays published, and what is over stays over.
  if (before.published) expect(after.published).toBe(true)
  if (before.state === 'cancelled' || before.state === 'finished') expect(after.state).toBe(before.state)
  expect(after.state === 'draft').toBe(!after.published && after.state !== 'cancelled')
  // A cancelled session stays cancelled, and no published session is lost.
  if (before.published)
    for (const past of before.sessions) {
      const now = after.sessions.find(({ sessionId }) => sessionId === past.sessionId)
      expect(now).toBeDefined()
      if (past.cancelled) expect(now?.cancelled).toBe(true)
      if (past.to <= at) expect(now).toEqual(past)
    }
  expect(new Set(after.sessions.map(({ sessionId }) => sessionId)).size).toBe(after.sessions.length)
  // The span ends with the last session that stands. While an activity is ahead, it has a time to wake.
  const live = uncancelledSessions(after)
  if (live.length > 0 && after.state !== 'cancelled')
    expect(after.lastTo).toBe(Math.max(...live.map(({ to }) => to)))
  expect(after.wakesAt !== null).toBe(after.ahead)
  if (after.ahead) expect(after.wakesAt).toBeLessThanOrEqual(after.lastTo)
  expect(after.rev).toBe(before.rev + 1)
}

it('an activity keeps its invariants through any order of saving, publishing, editing, cancelling and time', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      let activity = aDraft()
      let now = mondayNine
      for (const each of steps) {
        now += each.wait
        const decided = decide(activity, each, now) as Decision<Activity> | undefined
        const next = decided && 'next' in decided ? decided.next : undefined
        if (!next || next === activity) continue
        holds(activity, next, now)
        // The timer does the effects that are owed.
        activity = { ...next, pending: [], dueAt: next.wakesAt }
      }
      // By time alone it is always over in the end.
      for (let turn = 0; turn < 3; turn++) {
        const passed = decideActivityPassing(activity, commandAt(activity.lastTo + dayMs, `end ${turn}`))
        if (passed?.next) activity = passed.next
      }
      expect(activity.ahead).toBe(false)
    }),
    { numRuns: 500 },
  )
})
