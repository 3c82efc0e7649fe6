import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '#cloud/call/call'
import { clockAhead } from '#cloud/call/clockAhead'
import { newCommandId } from '#cloud/call/commandId'
import { whenOnline } from '#cloud/call/whenOnline'
import { keep, kept } from '#cloud/kept/kept'
import type { RefusalCode } from '#contract/shared/refusal'
import type { AttendanceSecret } from '#ui/code/useCodeStep'
import { type DoorBook, type DoorWord, dropped, emptyBook, heard, nextAt, said } from './doorBook'

/** How often the list is read again while it stands open: others check themselves in by the code. */
const everyMs = 15_000

type Said<Word> = Word extends DoorWord ? Omit<Word, 'commandId' | 'at'> : never

export interface Door {
  book: DoorBook
  secret: AttendanceSecret | undefined
  /** Why the last reading or sending did not work. */
  failure: string | undefined
  offline: boolean
  say: (word: Said<DoorWord>) => void
  /** Sends what is unsent and reads the list again. */
  refresh: () => Promise<void>
}

/**
 * The door of a session, with or without a network: every word is kept on the phone first, shown at once, and sent in
 * order. A word whose answer is lost keeps its id, so it counts once however often it is sent.
 */
export function useDoor(sessionId: string): Door {
  const place = `door:${sessionId}`
  const secretPlace = `door:${sessionId}:code`
  const [book, setBook] = useState<DoorBook>(() => kept<DoorBook>(place) ?? emptyBook)
  const [secret, setSecret] = useState(() => kept<AttendanceSecret>(secretPlace))
  const [failure, setFailure] = useState<string>()
  const [offline, setOffline] = useState(false)
  const held = useRef(book)
  const secretHeld = useRef(secret)
  const sending = useRef(false)

  const hold = useCallback(
    (next: DoorBook) => {
      if (JSON.stringify(next) === JSON.stringify(held.current)) return
      held.current = next
      keep(place, next)
      setBook(next)
    },
    [place],
  )

  /** Whether everything was heard. */
  const send = useCallback(async (): Promise<boolean> => {
    for (;;) {
      const [word] = held.current.words
      if (!word) return true
      const outcome = await tell(sessionId, word)
      if (outcome.ok) {
        hold(heard(held.current, word, outcome.walkInId))
        setOffline(false)
        continue
      }
      setFailure(outcome.message)
      setOffline(outcome.unreachable)
      if (outcome.later) return false
      hold(dropped(held.current, word))
    }
  }, [sessionId, hold])

  const refresh = useCallback(async () => {
    if (sending.current || !sessionId) return
    sending.current = true
    setFailure(undefined)
    if (await send()) {
      const [roster, code] = await Promise.all([
        call('session.roster', { sessionId }),
        secretHeld.current ? undefined : call('session.code', { sessionId }),
      ])
      if (roster.ok) hold({ ...held.current, parties: roster.data.parties, read: true })
      else setFailure(roster.message)
      setOffline(!roster.ok && roster.code === 'unreachable')
      if (code?.ok) {
        const { secret: text, stepSeconds } = code.data
        const next = { secret: text, stepSeconds, aheadMs: clockAhead(code.data, Date.now()) }
        keep(secretPlace, next)
        secretHeld.current = next
        setSecret(next)
      }
    }
    sending.current = false
    // said while the list was being read
    if (held.current.words.length > 0) await send()
  }, [sessionId, send, hold, secretPlace])

  useEffect(() => {
    void refresh()
    const timer = setInterval(() => void refresh(), everyMs)
    const forget = whenOnline(() => void refresh())
    return () => {
      clearInterval(timer)
      forget()
    }
  }, [refresh])
  useDidShow(() => void refresh())

  return {
    book,
    secret,
    failure,
    offline,
    refresh,
    say: (word) => {
      const at = nextAt(held.current, Date.now() + (secretHeld.current?.aheadMs ?? 0))
      hold(said(held.current, { ...word, commandId: newCommandId(), at } as DoorWord))
      if (sending.current) return
      sending.current = true
      setFailure(undefined)
      void send().then(() => {
        sending.current = false
      })
    },
  }
}

/** `later`: the word stands and is sent again. */
type Told =
  | { ok: true; walkInId?: string }
  | { ok: false; later: boolean; unreachable: boolean; message: string }

/** What was not heard, or not decided: the same word may be sent again. Anything else the cloud will never take. */
const maySendAgain: ReadonlySet<string> = new Set([
  'unreachable',
  'rate_limited',
  'internal',
  'unauthenticated',
] satisfies (RefusalCode | 'unreachable')[])

async function tell(sessionId: string, word: DoorWord): Promise<Told> {
  const { commandId, at } = word
  const outcome =
    word.say === 'mark'
      ? await call(
          'session.mark',
          { sessionId, marks: [{ memberId: word.memberId, present: word.present, at }] },
          { commandId },
        )
      : word.say === 'walkIn'
        ? await call('session.walkIn', { sessionId, name: word.name, size: word.size, at }, { commandId })
        : await call('session.undoWalkIn', { sessionId, walkInId: word.walkInId }, { commandId })
  if (!outcome.ok) {
    const { code, message } = outcome
    return { ok: false, later: maySendAgain.has(code), unreachable: code === 'unreachable', message }
  }
  return { ok: true, ...('walkInId' in outcome.data && { walkInId: outcome.data.walkInId }) }
}
