import { createHash } from 'node:crypto'
import type { Role, Scope } from '#contract/member'
import type { Operation, RawInputOf, ReplyOf } from '#contract/operations'
import type { Answer } from '#contract/shared/refusal'
import { firstAdminOpenid, type SamplePerson, samplePeople } from './people'

/** Calls a function as a person in WeChat does; the local cloud provides it. */
export type CallAs = (openid: string, name: string, data: unknown) => Promise<unknown>

/** Asks an operation as a person. Throws on a refusal: sample people do nothing that is refused. */
export type Ask = <Op extends Operation>(
  openid: string,
  op: Op,
  input: RawInputOf<Op>,
) => Promise<ReplyOf<Op>>

/** The cloud's clock while it is being filled: it starts a week ago and ends at the present. */
export interface SampleClock {
  now(): number
  /** Moves the clock to an instant; does nothing if that is past. */
  until(at: number): Promise<void>
}

export class SampleRefused extends Error {
  constructor(
    op: string,
    readonly code: string,
  ) {
    super(`the sample was refused ${op}: ${code}`)
  }
}

export function askThrough(call: CallAs): Ask {
  return async (openid, op, input) => {
    const answer = (await call(openid, 'api', { op, input })) as Answer<never>
    if (!answer.ok) throw new SampleRefused(op, answer.code)
    return answer.data
  }
}

const consents = [
  { kind: 'service', version: '2026-11' },
  { kind: 'sensitive', version: '2026-11' },
] as const

/**
 * Registers and verifies a person, where the register has not verified them already, and gives them their
 * roles by the product's own operations. Doing it again changes nothing. A member whose move is being checked
 * stays so.
 */
export async function settlePerson(ask: Ask, person: SamplePerson): Promise<string> {
  const { openid, name, phone, gridId, estateId, building, unit } = person
  const known = (await ask(openid, 'member.me', {})).member
  const { memberId, state } =
    known ??
    (await ask(openid, 'member.register', {
      name,
      phone,
      gridId,
      estateId,
      building,
      unit,
      consents: [...consents],
    }))
  if (person.pending) return memberId
  if (state !== 'verified' && !known?.movedFrom)
    await ask(firstAdminOpenid, 'member.verify', { memberId, accept: true }).catch(
      allowing('already_decided', undefined),
    )
  for (const grant of person.roles) await giveRole(ask, person, memberId, grant)
  return memberId
}

async function giveRole(
  ask: Ask,
  person: SamplePerson,
  memberId: string,
  grant: SamplePerson['roles'][number],
): Promise<void> {
  const teamId = grant.scope?.teamId
  if (grant.role === 'volunteer' && teamId !== undefined && (person.licences || person.skills)) {
    const { skills = [], licences = [] } = person
    await ask(person.openid, 'team.apply', { teamId, skills, licences })
    await ask(firstAdminOpenid, 'team.decide', { memberId, teamId, accept: true }).catch(
      allowing('already_decided', undefined),
    )
    return
  }
  if (grant.role === 'resident') return
  const scope = grant.scope ?? defaultScope(person, grant.role)
  await ask(firstAdminOpenid, 'member.grant', { memberId, role: grant.role, ...(scope && { scope }) })
}

/** The scope of a role where none is given: a worker's own grid, an officer's community. */
function defaultScope({ gridId }: SamplePerson, role: Role): Scope | undefined {
  if (role === 'grid_worker') return { gridId }
  return role === 'officer' ? { tier: 'community' } : undefined
}

/** Lets one refusal pass, because somebody else was first. */
function allowing<Value>(code: string, instead: Value) {
  return (fault: unknown): Value => {
    if (fault instanceof SampleRefused && fault.code === code) return instead
    throw fault
  }
}

/** Somebody whom the sample does not have, in a household of the sample community. */
export function stranger(
  openid: string,
  name: string | undefined,
  roles: SamplePerson['roles'],
): SamplePerson {
  const digest = createHash('sha256').update(openid).digest()
  const pick = (index: number, count: number) => (digest[index] ?? 0) % count
  const serial = String(digest.readUInt32BE(8) % 10_000_000).padStart(7, '0')
  return {
    openid,
    name: name ?? `居民${digest.toString('hex').slice(0, 4)}`,
    note: '',
    phone: `1391${serial}`,
    estateId: 'huochai',
    building: `${pick(0, 8) + 1}栋`,
    // so many doors that hardly two strangers share one: people of one dwelling do not credit each other
    unit: `${pick(1, 9) + 1}-${(digest.readUInt16BE(4) % 900) + 100}`,
    gridId: `grid${pick(3, 10) + 1}`,
    roles,
  }
}

export const samplePerson = (openid: string): SamplePerson | undefined =>
  samplePeople.find((person) => person.openid === openid)
