import { runs } from '#app/activity/running'
import { volunteerOf } from '#app/booking/claim'
import { type Context, leadsTeam, type MemberContext, no, yes } from '#app/call/context'
import { type Change, causedBy, insist } from '#app/change/change'
import { loadCommunity } from '#app/community/community'
import { standingOf } from '#app/guardian/guardians'
import { relationBetween } from '#app/member/relations'
import { closedName } from '#app/notice/noticeText'
import type { hoursWord, hoursWords, WordPair } from '#contract/hours'
import type { Input } from '#contract/shared/operation'
import { type Answer, type Refusal, type RefusalCode, refuseOfAnother } from '#contract/shared/refusal'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { dayOf, instantOf } from '#contract/shared/wallClock'
import { isClosing } from '#core/account/closing'
import { serviceMinutes } from '#core/attendance/attendance'
import { type Booking, windowsOverlap } from '#core/booking/booking'
import { decideClaim } from '#core/booking/decide'
import { decideBookingWord, takesWord } from '#core/booking/word'
import type { WordEffect } from '#core/change/effect'
import { decidePropose, type Honour, newHonour, type Word, wordId, wordWindow } from '#core/hours/honour'
import { withHeld } from '#core/hours/honourMonth'
import type { Member } from '#core/member/member'
import { volunteeringFault } from '#core/member/volunteering'
import { decideShiftWord, placeTakesWord, shiftPlaceId } from '#core/shift/shiftPlace'
import { bookings, diaries, honourMonths, honours, members, shiftPlaces, shifts } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { saving } from '#store/saving'
import { atLeast, below, between } from '#store/words/conditions'

type Given = Input<typeof hoursWord>

/** What a word is about, once it was found and the caller may speak of it. */
interface Found {
  teamId: string
  title: string
  planned: { from: Instant; to: Instant }
  requesterId?: MemberId
  /** The booking; absent for a shift. */
  booking?: Booking
}

/**
 * Proposes to credit a service that no code could prove, by the rules of a claim or a place. It counts with the
 * word of a second person who is neither the proposer nor the one who gets the minutes, nor related to them.
 */
export async function propose(context: MemberContext, given: Given): Promise<Answer<{ entryId: string }>> {
  const { member, command, community } = context
  const { memberId, reason } = given
  const [about, id] =
    given.shiftId !== undefined
      ? (['shift', given.shiftId] as const)
      : (['booking', given.bookingId ?? ''] as const)
  const subject = await members.get(memberId)
  const found = await (about === 'shift' ? shiftFor(context, id) : bookingFor(context, id))
  if (!found) return no('not_found')
  if (memberId === member._id) return no('own_hours')
  const gone = subject?.state !== 'verified' || isClosing(subject)
  if (gone) return refuseOfAnother('not_in_team')
  const fault = await (found.booking
    ? claimFault(context, found.booking, subject)
    : placeFault(context, id, subject))
  if (fault) return fault
  const spoken = await speaksFor(member._id, subject._id, found.requesterId)
  if (spoken) return no(spoken)
  const served = wordWindow(given, found.planned, command.at, community.limits)
  if (typeof served === 'string') return no(served)
  if ((await checkText(context.writer, reason)) === 'risky') return no('text_risky')
  const _id = wordId(about, id, memberId)
  const { teamId, title, requesterId } = found
  const word: Word = { about, id, title, ...served, ...(requesterId && { requesterId }) }
  const minutes = serviceMinutes(served.from, served.to, community.limits)
  const proposal = { _id, communityId: member.communityId, memberId, memberName: subject.name, teamId }
  const start = newHonour({ ...proposal, kind: 'word', word, minutes, reason }, member, command)
  const proposed = await context.change(
    honours,
    _id,
    command,
    async (honour) => {
      const decision = decidePropose(honour, command, start)
      if (!decision.next || decision.refusal) return decision
      return (await holdWord(start, community.limits.wordsPerMonth, command.at))
        ? decision
        : { refusal: 'words_spent' }
    },
    start,
  )
  return proposed.refusal ?? yes({ entryId: _id })
}

/** Why somebody may not speak for a volunteer's minutes: it is their own booking, or their family's. */
export async function speaksFor(
  speakerId: MemberId,
  subjectId: MemberId,
  requesterId: MemberId | undefined,
): Promise<RefusalCode | undefined> {
  if (speakerId === requesterId) return 'own_word'
  if (await relationBetween(speakerId, subjectId)) return 'related_word'
  return requesterId && (await relationBetween(speakerId, requesterId)) ? 'related_word' : undefined
}

async function shiftFor(context: Context, shiftId: string): Promise<Found | undefined> {
  const shift = await shifts.get(shiftId)
  if (!shift || !(runs(context, { teamId: shift.runBy ?? null }) || leadsTeam(context, shift.teamId)))
    return undefined
  const { teamId, title, name, from, to } = shift
  return { teamId, title: `${title}·${name}`, planned: { from, to } }
}

async function placeFault(context: Context, shiftId: string, subject: Member): Promise<Refusal | undefined> {
  const { command, settings } = context
  const fault = volunteeringFault(await standingOf(subject, command.at, settings.sealing))
  if (fault) return refuseOfAnother(fault)
  const place = await shiftPlaces.get(shiftPlaceId(shiftId, subject._id))
  if (!place || place.state === 'withdrawn') return refuseOfAnother('not_in_team')
  if (place.from > command.at) return no('word_early')
  return placeTakesWord(place, command.at) ? undefined : no('word_moot')
}

async function bookingFor(context: Context, bookingId: string): Promise<Found | undefined> {
  const booking = await bookings.get(bookingId)
  if (!booking || !leadsTeam(context, booking.teamId)) return undefined
  const { teamId, kindTitle, windowFrom, windowTo, requesterId } = booking
  return { teamId, title: kindTitle, planned: { from: windowFrom, to: windowTo }, requesterId, booking }
}

/** The guards of a claim, as on the day of the service; and nothing else that the volunteer had promised then. */
async function claimFault(context: Context, booking: Booking, subject: Member): Promise<Refusal | undefined> {
  const { command, community } = context
  if (booking.windowFrom > command.at) return no('word_early')
  if (!takesWord(booking, subject._id, command.at))
    return no(
      booking.claimerId !== null && booking.claimerId !== subject._id ? 'already_claimed' : 'word_moot',
    )
  const volunteer = await volunteerOf(subject, context, booking)
  const day = dayOf(booking.windowFrom)
  const asOpen = { ...booking, state: 'open' as const, claimerId: null }
  const before = { ...command, at: booking.windowFrom - 1 }
  const { refusal } = decideClaim(asOpen, before, volunteer, day, community.limits)
  if (refusal) return refuseOfAnother(refusal)
  const diary = await diaries.get(subject._id)
  const window = { from: booking.windowFrom, to: booking.windowTo }
  const clash = diary?.holds.some((held) => held.heldFor !== booking._id && windowsOverlap(held, window))
  return clash ? refuseOfAnother('clash') : undefined
}

/** Why a word that was proposed cannot be approved any more; undefined while it can. */
export async function wordFault(context: Context, honour: Honour): Promise<RefusalCode | undefined> {
  const { word, memberId } = honour
  if (!word) return undefined
  const { at } = context.command
  if (word.about === 'shift') {
    const place = await shiftPlaces.get(shiftPlaceId(word.id, memberId))
    return place && placeTakesWord(place, at) ? undefined : 'word_moot'
  }
  const booking = await bookings.get(word.id)
  return booking && takesWord(booking, memberId, at) ? undefined : 'word_moot'
}

/** The place or the booking follows the word of two. */
export async function creditWord(
  effect: WordEffect,
  communityId: string,
  now: Instant,
  change: Change,
): Promise<void> {
  const limits = (await loadCommunity(communityId))?.limits
  if (!limits) return
  const command = causedBy(effect.cause, now)
  if (effect.about === 'shift') {
    const placeId = shiftPlaceId(effect.id, effect.memberId)
    insist(
      await change(shiftPlaces, placeId, command, (place) => decideShiftWord(place, command, effect, limits)),
    )
  } else
    insist(
      await change(bookings, effect.id, command, (state) =>
        decideBookingWord(state, command, effect, limits),
      ),
    )
}

/** A month's words of one person stand in one document, so that many at once never pass the most. */
const wordMonthId = (proposerId: MemberId, at: Instant): string =>
  `words_${proposerId}_${dayOf(at).slice(0, 7)}`

async function holdWord(honour: Honour, most: number, now: Instant): Promise<boolean> {
  const _id = wordMonthId(honour.proposerId, now)
  const { fits } = await saving(honourMonths, _id, async (stored) => {
    const month = stored ?? { _id, communityId: honour.communityId, rev: 0, held: {} }
    const others = Object.keys(month.held).filter((id) => id !== honour._id).length
    if (others >= most) return { fits: false }
    return { fits: true, next: withHeld(month, honour, now) }
  })
  return fits
}

/** How many words the caller may still propose in this month. */
export async function wordsLeft({ member, command, community }: Context): Promise<number | undefined> {
  if (!member) return undefined
  const month = await honourMonths.get(wordMonthId(member._id, command.at))
  return Math.max(community.limits.wordsPerMonth - Object.keys(month?.held ?? {}).length, 0)
}

/** A month has fewer words. */
const manyWords = 1000

/** Who has approved whose words in a month, so that two who credit each other's friends are seen. */
export async function pairsOfMonth(
  { community }: Context,
  { month }: Input<typeof hoursWords>,
): Promise<Answer<{ pairs: WordPair[] }>> {
  const from = instantOf(`${month}-01`, '00:00') ?? 0
  const next = dayOf(from + 32 * dayMs).slice(0, 7)
  const until = instantOf(`${next}-01`, '00:00') ?? 0
  const found = await honours.find(
    'words',
    { communityId: community._id, kind: 'word', proposedAt: between(atLeast(from), below(until)) },
    {
      limit: manyWords,
      fields: ['state', 'minutes', 'memberName', 'proposerId', 'proposerName', 'decidedById'],
    },
  )
  const approved = found.filter(({ state }) => state === 'approved')
  const nameOf = await namesOf(
    approved.flatMap(({ decidedById = '', proposerId }) => [decidedById, proposerId]),
  )
  const sums = new Map<string, WordPair>()
  for (const { proposerId, decidedById = '', minutes, memberName } of approved) {
    const key = `${proposerId} ${decidedById}`
    const sum = sums.get(key) ?? {
      proposedBy: nameOf(proposerId),
      approvedBy: nameOf(decidedById),
      words: 0,
      minutes: 0,
      members: [],
    }
    sum.words += 1
    sum.minutes += minutes
    if (!sum.members.includes(memberName)) sum.members.push(memberName)
    sums.set(key, sum)
  }
  return yes({ pairs: [...sums.values()].sort((a, b) => b.words - a.words || b.minutes - a.minutes) })
}

/** The names that members bear now; whoever has closed their account has none. */
export async function namesOf(ids: readonly MemberId[]): Promise<(id: MemberId) => string> {
  const found = await members.getMany([...new Set(ids)], { fields: ['name'] })
  const names = new Map(found.map(({ _id, name }) => [_id, name]))
  return (id) => names.get(id) || closedName
}
