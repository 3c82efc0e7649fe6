import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { phoneNow } from '#clock'
import { type CallOutcome, call } from '#cloud/call/call'
import { clockAhead } from '#cloud/call/clockAhead'
import { newCommandId } from '#cloud/call/commandId'
import { whenOnline } from '#cloud/call/whenOnline'
import { keep, kept } from '#cloud/kept/kept'
import { sendLater } from '#cloud/kept/sendLater'
import type { ReplyOf } from '#contract/operations'
import { secondMs } from '#contract/shared/time'
import type { AttendanceSecret } from '#ui/code/useCodeStep'
import {
  afterAccepted,
  afterRefused,
  type DoorBook,
  type DoorWord,
  emptyBook,
  nextWordAt,
  type Said,
  withRoster,
  withWord,
} from './doorBook'

/** How often the open list is read again, since parties check in by the code meanwhile. */
const everyMs = 15 * secondMs
/** A word is on its way so long before the page calls it unsent: what comes and goes at once would move the list. */
const underWayMs = 2 * secondMs

export interface DoorOnPhone {
  book: DoorBook
  secret: AttendanceSecret | undefined
  /** Why the last read or send failed. */
  failure: string | undefined
  offline: boolean
  /** Words wait, and not only for an answer that is about to come. */
  waits: boolean
  say: (word: Said) => void
  /** Sends the waiting words and reads the list again. */
  refresh: () => Promise<void>
}

/**
 * The door of a session, or of a lesson of a course, with or without a network. Every word is kept on the phone, shown at once and sent in
 * order. A word keeps its id until an answer comes, so it counts once however often it is sent.
 */
export function useDoor(sessionId: string, lessonId?: string): DoorOnPhone {
  const keptUnder = `door:${lessonId ?? sessionId}`
  const secretKeptUnder = `${keptUnder}:code`
  const [where] = useState((): At => ({ sessionId, ...(lessonId && { lessonId }) }))
  const [book, setBook] = useState<DoorBook>(() => kept<DoorBook>(keptUnder) ?? emptyBook)
  const [secret, setSecret] = useState(() => kept<AttendanceSecret>(secretKeptUnder))
  const [failure, setFailure] = useState<string>()
  const [offline, setOffline] = useState(false)
  const unsent = book.words.length > 0
  const slow = useSlow(unsent)
  const held = useRef(book)
  const secretHeld = useRef(secret)
  const sending = useRef(false)

  const hold = useCallback(
    (next: DoorBook) => {
      if (JSON.stringify(next) === JSON.stringify(held.current)) return
      held.current = next
      keep(keptUnder, next)
      setBook(next)
    },
    [keptUnder],
  )

  const [sendWords] = useState(() =>
    sendLater<DoorWord, DoorReply>({
      waiting: () => held.current.words,
      send: async (word) => {
        const outcome = await sendWord(where, word)
        if (!outcome.ok) setFailure(outcome.message)
        setOffline(!outcome.ok && outcome.code === 'unreachable')
        return outcome
      },
      settle: (word, outcome) =>
        hold(
          outcome.ok
            ? afterAccepted(held.current, word, walkInOf(outcome.data))
            : afterRefused(held.current, word),
        ),
    }),
  )
  /** Sends until no word waits, including those added meanwhile. Answers whether all were sent. */
  const send = useCallback(async (): Promise<boolean> => {
    while (held.current.words.length > 0) if (!(await sendWords())) return false
    return true
  }, [sendWords])

  const refresh = useCallback(async () => {
    if (sending.current || !where.sessionId) return
    sending.current = true
    setFailure(undefined)
    if (await send()) {
      const [roster, code] = await Promise.all([
        call('session.roster', where),
        secretHeld.current ? undefined : call('session.code', where),
      ])
      if (roster.ok) hold(withRoster(held.current, roster.data))
      else setFailure(roster.message)
      setOffline(!roster.ok && roster.code === 'unreachable')
      if (code?.ok) {
        const next = secretOf(code.data)
        keep(secretKeptUnder, next)
        secretHeld.current = next
        setSecret(next)
      }
    }
    sending.current = false
    // Words may have been added while the list was being read.
    if (held.current.words.length > 0) await send()
  }, [where, send, hold, secretKeptUnder])

  useAgain(refresh)

  return {
    book,
    secret,
    failure,
    offline,
    waits: unsent && (slow || offline || failure !== undefined),
    refresh,
    say: (word) => {
      const at = nextWordAt(held.current, phoneNow() + (secretHeld.current?.aheadMs ?? 0))
      hold(withWord(held.current, { ...word, commandId: newCommandId(), at } as DoorWord))
      if (sending.current) return
      sending.current = true
      setFailure(undefined)
      void send().then(() => {
        sending.current = false
      })
    },
  }
}

const secretOf = (code: ReplyOf<'session.code'>): AttendanceSecret => ({
  secret: code.secret,
  stepSeconds: code.stepSeconds,
  aheadMs: clockAhead(code, phoneNow()),
})

/** Reads at once, now and then, when the network is back, and when the page is shown again. */
function useAgain(refresh: () => Promise<void>): void {
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
}

/** Whether words have been on their way for longer than an answer takes. */
function useSlow(unsent: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    setSlow(false)
    if (!unsent) return
    const timer = setTimeout(() => setSlow(true), underWayMs)
    return () => clearTimeout(timer)
  }, [unsent])
  return slow
}

type DoorReply = ReplyOf<'session.mark' | 'session.walkIn' | 'session.undoWalkIn'>

/** The id that the cloud gave to a walk-in. */
const walkInOf = (reply: DoorReply) => ('walkInId' in reply ? reply.walkInId : undefined)

/** The session, or the lesson of a course, at whose door the phone is. */
interface At {
  sessionId: string
  lessonId?: string
}

/** Sends one word to the cloud. */
async function sendWord(at: At, word: DoorWord): Promise<CallOutcome<DoorReply>> {
  const { commandId, at: said } = word
  switch (word.say) {
    case 'mark': {
      const { memberId, present } = word
      return call('session.mark', { ...at, marks: [{ memberId, present, at: said }] }, { commandId })
    }
    case 'walkIn': {
      const { name, size } = word
      return call('session.walkIn', { ...at, name, size, at: said }, { commandId })
    }
    case 'undoWalkIn':
      return call('session.undoWalkIn', { ...at, walkInId: word.walkInId }, { commandId })
  }
}
