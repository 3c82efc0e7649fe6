import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { keep, kept } from '#cloud/kept/kept'
import type { Operation, RawInputOf, ReplyOf } from '#contract/operations'
import type { MemberId } from '#contract/shared/scalars'
import { failureText } from '#text/shared/ui'
import type { Loadable } from '#ui/page/StateView'
import { type CallOutcome, call } from './call'
import { beginReading, readTogether, recall } from './readMemory'
import { askToSignIn, dropSession, sessionToken, strangersAreKnown } from './session'

interface ReadOptions {
  /** While true nothing is asked and the state is `loading`: who asks, or for what, is not yet known. */
  wait?: boolean
  /** The page has its own words for a visitor: do not lead to the sign-in page. */
  visitor?: boolean
  /** The member on whose behalf it is asked; absent for oneself. */
  actingFor?: MemberId | undefined
  /** Kept on the phone as well, so that the page opens without a network; in a browser as long as its tab lives. */
  offline?: boolean
}

/**
 * Reads an operation and reads it again whenever the page is shown again. What was read stays on the screen meanwhile,
 * also after Back, and also when reading it again fails.
 * A list without items is `empty`. Returns the read and `refresh`, which settles when the new data is there.
 */
export function useRead<Op extends Operation>(
  op: Op,
  input: RawInputOf<Op>,
  { wait = false, visitor = false, actingFor, offline = false }: ReadOptions = {},
): [Loadable<ReplyOf<Op>>, () => Promise<void>] {
  const asked = JSON.stringify(input)
  const key = keyOf(op, asked, actingFor)
  const [held, setHeld] = useState(() => ({ key, read: recalled<ReplyOf<Op>>(key, offline) }))
  const turns = useRef({ begun: 0, settled: 0 })
  const left = useRef(false)

  const look = useCallback(
    async (anew: boolean) => {
      if (wait) return
      const turn = ++turns.current.begun
      // Trying again after a failure looks like loading.
      setHeld((before) => (before.read.state === 'failed' ? { key, read: { state: 'loading' } } : before))
      const remember = beginReading(key)
      const token = sessionToken()
      const ask = () => call(op, JSON.parse(asked) as RawInputOf<Op>, { actingFor })
      const outcome = await readTogether(key, ask, anew)
      if (outcome.ok) {
        remember(outcome.data)
        if (offline) keep(keptUnder(key), outcome.data)
      }
      // A later turn asked after this one: after a command, or for another input.
      if (turn !== turns.current.begun) return
      turns.current.settled = turn
      const lacking = lacksPerson(op, outcome)
      if (lacking && visitor) dropSession(token)
      if (lacking && !visitor) {
        askToSignIn()
      } else if (outcome.ok) {
        setHeld({ key, read: settled(outcome.data) })
      } else {
        const { code } = outcome
        const message = code === 'unreachable' ? failureText.unreachableRead : outcome.message
        setHeld((before) =>
          hasData(before, key) ? before : { key, read: { state: 'failed', code, message } },
        )
      }
    },
    [key, op, asked, actingFor, wait, visitor, offline],
  )
  const refresh = useCallback(() => look(true), [look])

  useEffect(() => {
    void look(false)
  }, [look])
  // An answer may be faster than the page, whose first showing asks for nothing more.
  useDidHide(() => {
    left.current = true
  })
  useDidShow(() => {
    if (left.current && turns.current.settled === turns.current.begun) void look(false)
  })

  return [held.key === key ? held.read : recalled<ReplyOf<Op>>(key, offline), refresh]
}

const keyOf = (op: Operation, asked: string, actingFor?: MemberId) => `${op} ${actingFor ?? ''} ${asked}`

/** What the last reading of this operation for oneself has answered; absent where nothing was read yet. */
export const recalledRead = <Op extends Operation>(op: Op, input: RawInputOf<Op>): ReplyOf<Op> | undefined =>
  recall<ReplyOf<Op>>(keyOf(op, JSON.stringify(input)))

/**
 * Nobody is signed in. What says who one is answers strangers too; in a browser that means the token has run out.
 */
function lacksPerson(op: Operation, outcome: CallOutcome<object>): boolean {
  if (!outcome.ok) return outcome.code === 'unauthenticated'
  if (strangersAreKnown()) return false
  const { data } = outcome
  if (op === 'member.me') return !('member' in data)
  return op === 'home.get' && 'me' in data && !(data.me instanceof Object && 'member' in data.me)
}

const hasData = (held: { key: string; read: Loadable<unknown> }, key: string) =>
  held.key === key && 'data' in held.read

const keptUnder = (key: string) => `read:${key}`

function recalled<Data>(key: string, offline: boolean): Loadable<Data> {
  const data = recall<Data>(key) ?? (offline ? kept<Data>(keptUnder(key)) : undefined)
  return data === undefined ? { state: 'loading' } : settled(data)
}

function settled<Data>(data: Data): Loadable<Data> {
  const items = (data as { items?: unknown }).items
  return { state: Array.isArray(items) && items.length === 0 ? 'empty' : 'ready', data }
}
