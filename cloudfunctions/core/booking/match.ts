import type { MatchReason } from '#contract/booking'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { charactersOf } from '#contract/shared/text'
import { dayMs } from '#contract/shared/time'
import { weekNumberOf } from '#contract/shared/wallClock'
import { type Booking, windowsOverlap } from './booking'

/** What a match asks of a booking; `skills`: the skills that help with its kind. */
export interface Wanted
  extends Pick<
    Booking,
    | '_id'
    | 'estateId'
    | 'kindTitle'
    | 'windowFrom'
    | 'windowTo'
    | 'needsLicence'
    | 'minAge'
    | 'atRisk'
    | 'invitedIds'
    | 'givenBackIds'
  > {
  skills: readonly string[]
}

interface Promised {
  /** The id of the booking, or of the shift place. */
  heldFor: string
  from: Instant
  to: Instant
}

/** What a match asks of a volunteer. */
export interface Candidate {
  memberId: MemberId
  estateId: string
  /** The skills they named in the booking's team. */
  skills: readonly string[]
  /** Licences that are valid on the day of the booking. */
  licences: readonly string[]
  /** In whole years; undefined for an adult who gave no birthday. */
  age?: number | undefined
  /** The holds of the diary: a claim could clash with them. */
  holds: readonly Promised[]
  /** Claims since some weeks before now, future ones included. */
  claims: readonly Promised[]
}

export interface Match {
  points: number
  /** The reasons, the strongest first. */
  reasons: MatchReason[]
}

/**
 * The weight of each reason. A skill or a needed licence weighs more than the same estate; either weighs more
 * than a busy week takes away. So a volunteer who is near and able comes first, and among equals the one who
 * has done least.
 */
const weights = {
  invited: 100,
  skill: 5,
  licence: 5,
  sameEstate: 4,
  weekFree: 2,
  atRisk: 2,
  /** For each promise in the booking's week; at most three count. */
  inWeek: -1,
  /** For every two claims of the four weeks before; counts at most three times. */
  lately: -1,
  clash: -40,
  gaveBack: -60,
  mayNot: -80,
} as const
const atMost = 3

/** Claims of so many weeks count as recent. */
export const recentWeeks = 4
const weekMs = 7 * dayMs

/** How well a volunteer fits a booking now, with reasons that the reader can check. */
export function matchOf(wanted: Wanted, who: Candidate, now: Instant): Match {
  const reasons: MatchReason[] = []
  let points = 0
  const count = (weight: number, reason?: MatchReason) => {
    points += weight
    if (reason) reasons.push(reason)
  }
  if (wanted.invitedIds?.includes(who.memberId)) count(weights.invited, { reason: 'invited' })
  if (wanted.needsLicence !== null && !who.licences.includes(wanted.needsLicence))
    count(weights.mayNot, { reason: 'licence_missing', licence: wanted.needsLicence })
  if (who.age !== undefined && who.age < wanted.minAge) count(weights.mayNot, { reason: 'too_young' })
  if (wanted.givenBackIds?.includes(who.memberId)) count(weights.gaveBack, { reason: 'gave_back' })
  if (who.holds.some((held) => held.heldFor !== wanted._id && windowsOverlap(held, windowOf(wanted))))
    count(weights.clash, { reason: 'clash' })
  if (who.estateId === wanted.estateId) count(weights.sameEstate, { reason: 'same_estate' })
  if (wanted.needsLicence !== null && who.licences.includes(wanted.needsLicence))
    count(weights.licence, { reason: 'licence', licence: wanted.needsLicence })
  else {
    const skill = fittingSkill(who.skills, [wanted.kindTitle, ...wanted.skills])
    if (skill !== undefined) count(weights.skill, { reason: 'skill', skill })
  }
  const { inWeek, lately } = loadOf(wanted, who, now)
  if (inWeek === 0) count(weights.weekFree, { reason: 'week_free' })
  else count(weights.inWeek * Math.min(inWeek, atMost), { reason: 'week_load', count: inWeek })
  count(weights.lately * Math.min(Math.floor(lately / 2), atMost))
  if (wanted.atRisk) count(weights.atRisk, { reason: 'at_risk' })
  return { points: points || 0, reasons }
}

const windowOf = ({ windowFrom: from, windowTo: to }: Wanted) => ({ from, to })

/**
 * How many promises are in the booking's week, and how many claims in the weeks before now; each promise
 * counts once.
 */
function loadOf(wanted: Wanted, { holds, claims }: Candidate, now: Instant) {
  const others = [...holds, ...claims].filter(({ heldFor }) => heldFor !== wanted._id)
  const week = weekNumberOf(wanted.windowFrom)
  const inWeek = new Set(
    others.filter(({ from }) => weekNumberOf(from) === week).map(({ heldFor }) => heldFor),
  )
  const recent = claims.filter(({ from }) => from > now - recentWeeks * weekMs && from <= now)
  return { inWeek: inWeek.size, lately: recent.filter(({ heldFor }) => !inWeek.has(heldFor)).length }
}

/** Words that do not tell one kind of help from another. */
const empty = /其他|其它|帮忙|服务|上门|一下/g
/** Two characters are the shortest word with one clear meaning. */
const shortest = 2

/** The first skill that shares a word of two characters with what is wanted. */
export function fittingSkill(skills: readonly string[], wanted: readonly string[]): string | undefined {
  const texts = wanted.map((text) => text.replace(empty, ' '))
  return skills.find((skill) =>
    piecesOf(skill.replace(empty, ' ')).some((piece) => texts.some((text) => text.includes(piece))),
  )
}

function piecesOf(text: string): string[] {
  const pieces: string[] = []
  const characters = charactersOf(text)
  for (let start = 0; start + shortest <= characters.length; start++) {
    const piece = characters.slice(start, start + shortest).join('')
    if (!/\s/.test(piece)) pieces.push(piece)
  }
  return pieces
}

export interface HallEntry {
  points: number
  windowFrom: Instant
  _id: string
}

/** The order of the hall: the better match first, then the earlier window, then the id. */
export const hallOrder = (a: HallEntry, b: HallEntry): number =>
  b.points - a.points || a.windowFrom - b.windowFrom || (a._id < b._id ? -1 : Number(a._id > b._id))
