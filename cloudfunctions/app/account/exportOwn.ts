import { ownNoShows } from '#app/booking/noShow'
import { type MemberContext, yes } from '#app/call/context'
import { ledgersOf } from '#app/certificate/certificates'
import { guardiansOf } from '#app/guardian/guardians'
import { doorWords } from '#app/member/household'
import { askedOf } from '#app/member/moves'
import { openedAtCounter } from '#app/member/opening'
import { noticeText } from '#app/notice/noticeText'
import { ownAssents } from '#app/pact/assents'
import { actsFor, proxiesOf } from '#app/proxy/proxies'
import { allSignups } from '#app/session/mySignups'
import { ownSubsidies } from '#app/subsidy/mine'
import { ownMaterials } from '#app/training/stocks'
import type { Exported, memberExport } from '#contract/account'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Booking } from '#core/booking/booking'
import { bookingPartOf } from '#core/booking/view'
import { isCompletion } from '#core/certificate/certificate'
import type { Recorded } from '#core/change/aggregate'
import type { StoredDependent } from '#core/member/member'
import type { Placement } from '#core/placement/placement'
import type { ServiceRequest } from '#core/request/request'
import type { Vacancy } from '#core/vacancy/vacancy'
import {
  bookings,
  certificates,
  dependents,
  entries,
  memberships,
  notices,
  openings,
  placements,
  requests,
  shiftPlaces,
  supports,
  vacancies,
} from '#store/collections'
import type { SealedSpot } from '#store/sealing/sealedFields'
import { oneOf } from '#store/words/conditions'

/** An answer must stay below what a function may send. No list of the sample community is as long. */
const cutAt = 500
const upToCut = { limit: cutAt }

/** All that is held about the caller, opened for them alone, or for the worker who prints it for a paper member. */
export async function exportOwn(
  context: MemberContext,
  { word }: Input<typeof memberExport>,
): Promise<Answer<Exported>> {
  const refusal = await openedAtCounter(context, 'export', ['phone', 'birth', 'door'], word)
  if (refusal) return refusal
  const [member, others, asked, gave, said] = await Promise.all([
    registration(context),
    ties(context),
    askedFor(context),
    served(context),
    toldAndSeen(context),
  ])
  return yes({ exportedAt: context.command.at, member, ...others, ...asked, ...gave, ...said, cutAt })
}

/** What the caller has registered, and what became of it. */
async function registration(context: MemberContext): Promise<Exported['member']> {
  const { member, identity } = context
  const { _id } = member
  const open = openerOf(context)
  const phone = open(member.phone, { collection: 'members', id: _id, field: 'phone' })
  const birth = open(member.birth, { collection: 'members', id: _id, field: 'birth' })
  const door = await doorWords(member.householdId, context)
  const asked = await askedOf(context, member)
  return {
    memberId: _id,
    name: member.name,
    state: member.state,
    registeredAt: member.registeredAt,
    ...(phone !== undefined && { phone }),
    ...(birth !== undefined && { birth: JSON.parse(birth) }),
    ...(door !== undefined && { door }),
    gridId: member.gridId,
    estateId: member.estateId,
    roles: identity.resting ?? member.roles,
    ...(asked && { asked }),
    ...(member.volunteerNo && { volunteerNo: member.volunteerNo }),
    licences: member.licences,
    consents: member.consents,
    ...(member.paper && { paper: member.paper }),
    history: pastOf(member.events),
  }
}

type Ties = 'dependents' | 'proxies' | 'actsFor' | 'guardians' | 'teams'

/** The people the caller looks after, acts for or is helped by, and their teams. */
async function ties(context: MemberContext): Promise<Pick<Exported, Ties>> {
  const { _id: memberId } = context.member
  const [own, proxies, principals, guardians, teams] = await Promise.all([
    dependents.find('byMember', { memberId, removed: false }, upToCut),
    proxiesOf(memberId, context.command.at),
    actsFor(memberId, context.command.at),
    guardiansOf(context),
    memberships.find('byMember', { memberId }, upToCut),
  ])
  return {
    dependents: own.map((dependent) => dependentOf(dependent, openerOf(context))),
    proxies,
    actsFor: [...principals.actsFor, ...principals.asked],
    guardians,
    teams: teams.map(({ teamId, state, skills, since }) => ({ teamId, state, skills, since })),
  }
}

function dependentOf(dependent: StoredDependent, open: Opener): Exported['dependents'][number] {
  const { _id: id, name, relation, consentNote } = dependent
  const birth = open(dependent.birthDay, { collection: 'dependents', id, field: 'birthDay' })
  const needs = open(dependent.needs, { collection: 'dependents', id, field: 'needs' })
  return {
    name,
    relation,
    consentNote,
    ...(birth !== undefined && { birth: JSON.parse(birth) }),
    ...(needs !== undefined && { needs }),
  }
}

type AskedFor =
  | 'bookings'
  | 'requests'
  | 'supported'
  | 'assented'
  | 'signups'
  | 'placements'
  | 'subsidies'
  | 'materials'

/** What the caller has asked of the community. */
async function askedFor(context: MemberContext): Promise<Pick<Exported, AskedFor>> {
  const { _id: memberId } = context.member
  const [booked, filed, supported, assented, signups, ways, subsidies] = await Promise.all([
    bookings.find('mine', { requesterId: memberId }, upToCut),
    requests.find('mine', { requesterId: memberId }, upToCut),
    supports.find('byMember', { memberId }, upToCut),
    ownAssents(memberId),
    allSignups(context, cutAt),
    placements.pageNamed(
      'byMember',
      { memberId },
      { ...upToCut, cursor: undefined, fields: wayFields },
      { about },
    ),
    ownSubsidies(context),
  ])
  const open = openerOf(context)
  return {
    bookings: booked.map((booking) => bookedAs(booking, open)),
    requests: filed.map((request) => filedAs(request, open)),
    supported: supported.map(({ requestId, at }) => ({ requestId, at })),
    assented,
    signups,
    placements: ways.items.map(wentAs),
    subsidies,
    materials: await ownMaterials(memberId, signups),
  }
}

const wayFields = ['vacancyId', 'state', 'since', 'consent', 'reason', 'stints', 'events'] as const
/** What the way led to. */
const about = vacancies.naming('_id', 'vacancyId', ['title', 'firm'])

function wentAs({
  events,
  about: [vacancy],
  ...way
}: Pick<Placement, '_id' | (typeof wayFields)[number]> & {
  about: Pick<Vacancy, 'title' | 'firm'>[]
}): Record<string, unknown> {
  const { vacancyId, state, since, consent, reason, stints } = way
  return {
    ...{ vacancyId, title: vacancy?.title, firm: vacancy?.firm },
    ...{ state, since, consent, reason, stints },
    events: pastOf(events),
  }
}

/** A booking without the fields that only serve to keep it. */
function bookedAs(booking: Booking, open: Opener): Record<string, unknown> {
  const {
    rev: _rev,
    pending: _pending,
    wakesAt: _wakesAt,
    dueAt: _dueAt,
    setbacks: _setbacks,
    noted: _noted,
    contact: sealed,
    // which volunteers were asked, or gave it back, is their own
    invitedIds: _invitedIds,
    givenBackIds: _givenBackIds,
    endedClaims: _endedClaims,
    ...told
  } = booking
  const contact = open(sealed, { collection: 'bookings', id: booking._id, field: 'contact' })
  return {
    ...told,
    events: pastOf(booking.events),
    ...(contact !== undefined && { contact: JSON.parse(contact) }),
  }
}

function filedAs(request: ServiceRequest, open: Opener): Record<string, unknown> {
  const { _id: requestId, category, categoryTitle, state, tier, filedAt } = request
  const { description, answers, place, resolution, satisfied, comment } = request
  const forResident = open(request.forResident, {
    collection: 'requests',
    id: requestId,
    field: 'forResident',
  })
  const guideAnswers = open(request.guideAnswers ?? null, {
    collection: 'requests',
    id: requestId,
    field: 'guideAnswers',
  })
  return {
    ...{ requestId, category, categoryTitle, state, tier, filedAt },
    ...{ description, answers, place, resolution, satisfied, comment },
    ...(forResident !== undefined && { forResident: JSON.parse(forResident) }),
    ...(request.guide && { guide: request.guide }),
    ...(guideAnswers !== undefined && { answers: JSON.parse(guideAnswers) }),
    events: pastOf(request.events),
  }
}

type Served = 'claimed' | 'shifts' | 'noShows' | 'hours' | 'certificates'

/** What the caller has done as a volunteer, and what is on record of it. */
async function served(context: MemberContext): Promise<Pick<Exported, Served>> {
  const { _id: memberId } = context.member
  const [claimed, shifts, noShows, hours, papers] = await Promise.all([
    bookings.find('claimed', { claimerId: memberId }, upToCut),
    shiftPlaces.find('byMember', { memberId }, upToCut),
    ownNoShows(context),
    entries.find('bySeq', { memberId }, upToCut),
    certificates.find('byMember', { memberId: oneOf(ledgersOf(context.member)) }, upToCut),
  ])
  const viewer = { memberId, teamIds: [], staff: false }
  return {
    claimed: claimed
      .filter((booking) => bookingPartOf(booking, viewer) === 'claimer')
      .map(({ _id: bookingId, kindTitle, windowFrom, windowTo, state, checkedIn, checkedOut, minutes }) => ({
        bookingId,
        kindTitle,
        windowFrom,
        windowTo,
        state,
        checkedIn,
        checkedOut,
        minutes,
      })),
    shifts: shifts.map(
      ({ shiftId, title, shiftName: name, from, to, state, checkedIn, checkedOut, minutes, events }) => ({
        ...{ shiftId, title, name, from, to, state, checkedIn, checkedOut, minutes },
        events: pastOf(events),
      }),
    ),
    noShows,
    hours: hours.map(({ communityId: _community, ...line }) => line),
    certificates: papers.map((paper) => {
      const { _id: certificateNo, from, to, minutes, issuedAt, state } = paper
      const shown = { certificateNo, from, to, minutes, issuedAt, state }
      if (!isCompletion(paper)) return { ...shown, honourMinutes: paper.honourMinutes }
      const { name, title, attended, of } = paper
      return { ...shown, name, title, attended, of }
    }),
  }
}

/** What the caller was told, and who has looked at what is sealed about them. */
async function toldAndSeen({ member }: MemberContext): Promise<Pick<Exported, 'notices' | 'openings'>> {
  const { _id: memberId } = member
  const [told, seen] = await Promise.all([
    notices.find('inbox', { memberId }, upToCut),
    openings.find('subject', { subjectId: memberId }, upToCut),
  ])
  return {
    notices: told.map((notice) => ({ at: notice.at, ...noticeText(notice) })),
    openings: seen.map(({ at, viewerName, fields, reason, about }) => ({
      at,
      viewerName,
      fields,
      reason,
      ...(about !== memberId && { bookingId: about }),
    })),
  }
}

/** Opens a sealed text; undefined where there is none. */
type Opener = (sealed: string | null, spot: SealedSpot) => string | undefined

const openerOf =
  ({ settings }: MemberContext): Opener =>
  (sealed, spot) =>
    sealed === null ? undefined : settings.sealing.open(sealed, spot)

const pastOf = (events: readonly Recorded[]): Exported['member']['history'] =>
  events.map(({ at, event, who, note }) => ({
    at,
    event,
    ...(who !== undefined && { who }),
    ...(note !== undefined && { note }),
  }))
