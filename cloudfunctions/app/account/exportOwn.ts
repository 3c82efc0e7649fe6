import { ownNoShows } from '#app/booking/noShow'
import { type MemberContext, yes } from '#app/call/context'
import { guardiansOf } from '#app/guardian/guardians'
import { doorWords } from '#app/member/household'
import { noticeText } from '#app/notice/noticeText'
import { actsFor, proxiesOf } from '#app/proxy/proxies'
import { allSignups } from '#app/session/mySignups'
import type { Exported } from '#contract/account'
import type { Answer } from '#contract/shared/refusal'
import type { Booking } from '#core/booking/booking'
import { partIn } from '#core/booking/view'
import {
  bookings,
  certificates,
  dependents,
  entries,
  memberships,
  notices,
  openings,
  requests,
  shiftPlaces,
  supports,
} from '#store/collections'
import type { SealedSpot } from '#store/sealing/sealedFields'

/** An answer must stay below what a function may send; nobody in the sample of the field comes near it. */
const cutAt = 500

/** All that is held about the caller, opened for them alone. */
export async function exportOwn(context: MemberContext): Promise<Answer<Exported>> {
  const { member, command, settings, identity } = context
  const { sealing } = settings
  const { _id } = member
  const open = (sealed: string | null, spot: SealedSpot): string | undefined =>
    sealed === null ? undefined : sealing.open(sealed, spot)
  const [door, own, proxies, principals, guardians, teams, booked, claimed, served, hours, told, opened] =
    await Promise.all([
      doorWords(member.householdId, context),
      dependents.find('byMember', { memberId: _id, removed: false }, { limit: cutAt }),
      proxiesOf(_id),
      actsFor(_id),
      guardiansOf(context),
      memberships.find('byMember', { memberId: _id }, { limit: cutAt }),
      bookings.find('mine', { requesterId: _id }, { limit: cutAt }),
      bookings.find('claimed', { claimerId: _id }, { limit: cutAt }),
      shiftPlaces.find('byMember', { memberId: _id }, { limit: cutAt }),
      entries.find('bySeq', { memberId: _id }, { limit: cutAt }),
      notices.find('inbox', { memberId: _id }, { limit: cutAt }),
      openings.find('subject', { subjectId: _id }, { limit: cutAt }),
    ])
  const [filed, supported, signedUp, papers] = await Promise.all([
    requests.find('mine', { requesterId: _id }, { limit: cutAt }),
    supports.find('byMember', { memberId: _id }, { limit: cutAt }),
    allSignups(context, cutAt),
    certificates.find('byMember', { memberId: _id }, { limit: cutAt }),
  ])
  const phone = open(member.phone, { collection: 'members', id: _id, field: 'phone' })
  const birth = open(member.birth, { collection: 'members', id: _id, field: 'birth' })
  const exported: Exported = {
    exportedAt: command.at,
    member: {
      memberId: _id,
      name: member.name,
      state: member.state,
      registeredAt: member.registeredAt,
      ...(phone === undefined ? {} : { phone }),
      ...(birth === undefined ? {} : { birth: JSON.parse(birth) }),
      gridId: member.gridId,
      estateId: member.estateId,
      roles: identity.resting ?? member.roles,
      ...(member.volunteerNo ? { volunteerNo: member.volunteerNo } : {}),
      licences: member.licences,
      consents: member.consents,
      history: member.events.map(({ at, event, who, note }) => ({
        at,
        event,
        ...(who === undefined ? {} : { who }),
        ...(note === undefined ? {} : { note }),
      })),
    },
    dependents: own.map((dependent) => {
      const birth = open(dependent.birthDay, {
        collection: 'dependents',
        id: dependent._id,
        field: 'birthDay',
      })
      const needs = open(dependent.needs, { collection: 'dependents', id: dependent._id, field: 'needs' })
      const { name, relation, consentNote } = dependent
      return {
        name,
        relation,
        consentNote,
        ...(birth === undefined ? {} : { birth: JSON.parse(birth) }),
        ...(needs === undefined ? {} : { needs }),
      }
    }),
    proxies,
    actsFor: principals,
    guardians,
    teams: teams.map(({ teamId, state, skills, since }) => ({ teamId, state, skills, since })),
    bookings: booked.map((booking) => {
      const contact = open(booking.contact, { collection: 'bookings', id: booking._id, field: 'contact' })
      return { ...plain(booking), ...(contact === undefined ? {} : { contact: JSON.parse(contact) }) }
    }),
    claimed: claimed
      .filter((booking) => partIn(booking, { memberId: _id, teamIds: [], staff: false }) === 'claimer')
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
    requests: filed.map((request) => {
      const { category, categoryTitle, state, tier, filedAt, description, answers, place } = request
      const forResident = open(request.forResident, {
        collection: 'requests',
        id: request._id,
        field: 'forResident',
      })
      return {
        requestId: request._id,
        category,
        categoryTitle,
        state,
        tier,
        filedAt,
        description,
        answers,
        place,
        resolution: request.resolution,
        satisfied: request.satisfied,
        comment: request.comment,
        ...(forResident === undefined ? {} : { forResident: JSON.parse(forResident) }),
        events: request.events.map(({ at, event, who, note }) => ({ at, event, who, note })),
      }
    }),
    supported: supported.map(({ requestId, at }) => ({ requestId, at })),
    signups: signedUp,
    certificates: papers.map(({ _id: certificateNo, from, to, minutes, honourMinutes, issuedAt, state }) => ({
      certificateNo,
      from,
      to,
      minutes,
      honourMinutes,
      issuedAt,
      state,
    })),
    shifts: served.map(
      ({ shiftId, title, shiftName, from, to, state, checkedIn, checkedOut, minutes, events }) => ({
        shiftId,
        title,
        name: shiftName,
        from,
        to,
        state,
        checkedIn,
        checkedOut,
        minutes,
        events: events.map(({ at, event, who, note }) => ({ at, event, who, note })),
      }),
    ),
    noShows: await ownNoShows(context),
    hours: hours.map(({ communityId: _community, ...line }) => line),
    notices: told.map((notice) => ({ at: notice.at, ...noticeText(notice) })),
    openings: opened.map(({ at, viewerName, fields, reason, about }) => ({
      at,
      viewerName,
      fields,
      reason,
      ...(about === _id ? {} : { bookingId: about }),
    })),
    cutAt,
  }
  if (door !== undefined) exported.member.door = door
  return yes(exported)
}

/** A booking without the machinery of how it is kept. */
function plain(booking: Booking): Record<string, unknown> {
  const {
    rev: _rev,
    pending: _pending,
    wakesAt: _wakesAt,
    dueAt: _dueAt,
    noted: _noted,
    contact: _contact,
    // which volunteers were asked, or gave it back, is theirs
    invitedIds: _invitedIds,
    givenBackIds: _givenBackIds,
    ...told
  } = booking
  return {
    ...told,
    events: booking.events.map(({ at, event, who, note }) => ({ at, event, who, note })),
  }
}
