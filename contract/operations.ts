import * as v from 'valibot'
import { accountOperations } from './account'
import { activityOperations } from './activity'
import { bookingOperations } from './booking'
import { callListOperations } from './callList'
import { campaignOperations } from './campaign'
import { certificateOperations } from './certificate'
import { communityOperations } from './community'
import { dependentOperations } from './dependent'
import { deskOperations } from './desk'
import { enrolmentOperations } from './enrolment'
import { fileOperations } from './file'
import { guardianOperations } from './guardian'
import { guideOperations } from './guide'
import { homeOperations } from './home'
import { hoursOperations } from './hours'
import { memberOperations } from './member'
import { noticeOperations } from './notice'
import { pactOperations } from './pact'
import { placementOperations } from './placement'
import { posterOperations } from './poster'
import { proxyOperations } from './proxy'
import { publicationOperations } from './publication'
import { registerOperations } from './register'
import { reportOperations } from './report'
import { requestOperations } from './request'
import { sessionOperations } from './session'
import { shiftOperations } from './shift'
import { standardOperations } from './standard'
import { stationOperations } from './station'
import { subsidyOperations } from './subsidy'
import { teamOperations } from './team'
import { trainingOperations } from './training'
import { vacancyOperations } from './vacancy'

/** Every operation: its input and its reply. Each subject's file has its own. */
export const operations = {
  ...communityOperations,
  ...homeOperations,
  ...deskOperations,
  ...memberOperations,
  ...dependentOperations,
  ...proxyOperations,
  ...accountOperations,
  ...enrolmentOperations,
  ...registerOperations,
  ...guardianOperations,
  ...teamOperations,
  ...bookingOperations,
  ...requestOperations,
  ...guideOperations,
  ...pactOperations,
  ...fileOperations,
  ...sessionOperations,
  ...shiftOperations,
  ...activityOperations,
  ...trainingOperations,
  ...subsidyOperations,
  ...hoursOperations,
  ...certificateOperations,
  ...reportOperations,
  ...noticeOperations,
  ...posterOperations,
  ...callListOperations,
  ...trainingOperations,
  ...vacancyOperations,
  ...placementOperations,
  ...publicationOperations,
  ...stationOperations,
  ...campaignOperations,
  ...standardOperations,
}

export type Operation = keyof typeof operations
export type InputOf<Op extends Operation> = v.InferOutput<(typeof operations)[Op]['input']>
/** What a client writes before the schema has trimmed and normalised it. */
export type RawInputOf<Op extends Operation> = v.InferInput<(typeof operations)[Op]['input']>
export type ReplyOf<Op extends Operation> = NonNullable<(typeof operations)[Op]['reply']['shape']>

/** What a client sends, whatever the transport. */
export interface Envelope {
  op: string
  input?: unknown
  /** Made once per intention: the same person, operation and commandId have their effect once. */
  commandId?: string
  /** The member on whose behalf the caller acts. */
  actingFor?: string
  /** The answer says the cloud's time as well, as `at`. */
  clock?: boolean
}
export const envelope = v.object({
  op: v.string(),
  input: v.optional(v.unknown()),
  commandId: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
  actingFor: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/))),
  clock: v.optional(v.boolean()),
})
