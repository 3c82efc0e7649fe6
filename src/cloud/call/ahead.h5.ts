import type { Envelope } from '#contract/operations'
import { keptToken } from './token.h5'

/** What was asked before there was anybody to take the answer, and as whom. */
let ahead: { asked: string; answer: Promise<Response> } | undefined

/**
 * Asks for what the first page will ask for, while the page itself is still on its way. Its own first call takes the
 * answer; if that is another call, nobody does.
 */
export function askAhead(envelope: Envelope): void {
  const answer = fetch('/api', posted(envelope))
  // whoever takes the answer hears of it
  answer.catch(() => {})
  ahead = { asked: keyOf(envelope), answer }
}

/** Posts the envelope to `/api` as the person signed in here, or takes the answer that was asked for ahead. */
export function post(envelope: Envelope): Promise<Response> {
  const held = ahead
  ahead = undefined
  return held?.asked === keyOf(envelope) ? held.answer : fetch('/api', posted(envelope))
}

const keyOf = (envelope: Envelope) => `${keptToken()} ${JSON.stringify(envelope)}`

function posted(envelope: Envelope): RequestInit {
  const token = keptToken()
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(envelope),
  }
}
