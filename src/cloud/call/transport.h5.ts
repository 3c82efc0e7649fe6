import type { Envelope } from '#contract/operations'
import { post } from './ahead.h5'

/** Posts the envelope to `/api` as the person signed in here. Throws where the cloud was not reached. */
export async function send(envelope: Envelope): Promise<unknown> {
  const reply = await post(envelope)
  if (!reply.ok) throw new Error(`the cloud answered ${reply.status}`)
  return reply.json()
}
