import * as v from 'valibot'
import {
  type Caller,
  type Context,
  type Identity,
  identify,
  personOf,
  withoutOffice,
  worksInGrid,
} from '#app/call/context'
import { fingerprintOf, freshId, sha256 } from '#app/call/ids'
import { isAnsweredAlike, isTakenBack, type OperationRow, runRow } from '#app/call/row'
import type { Deployment, Settings } from '#app/call/settings'
import { type Afterwards, changesWith } from '#app/change/change'
import { keysFit } from '#app/community/canary'
import { loadCommunity } from '#app/community/community'
import { carryOut } from '#app/effects/carryOut'
import { lookupSpent } from '#app/member/lookups'
import { principalOf, tellBoth } from '#app/proxy/proxies'
import { envelope, type Operation, operations } from '#contract/operations'
import { defaultLimits } from '#contract/shared/defaultLimits'
import { type Answer, type Issue, type Refusal, refuse } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import type { Command } from '#core/change/aggregate'
import type { Member } from '#core/member/member'
import { BadCursor } from '#store/engine/cursor'
import { callsMade } from '#store/platform/callCount'
import { faultFields, lacksRoom, log } from '#store/platform/log'
import type { CommunityDocument } from '#store/rows/community'
import { isRepeat, keepsItsWord } from './intent'
import { askedTooOften, paceOf } from './pace'
import { admit } from './policy'
import { isOperation, table } from './table'

/**
 * Answers one call, with the cloud's time where that was asked for. What nobody waits for is handed to `afterwards`. The order of checks is fixed: operation, identity, pace, role, input, existence.
 * A fault is logged without personal data and answered as `internal`; it never reaches the caller.
 */
export async function answerCall(
  caller: Caller,
  body: unknown,
  { communityId, settings }: Deployment,
  afterwards: Afterwards,
): Promise<Answer<unknown> & { at?: Instant }> {
  const startedAt = performance.now()
  const before = callsMade()
  const opened = v.safeParse(envelope, body)
  const named = nameOf(body)
  const op = named !== undefined && isOperation(named) ? named : undefined
  let given: Answer<unknown>
  try {
    if (op === undefined) given = refuse('unknown_operation')
    else if (!opened.success) given = refuse('invalid_input', issuesOf(opened.issues))
    else given = await run(op, caller, opened.output, { communityId, settings }, afterwards)
  } catch (fault) {
    given = refusalOf(fault)
    if (given.code !== 'invalid_input') log('api.fault', { op, answer: given.code, ...faultFields(fault) })
  }
  log('api.call', {
    op: op ?? 'unknown',
    via: caller.via,
    answer: given.ok ? 'ok' : given.code,
    ms: Math.round(performance.now() - startedAt),
    calls: callsMade() - before,
  })
  return opened.success && opened.output.clock ? { ...given, at: Date.now() } : given
}

function refusalOf(fault: unknown): Refusal {
  if (fault instanceof BadCursor) return refuse('invalid_input', [{ path: 'cursor', message: fault.message }])
  return refuse(lacksRoom(fault) ? 'no_room' : 'internal')
}

function nameOf(body: unknown): string | undefined {
  const op = body !== null && typeof body === 'object' ? (body as { op?: unknown }).op : undefined
  return typeof op === 'string' ? op : undefined
}

async function run<Op extends Operation>(
  op: Op,
  caller: Caller,
  call: v.InferOutput<typeof envelope>,
  { communityId, settings }: Deployment,
  afterwards: Afterwards,
): Promise<Answer<unknown>> {
  const now = Date.now()
  const row: OperationRow<Op> = table[op]
  const [identity, stored] = await Promise.all([
    whoCalls(op, caller, call, communityId, now),
    loadCommunity(communityId),
  ])
  if (stored && !(await keysFit(stored, settings))) return refuse('wrong_keys')
  const pace = paceOf(row)
  const mayComeAgain = call.commandId !== undefined
  const admission = askedTooOften({ op, pace, mayBeRepeat: mayComeAgain, at: now }, caller, identity, stored)
  if (admission === 'stop') return refuse('rate_limited')
  const acting = await actingIn(row, call.actingFor, identity, settings)
  if ('ok' in acting) return acting
  const refusal = admit(row, acting.subject, settings)
  if (refusal) return refusal
  // valibot takes a list for an object without required fields
  if (Array.isArray(call.input)) return refuse('invalid_input', [{ path: '', message: 'is a list' }])
  const parsed = v.safeParse(operations[op].input, call.input ?? {})
  if (!parsed.success) return refuse('invalid_input', issuesOf(parsed.issues))
  const community = stored ?? emptyCommunity(communityId)
  if ((community.rev === 0 || community.settingUp) && !row.beforeAll) return refuse('setting_up')
  const { member: actor } = identity
  const { member } = acting.subject
  // the openid, unlike the member, is there before registering: a repeat of registering has the same key
  const who = [identity.openid ?? '', ...(acting.principal ? [acting.principal._id] : [])]
  const command: Command = {
    key: sha256(JSON.stringify([...who, op, call.commandId ?? freshId('c')])).slice(0, 24),
    fingerprint: fingerprintOf(parsed.output, settings.sealing),
    at: now,
    mayComeAgain,
    ...(actor ? { who: actor.name, whoId: actor._id } : {}),
    ...(acting.principal ? { onBehalf: true as const } : {}),
    ...(isTakenBack(row, parsed.output) ? { takesBack: true as const } : {}),
  }
  if (admission === 'repeats' && !(await isRepeat(row, command))) return refuse('rate_limited')
  if (actor && !caller.unpaced) {
    const spent = await lookupSpent({ pace, at: now }, actor, community, settings)
    if (spent) return spent
  }
  if (mayComeAgain && !(await keepsItsWord(row, command, communityId))) return refuse('conflict')
  const { change, changeAll, payOff } = changesWith(carryOut, afterwards)
  const context: Context = {
    settings,
    community,
    caller,
    writer: identity.openid,
    identity: acting.subject,
    member,
    command,
    change,
    changeAll,
    payOff,
  }
  const given = await runRow(row, context, parsed.output)
  if (given.ok && actor && acting.principal)
    await tellBoth(op, row, actor, acting.principal, command, aboutOf(given.data, parsed.output))
  return given
}

/**
 * Finds who calls, unless the answer is the same for everybody and WeChat has said the openid. A browser's token
 * says nothing before it is looked up, and would be counted as somebody.
 */
function whoCalls<Op extends Operation>(
  op: Op,
  caller: Caller,
  { input, actingFor }: v.InferOutput<typeof envelope>,
  communityId: string,
  now: number,
): Promise<Identity> | Identity {
  if (caller.via === 'mini_program' && actingFor === undefined) {
    const row: OperationRow<Op> = table[op]
    const parsed = v.safeParse(operations[op].input, input ?? {})
    if (parsed.success && isAnsweredAlike(row, parsed.output)) return { openid: caller.openid }
  }
  return identify(caller, communityId, now)
}

/** Finds whom a call is made for: the caller, or the member they act for. */
async function actingIn(
  row: Pick<OperationRow, 'onBehalf'>,
  actingFor: string | undefined,
  identity: Identity,
  settings: Settings,
): Promise<{ subject: Identity; principal?: Member } | Refusal> {
  if (actingFor === undefined || actingFor === identity.member?._id) return { subject: identity }
  if (identity.openid === undefined) return refuse('unauthenticated')
  const principal = await principalOf(row, identity, actingFor, settings)
  if ('ok' in principal) return principal
  const actedFor = worksInGrid({ identity, settings }, principal.gridId) ? 'staff' : 'proxy'
  // no deskId: whoever acts for somebody must not sign the other's browsers out
  return {
    subject: {
      ...(principal.openid !== undefined && { openid: principal.openid }),
      ...personOf(withoutOffice(principal)),
      actedFor,
    },
    principal,
  }
}

/** Finds the booking or the request that an answer, or else its input, is about. */
function aboutOf(...about: unknown[]): { bookingId?: string; requestId?: string } {
  for (const each of about) {
    const { bookingId, requestId } = (each ?? {}) as { bookingId?: unknown; requestId?: unknown }
    if (typeof bookingId === 'string') return { bookingId }
    if (typeof requestId === 'string') return { requestId }
  }
  return {}
}

/** The first admin's first edit starts from this. */
function emptyCommunity(communityId: string): CommunityDocument {
  return {
    _id: communityId,
    rev: 0,
    name: '',
    phone: '',
    estates: [],
    grids: [],
    groups: [],
    services: [],
    requestCategories: [],
    projects: [],
    teams: [],
    limits: defaultLimits,
  }
}

function issuesOf(issues: readonly v.BaseIssue<unknown>[]): Issue[] {
  return issues.slice(0, 20).map((issue) => ({
    path: v.getDotPath(issue) ?? '',
    // what was sent may be a telephone number or a door, so it is not repeated
    message: issue.message.replace(/ (but|and) received [\s\S]*$/, ''),
  }))
}
