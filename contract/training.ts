import * as v from 'valibot'
import type { CertificateIssued } from './certificate'
import type { LessonView, SignupState } from './session'
import { type ContractRow, reply } from './shared/operation'
import { type Instant, id, line, type MemberId, phone, wholeNumber } from './shared/scalars'
import type { SubsidySums } from './subsidy'

export const trainingOne = v.object({ activityId: id })

/** `anyway`: also where nobody took attendance at a lesson; it then counts as missed by everybody. */
export const trainingComplete = v.object({ activityId: id, anyway: v.optional(v.boolean()) })

/** Somebody who came to a lesson without a sign-up gets a place; their own number says who they are. */
export const trainingAdmit = v.object({
  sessionId: id,
  lessonId: v.optional(id),
  walkInId: id,
  phone: v.optional(phone),
})

/** Why a course cannot be completed yet. */
export type CannotComplete = 'cancelled' | 'lesson_ahead' | 'lesson_untaken'

/** Somebody who came to a lesson without a sign-up. */
export interface BoardWalkIn {
  walkInId: string
  name: string
  size: number
  /** They may still get a place: one is free, nobody waits, and enough lessons are left. */
  mayJoin?: true
}
/** A lesson of a course as its coordinator looks back on it. */
export interface BoardLesson extends LessonView {
  /** Its place among the planned lessons; what makes up for one has that one's. */
  number: number
  over: boolean
  /** Somebody was found there. */
  taken: boolean
  /** Its list is closed: who had a place and was not found has missed it. */
  closed: boolean
  /** How many trainees were there. */
  came: number
  walkIns: BoardWalkIn[]
}
/** One trainee, by all lessons. */
export interface TraineeRow {
  memberId: MemberId
  name: string
  state: SignupState
  /** By lesson; one of which nobody has said anything is absent. */
  attended: Record<string, boolean>
  /** At how many of the lessons that count. */
  count: number
  /** The certificate that stands, or else the last that was revoked. */
  certificateNo?: string
  revoked?: true
}
/** Who was where, for the coordinator. */
export interface CourseBoard {
  sessionId: string
  title: string
  place: string
  from: Instant
  to: Instant
  /** In the order of their beginnings. */
  lessons: BoardLesson[]
  /** In the order of their sign-ups. */
  rows: TraineeRow[]
  /** How many lessons complete the course, and how many count. */
  least: number
  of: number
  /** `enough`: trainees who have been at enough lessons by now. `completed`: certificates that stand. */
  totals: { signedUp: number; waiting: number; enough: number; completed: number }
  /** Over all kinds of material. */
  materials: { count: number; handedOut: number }
  /** What is owed and paid to all together; absent where nobody has asked for it. */
  subsidy?: SubsidySums
  /** The lessons that are over and at which nobody took attendance. */
  untaken: string[]
  /** When it was completed first. */
  completedAt?: Instant
  /** Absent where it may be completed now, or completed anew. */
  cannotComplete?: CannotComplete
}

/** How many of the trainees were at enough lessons, and have a certificate. */
export interface CourseCompleted {
  completed: number
  trainees: number
  least: number
  of: number
}

// materials of a course

/** How many kinds of material one course may have. */
export const mostStocks = 50

/** Without `stockId` it makes a new stock; with it, title and count are replaced. */
export const trainingStock = v.object({
  activityId: id,
  title: line(1, 20),
  /** How many there are in all, those handed out among them. */
  count: wholeNumber(0, 10_000),
  stockId: v.optional(id),
})

export const trainingHandOut = v.object({ stockId: id, memberId: id })
export const trainingTakeBack = v.object({ stockId: id, memberId: id })
export const trainingStocks = v.object({ activityId: id })

/** Somebody who has, or had, a place in a course. */
export interface TraineeName {
  memberId: MemberId
  name: string
}

/** Who has one of a stock. */
export interface StockHolder extends TraineeName {
  at: Instant
  /** Who handed it out. */
  by: string
}

export interface StockView {
  stockId: string
  title: string
  count: number
  left: number
  /** The latest first. */
  holders: StockHolder[]
}

/** The materials of a course, and everybody who may get some. */
export interface Stocks {
  title: string
  items: StockView[]
  trainees: TraineeName[]
}

/** How many of a stock are left after the step. */
export interface StockLeft {
  stockId: string
  left: number
}

const materialOperations = {
  'training.stock': { input: trainingStock, reply: reply<StockLeft>() },
  'training.handOut': { input: trainingHandOut, reply: reply<StockLeft>() },
  'training.takeBack': { input: trainingTakeBack, reply: reply<StockLeft>() },
  'training.stocks': { input: trainingStocks, reply: reply<Stocks>() },
} as const satisfies Record<string, ContractRow>

export const trainingOperations = {
  'training.board': { input: trainingOne, reply: reply<CourseBoard>() },
  'training.complete': { input: trainingComplete, reply: reply<CourseCompleted>() },
  'training.certificate': { input: trainingOne, reply: reply<CertificateIssued>() },
  'training.admit': { input: trainingAdmit, reply: reply<{ memberId: MemberId }>() },
  ...materialOperations,
} as const satisfies Record<string, ContractRow>
