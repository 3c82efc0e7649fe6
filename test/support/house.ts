import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Grant } from '#contract/member'
import type { Operation, RawInputOf, ReplyOf } from '#contract/operations'
import { fromBase32, stepAt, typedCode } from '#contract/shared/attendanceCode'
import { defaultLimits } from '#contract/shared/defaultLimits'
import type { Answer } from '#contract/shared/refusal'
import type { LocalCloud } from '#local/cloud'
import { startHouse } from '#local/house'
import { sampleCommunity } from '#local/sample/community'
import { askThrough } from '#local/sample/driver'
import { settleWanted } from '#local/sample/login'
import { firstAdminOpenid } from '#local/sample/people'
import { compiled } from './compiled'
import { dayMs, hourMs, minuteMs, untilHour } from './time'

export { dayMs, hourMs, minuteMs }

/** A member whom WeChat knows. */
export interface Person {
  openid: string
  memberId: string
  /** Sends an operation as the mini-program does. */
  send<Op extends Operation>(op: Op, input: RawInputOf<Op>, more?: Sending): Promise<Answer<ReplyOf<Op>>>
  /** The same, where a refusal is not expected; throws on one. */
  ask<Op extends Operation>(op: Op, input: RawInputOf<Op>, more?: Sending): Promise<ReplyOf<Op>>
}
/** A member signed in from a browser as well. */
export interface SignedIn extends Person {
  token: string
  /** Sends an operation from the browser. */
  browse<Op extends Operation>(op: Op, input: RawInputOf<Op>, more?: Sending): Promise<Answer<ReplyOf<Op>>>
}
export interface Sending {
  commandId?: string
  actingFor?: string
}

/** A real local cloud on a folder of its own, with the sample community and no members. */
export interface TestHouse {
  cloud: LocalCloud
  dataDir: string
  /** A verified member with these roles. */
  person(openid: string, roles?: Grant[], name?: string): Promise<Person>
  /** The same, signed in from a browser: three operations more. */
  signedIn(openid: string, roles?: Grant[], name?: string): Promise<SignedIn>
  /** A person whom WeChat knows and the community does not. */
  stranger(openid: string): Pick<Person, 'openid' | 'send' | 'ask'>
  admin: Pick<Person, 'openid' | 'send' | 'ask'>
  /** Closes and opens it again on the same data. */
  restart(): Promise<void>
  /** Closes it until `resume`, so that another process may read the data. */
  pause(): Promise<void>
  resume(): Promise<void>
  close(): Promise<void>
}

/** Limits of how much one person may do on a day stand in the way of tests of something else. */
export const wideLimits = {
  ...defaultLimits,
  claimsPerDay: 500,
  openBookings: 500,
  householdOpenBookings: 500,
}

const morningHour = 9

interface HouseOptions {
  workers?: number | undefined
  functionsDir?: string
  /** No community has been written, as where a deployment has just been made. */
  nothingStands?: boolean
}

/** The house’s clock stands at nine in the morning. */
export async function openTestHouse({
  nothingStands = false,
  ...options
}: HouseOptions = {}): Promise<TestHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'house-'))
  const start = () =>
    startHouse({
      dataDir,
      functionsDir: resolve('dist/cloudfunctions'),
      port: 0,
      timers: false,
      workers: 4,
      clockStartMs: untilHour(morningHour, Date.now()),
      ...compiled,
      ...options,
    })
  let cloud = await start()
  const caller = (openid: string) => {
    // what follows from a command is there for whoever reads the store itself afterwards
    const send = async (op: string, input: unknown, more: Sending = {}) => {
      const answer = await cloud.call(openid, 'api', { op, input, ...more })
      await cloud.settled()
      return answer as never
    }
    return {
      openid,
      send,
      ask: async (op: string, input: unknown, more?: Sending) => given(op, await send(op, input, more)),
    }
  }
  const admin = caller(firstAdminOpenid) as TestHouse['admin']
  try {
    if (!nothingStands) await admin.ask('community.edit', { ...sampleCommunity, limits: wideLimits })
  } catch (fault) {
    await cloud.close()
    throw fault
  }
  return {
    get cloud() {
      return cloud
    },
    dataDir,
    admin,
    stranger: (openid) => caller(openid) as Pick<Person, 'openid' | 'send' | 'ask'>,
    async person(openid, roles, name) {
      const memberId = await settleWanted(askThrough(cloud.drive), { openid, roles, name })
      return { ...caller(openid), memberId } as Person
    },
    async signedIn(openid, roles = [], name) {
      const response = await fetch(`${cloud.url}/local/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ openid, roles, ...(name === undefined ? {} : { name }) }),
      })
      if (!response.ok) throw new Error(`login of ${openid}: ${await response.text()}`)
      const { token, memberId } = (await response.json()) as { token: string; memberId: string }
      const browse = async (op: string, input: unknown, more: Sending = {}) => {
        const answer = await cloud.api(token, { op, input, ...more })
        await cloud.settled()
        return answer
      }
      return { ...caller(openid), memberId, token, browse } as SignedIn
    },
    async restart() {
      await cloud.close()
      cloud = await start()
    },
    pause: () => cloud.close(),
    async resume() {
      cloud = await start()
    },
    async close() {
      await cloud.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function given(op: string, answer: Answer<never>): never {
  if (!answer.ok) throw new Error(`${op} was refused: ${answer.code} ${JSON.stringify(answer.issues ?? '')}`)
  return answer.data
}

/** Somebody appoints a proxy, who agrees. */
export async function appoint(member: Person, proxy: Person): Promise<void> {
  await member.ask('member.appointProxy', { memberId: proxy.memberId })
  await proxy.ask('member.acceptProxy', { memberId: member.memberId })
}

export const volunteerIn = (teamId: string): Grant => ({ role: 'volunteer', scope: { teamId } })

/** A booking as a person would fill it in; a test changes what it is about. */
export function bookingFrom(
  now: number,
  change: Partial<RawInputOf<'booking.request'>> = {},
): RawInputOf<'booking.request'> {
  return {
    service: 'repair',
    kind: 'plumbing',
    description: '厨房水龙头漏水',
    risks: '地面湿滑',
    place: 'home',
    window: { from: now + hourMs, to: now + 3 * hourMs },
    ...change,
  }
}

/** The six digits on the requester's screen now. */
export async function codeOn(house: TestHouse, requester: Person, bookingId: string): Promise<string> {
  const { secret, stepSeconds } = await requester.ask('booking.code', { bookingId })
  return typedCode(fromBase32(secret), stepAt(house.cloud.now(), stepSeconds))
}
