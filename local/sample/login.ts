import type { PairBegun, Polled } from '#contract/desk'
import type { Grant } from '#contract/member'
import type { Answer } from '#contract/shared/refusal'
import { type Ask, samplePerson, settlePerson, stranger } from './driver'

/** A browser's call to the api, without a token. */
export type CallAsBrowser = (body: unknown) => Promise<unknown>

/**
 * Signs a browser in as a sample person by pairing: the browser shows digits, the person approves them in the
 * mini-program, the browser polls. An unknown person is registered and verified first.
 */
export async function login(
  ask: Ask,
  browser: CallAsBrowser,
  { openid, name, roles = [] }: { openid: string; name?: string | undefined; roles?: Grant[] | undefined },
): Promise<{ token: string; memberId: string }> {
  const person = samplePerson(openid) ?? stranger(openid, name, roles)
  const memberId = await settlePerson(ask, { ...person, roles: [...person.roles, ...roles] })
  const pair = dataOf<PairBegun>(await browser({ op: 'desk.begin', input: {} }))
  await ask(openid, 'desk.approve', { pairId: pair.pairId, digits: pair.digits })
  const { token } = dataOf<Polled>(
    await browser({ op: 'desk.poll', input: { pairId: pair.pairId, pollSecret: pair.pollSecret } }),
  )
  if (token === undefined) throw new Error('pairing gave no token')
  return { token, memberId }
}

function dataOf<Data>(answer: unknown): Data {
  const given = answer as Answer<Data>
  if (!given.ok) throw new Error(`pairing was refused: ${given.code}`)
  return given.data
}
