import type { Envelope } from '#contract/operations'
import { sessionToken } from './session'

/** Posts the envelope to `/api` as the person signed in here. Throws where the cloud was not reached. */
export async function send(envelope: Envelope): Promise<unknown> {
  const token = sessionToken()
  const reply = await fetch('/api', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(envelope),
  })
  if (!reply.ok) throw new Error(`the cloud answered ${reply.status}`)
  return reply.json()
}
