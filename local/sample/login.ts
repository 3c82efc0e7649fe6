import type { PairBegun, Polled } from '#contract/desk'
import type { Grant } from '#contract/member'
import type { Answer } from '#contract/shared/refusal'
import { type Ask, samplePerson, settlePerson, stranger } from './driver'

/** A browser's call to the api, without a token. */
export type CallAsBrowser = (body: unknown) => Promise<unknown>

/** A sample person, or one whom the sample does not have, with these roles beside their own. */
export interface WantedPerson {
  openid: string
  name?: string | undefined
  roles?: Grant[] | undefined
}

/** Registers and verifies the person where they are unknown, and answers their id. */
export function settleWanted(ask: Ask, { openid, name, roles = [] }: WantedPerson): Promise<string> {
  const person = samplePerson(openid) ?? stranger(openid, name, roles)
  return settlePerson(ask, { ...person, roles: [...person.roles, ...roles] })
}

/**
 * Signs a browser in as a sample person by pairing: the browser shows digits, the person approves them in the
 * mini-program, the browser polls. An unknown person is registered and verified first.
 */
export async function login(
  ask: Ask,
  browser: CallAsBrowser,
  wanted: WantedPerson,
): Promise<{ token: string; memberId: string }> {
  const memberId = await settleWanted(ask, wanted)
  const pair = dataOf<PairBegun>(await browser({ op: 'desk.begin', input: {} }))
  await ask(wanted.openid, 'desk.approve', { pairId: pair.pairId, digits: pair.digits })
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
