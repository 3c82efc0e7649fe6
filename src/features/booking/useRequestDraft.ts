import { useRef, useState } from 'react'
import type { MemberId } from '#contract/scalars'
import { discard, keep, kept } from '../../cloud/kept'
import type { Unanswered, UnansweredPlace } from '../../cloud/useCommand'
import { emptyDraft, type RequestDraft, type RequestWords } from './requestDraft'

export interface HeldDraft {
  draft: RequestDraft
  /** A choice: the page shows it at once. */
  choose: (next: RequestDraft) => void
  /** Typed words: the field shows them itself, so the page is not drawn again. */
  write: (words: Partial<RequestWords>) => void
  /** The draft with every word typed so far. */
  written: () => RequestDraft
  /** The command whose answer never came, kept with the draft: a retry after Back is still the same booking. */
  unanswered: UnansweredPlace
  /** It is booked: nothing is kept any longer. */
  clear: () => void
}

/** What is being written for one service and, where that was given, one member; kept on the phone until it is booked. */
export function useRequestDraft(service: string | undefined, actingFor?: MemberId): HeldDraft {
  const place = `request:${service ?? ''}${actingFor ? `:${actingFor}` : ''}`
  const unansweredPlace = `${place}:unanswered`
  const [draft, setDraft] = useState(() => kept<RequestDraft>(place) ?? emptyDraft(Date.now()))
  const current = useRef(draft)

  const hold = (next: RequestDraft) => {
    current.current = next
    keep(place, next)
  }
  return {
    draft,
    choose: (next) => {
      hold({ ...next, ...wordsOf(current.current) })
      setDraft(current.current)
    },
    write: (words) => hold({ ...current.current, ...words }),
    written: () => current.current,
    unanswered: {
      get current() {
        return kept<Unanswered>(unansweredPlace)
      },
      set current(command) {
        if (command) keep(unansweredPlace, command)
        else discard(unansweredPlace)
      },
    },
    clear: () => {
      discard(place)
      discard(unansweredPlace)
    },
  }
}

const wordsOf = ({ description, address, riskWords }: RequestDraft): RequestWords => ({
  description,
  address,
  riskWords,
})
