import * as v from 'valibot'
import type { SubsidyRate } from './activity'
import { type ContractRow, reply } from './shared/operation'
import { type Day, day, type Instant, id, line, type MemberId } from './shared/scalars'

/**
 * Why somebody gets the transport subsidy of a course, in their own words of a short list. Nothing of it is asked
 * that would tell legal standing, illness or poverty.
 */
export const subsidyGrounds = ['returned', 'migrant', 'far', 'other'] as const
export type SubsidyGround = (typeof subsidyGrounds)[number]

/** The wording of the consent that goes with a ground; a new wording is a new version. */
export const subsidyConsentVersion = '2026-12'

/** A line of a subsidy: the id of its document, and its own key. */
const lineId = v.pipe(v.string(), v.maxLength(160), v.regex(/^sub_[A-Za-z0-9_]+-[a-z0-9]+$/))
const lineIds = v.pipe(v.array(lineId), v.minLength(1), v.maxLength(200))

const ofCourse = v.object({ activityId: id })

export const subsidyClaim = v.pipe(
  v.object({
    activityId: id,
    ground: v.picklist(subsidyGrounds),
    /** A few words, with the ground `other` alone. */
    words: v.optional(line(2, 20)),
    /** The person agrees that the ground is kept for this course. */
    consent: v.literal(true),
    /** Where staff state it for the person: what they have said, and where the paper lies. */
    word: v.optional(line(2, 200)),
  }),
  v.check(({ ground, words }) => (ground === 'other') === (words !== undefined), 'words go with other alone'),
)
export const subsidyWithdrawClaim = ofCourse
export const subsidyDraw = ofCourse
export const subsidyApprove = v.object({ lineIds })
/** `day`: when the money was handed over. */
export const subsidyPay = v.object({ lineIds, day })
/** `word`: where the printed sheet lies that the person has signed; only they themselves need none. */
export const subsidyReceive = v.object({ lineId, word: v.optional(line(2, 100)) })
export const subsidyReverse = v.object({ lineId, reason: line(2, 100) })
export const subsidySheet = ofCourse
export const subsidyLines = ofCourse
/** One's own claims; with a course, that one alone, also before there is a claim. */
export const subsidyMine = v.object({ activityId: v.optional(id) })

/** How far a line has come. */
export type SubsidyState = 'owed' | 'approved' | 'paid' | 'received' | 'reversed'

/** What is done to a line next; nothing where it is received or reversed. */
export type SubsidyStep = 'approve' | 'pay' | 'receive'

/**
 * Why the viewer may not do what comes next: the line is their own, they have computed it, they have approved or paid
 * it, or they live with the receiver or act for them.
 */
export type SubsidyBar = 'own' | 'drew' | 'spoke' | 'related'

/** What somebody is owed; or, where `fen` is negative, what was too much and comes back. */
export interface SubsidyLine {
  lineId: string
  memberId: MemberId
  name: string
  fen: number
  state: SubsidyState
  at: Instant
  drawnBy: string
  approvedBy?: string
  paidBy?: string
  paidDay?: Day
  receivedAt?: Instant
  /** Whoever noted the receipt from the printed sheet, and where that lies; absent where the person said it. */
  receivedBy?: string
  word?: string
  reversedBy?: string
  /** Absent where it was replaced since the attendance says something else. */
  reason?: string
}

/** The same, as a coordinator works on it. */
export interface SubsidyDeskLine extends SubsidyLine {
  next?: SubsidyStep
  /** The viewer may do it. */
  mayDo?: true
  bar?: SubsidyBar
  mayReverse?: true
}

export interface SubsidySums {
  /** What stands, over all that was not reversed. */
  owedFen: number
  paidFen: number
}

/** One person's subsidy of one course. */
export interface SubsidyPerson extends SubsidySums {
  memberId: MemberId
  name: string
  /** Absent once its term is over. */
  ground?: SubsidyGround
  words?: string
  withdrawn?: true
  /** At how many of the lessons they were. */
  attended: number
  /** What they are owed by the attendance as it is now. */
  dueFen: number
}

/** What a course pays for the way. */
export interface SubsidyOfCourse {
  activityId: string
  title: string
  rateFen: number
  per: SubsidyRate
}

export interface SubsidyBook extends SubsidyOfCourse, SubsidySums {
  /** How many lessons count. */
  lessons: number
  /** How many complete the course. */
  least: number
  people: SubsidyPerson[]
  lines: SubsidyDeskLine[]
  /** Drawing now would change something. */
  differs: boolean
}

/** A row of the sheet: a line that is owed, or one that reverses it. */
export interface SubsidyRow {
  lineId: string
  name: string
  fen: number
  state: SubsidyState
  /** This row takes the one of the same id back. */
  reverses?: true
  approvedBy?: string
  paidDay?: Day
  receipt?: string
  reason?: string
}

export interface SubsidyPaper extends SubsidyOfCourse, SubsidySums {
  fileName: string
  base64: string
  rows: SubsidyRow[]
  lines: SubsidyLine[]
}

export interface MySubsidy extends SubsidyOfCourse, SubsidySums {
  /** What the person has stated; absent before that. */
  claim?: { at: Instant; ground?: SubsidyGround; words?: string; withdrawn?: true }
  /** The person has a place, and the term for a claim is not over. */
  mayClaim?: true
  /** How long after the end of the course a ground is kept. */
  groundDays: number
  lines: SubsidyLine[]
}

type Lines = { lines: SubsidyLine[] }

export const subsidyOperations = {
  'subsidy.claim': { input: subsidyClaim, reply: reply<{ state: 'claimed' }>() },
  'subsidy.withdrawClaim': { input: subsidyWithdrawClaim, reply: reply<{ state: 'withdrawn' }>() },
  'subsidy.draw': { input: subsidyDraw, reply: reply<Lines>() },
  'subsidy.approve': { input: subsidyApprove, reply: reply<Lines>() },
  'subsidy.pay': { input: subsidyPay, reply: reply<Lines>() },
  'subsidy.receive': { input: subsidyReceive, reply: reply<Lines>() },
  'subsidy.reverse': { input: subsidyReverse, reply: reply<Lines>() },
  'subsidy.sheet': { input: subsidySheet, reply: reply<SubsidyPaper>() },
  'subsidy.lines': { input: subsidyLines, reply: reply<SubsidyBook>() },
  'subsidy.mine': { input: subsidyMine, reply: reply<{ items: MySubsidy[] }>() },
} as const satisfies Record<string, ContractRow>
