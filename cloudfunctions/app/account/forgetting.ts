import { closedName, erasedWords } from '#app/notice/noticeText'
import type { MemberId } from '#contract/shared/scalars'
import { unnamed } from '#core/account/unnamed'
import type { Booking } from '#core/booking/booking'
import type { NoShow } from '#core/booking/noShow'
import type { ServiceRequest } from '#core/request/request'
import type { Door } from '#core/session/door'
import type { Session } from '#core/session/session'
import { closings } from '#store/collections'
import { documents } from '#store/documents'
import type { CollectionName } from '#store/manifest'
import { operator } from '#store/sdk'
import type { Closing, NoticeDocument } from '#store/shapes'

/** A document of any collection, as far as forgetting goes. */
interface Stored {
  _id: string
  rev?: number
  [field: string]: unknown
}
/** What becomes of a document: it goes, or it stays as answered; the same object means unchanged. */
type Fate = (stored: Stored, memberId: MemberId) => Stored | 'remove'

const withoutName: Fate = (stored, memberId) => unnamed(stored, memberId, closedName)
/** Belongs to the person: it goes with them. What belongs to others loses the name. */
const goesWith =
  (...owners: string[]): Fate =>
  (stored, memberId) =>
    owners.some((owner) => stored[owner] === memberId) ? 'remove' : withoutName(stored, memberId)

/**
 * What becomes of every collection when a person is forgotten; a new one without a row does not compile. `undefined`:
 * not looked at, since it names nobody. The order counts: what tells others of a change comes after what can change.
 */
const fates: { readonly [Name in CollectionName]: Fate | undefined } = {
  communities: undefined,
  households: undefined, // a dwelling is not a person; nothing leads from it to who has left
  dwellings: undefined, // the community's own register: doors sealed, names keyed hashes
  intents: undefined, // keyed hashes, gone after a month
  entries: undefined, // a chain of hashes over everything but names: it holds none
  digests: undefined,
  hourSums: undefined, // minutes by member id; a member id names nobody once its member is forgotten
  reversals: withoutName,
  certificates: withoutName, // the paper can still be checked against the ledger
  honours: withoutName,
  volunteerNumbers: undefined, // the number is what remains of a volunteer
  closings: undefined,
  rotations: undefined, // keys and counts
  fileParts: undefined, // gone with their file
  pairs: goesWith('memberId'),
  desks: goesWith('memberId'),
  diaries: goesWith('_id'),
  allowances: goesWith('memberId'),
  lookups: goesWith('memberId'),
  dependents: goesWith('memberId'),
  memberships: goesWith('memberId'),
  proxyships: goesWith('memberId', 'proxyId'),
  guardianships: goesWith('_id', 'guardianId'),
  members: withoutName,
  bookings: (stored, memberId) => bookingWithout(stored as unknown as Booking, memberId) as unknown as Stored,
  sessions: (stored, memberId) => sessionWithout(stored as unknown as Session, memberId) as unknown as Stored,
  signups: goesWith('memberId'),
  shifts: undefined, // counts who holds a slot, by id
  doors: (stored, memberId) => doorWithout(stored as unknown as Door, memberId) as unknown as Stored,
  feedbacks: (stored, memberId) =>
    stored.memberId === memberId && stored.comment !== null ? { ...stored, comment: null } : stored,
  shiftPlaces: withoutName,
  activities: withoutName,
  noShows: (stored, memberId) => noShowWithout(stored as unknown as NoShow, memberId),
  requests: (stored, memberId) =>
    requestWithout(stored as unknown as ServiceRequest, memberId) as unknown as Stored,
  supports: goesWith('memberId'),
  posts: goesWith('memberId'),
  tallies: undefined, // counts of requests, of nobody in particular
  files: (stored, memberId) =>
    stored.ownerId === memberId && stored.state !== 'gone' && !isShown(stored) ? letGo(stored) : stored,
  openings: goesWith('subjectId'),
  notices: (stored, memberId) =>
    stored.memberId === memberId
      ? 'remove'
      : (noticeWithout(stored as unknown as NoticeDocument, memberId) as unknown as Stored),
}

/** The community's pictures of its activities stay when the coordinator who added them leaves. */
const isShown = ({ purpose, attachedTo }: Stored): boolean =>
  purpose === 'activity_photo' && attachedTo !== null

/** The sweep removes it, in storage too. */
const letGo = (file: Stored): Stored => ({ ...file, state: 'gone', attachedTo: null, dueAt: 0 })

/** The requester's booking keeps what was done and when; the volunteer's keeps the requester's words. */
function bookingWithout(booking: Booking, memberId: MemberId): Booking {
  const own = booking.requesterId === memberId
  const words = (text: string) => (own ? erasedWords : text)
  const next = unnamed(booking, memberId, closedName)
  const unsaid = next.events.map((line) =>
    line.note !== undefined && line.note !== erasedWords && (own || line.whoId === memberId)
      ? { ...line, note: erasedWords }
      : line,
  )
  const events = unsaid.some((line, index) => line !== next.events[index]) ? unsaid : next.events
  if (!own) return events === next.events ? next : { ...next, events }
  const { comment, forName } = next
  return {
    ...next,
    events,
    description: words(next.description),
    risks: next.risks === '' ? '' : words(next.risks),
    comment: comment === null ? null : words(comment),
    forName: forName === null ? null : closedName,
    contact: null,
    ...(next.photoIds && { photoIds: [] }),
  }
}

/** It goes with whoever is said not to have come; the other side's words go with them. */
function noShowWithout(noShow: NoShow, memberId: MemberId): Stored | 'remove' {
  if (noShow.accusedId === memberId) return 'remove'
  const next = unnamed(noShow, memberId, closedName)
  const own = next.events.some(({ whoId, note }) => whoId === memberId && note !== erasedWords)
  if (!own) return next as unknown as Stored
  const events = next.events.map((line) =>
    line.whoId === memberId && line.note !== undefined ? { ...line, note: erasedWords } : line,
  )
  return { ...next, events } as unknown as Stored
}

/** The places a party had stay counted; who they were goes. */
function sessionWithout(session: Session, memberId: MemberId): Session {
  const next = unnamed(session, memberId, closedName)
  const party = next.roster[memberId]
  if (!party || (party.names === '' && party.name === closedName)) return next
  return { ...next, roster: { ...next.roster, [memberId]: { ...party, name: closedName, names: '' } } }
}

/** What was asked for stays as a kind and a place of the estate; the requester's own words go, a support with them. */
function requestWithout(request: ServiceRequest, memberId: MemberId): ServiceRequest {
  const next = withoutSupport(unnamed(request, memberId, closedName), memberId)
  const own = request.requesterId === memberId
  if (!own || next.description === erasedWords) return next
  const events = next.events.map((line) => {
    if (line.whoId !== memberId) return line
    const { fileIds, ...rest } = line
    return rest.note === undefined ? rest : { ...rest, note: erasedWords }
  })
  const { comment } = next
  return {
    ...next,
    events,
    description: erasedWords,
    fileIds: [],
    answers: [],
    place: null,
    comment: comment === null ? null : erasedWords,
    forResident: null,
  }
}

function withoutSupport(request: ServiceRequest, memberId: MemberId): ServiceRequest {
  const { [memberId]: support, ...supporters } = request.supporters
  if (support === undefined) return request
  return { ...request, supporters, supporterCount: request.supporterCount - Number(support.on) }
}

/** Who came is counted by id; only what they have said goes. */
function doorWithout(door: Door, memberId: MemberId): Door {
  const { [memberId]: said, ...appeals } = door.appeals
  return said ? { ...door, appeals } : door
}

/** Kinds whose note is a code of ours, not a word of the person's. */
const ownCodes = /^(acted|role)_/

function noticeWithout(notice: NoticeDocument, memberId: MemberId): NoticeDocument {
  const next = unnamed(notice, memberId, closedName)
  const said = next.whoId === memberId && next.note !== undefined && !ownCodes.test(next.kind)
  return said && next.note !== erasedWords ? { ...next, note: erasedWords } : next
}

const walk = (Object.keys(fates) as CollectionName[]).filter((name) => fates[name] !== undefined)

/** Documents looked at in one read. */
const page = 200
/** What was on its way when the account closed has arrived by then: no call lives that long. */
const settleMs = 60_000

/** Notes that somebody is to be forgotten; once, however often it is said. */
export async function beginForgetting(memberId: MemberId, communityId: string, now: number): Promise<void> {
  const place = { collection: walk[0] as string, after: '' }
  await closings.insert({ _id: memberId, communityId, place, dueAt: now + settleMs })
}

/**
 * Goes through every document once, from where the last run stopped. A name is copied to where people read it and has
 * no index there; closing an account is rare, and a page of documents costs one read. Doing it again changes nothing.
 */
export async function forget({ _id: memberId, place }: Closing, stopAt: number): Promise<void> {
  let after = place.after
  for (const name of walk.slice(Math.max(walk.indexOf(place.collection as CollectionName), 0))) {
    const collection = documents<Stored>(name)
    for (;;) {
      const found = await collection.find({ _id: operator.gt(after) }, ['_id', 1], page)
      for (const { _id } of found.filter((stored) => concerns(name, stored, memberId)))
        await forgetIn(name, _id, memberId)
      const last = found.at(-1)
      if (!last || found.length < page) break
      after = last._id
      await closings.update({ _id: memberId }, { place: operator.set({ collection: name, after }) })
      if (performance.now() > stopAt) return
    }
    after = ''
  }
  await closings.remove({ _id: memberId })
}

const concerns = (name: CollectionName, stored: Stored, memberId: MemberId): boolean =>
  fates[name]?.(stored, memberId) !== stored

/** One document, read afresh where somebody else has written meanwhile. */
async function forgetIn(name: CollectionName, id: string, memberId: MemberId): Promise<void> {
  const collection = documents<Stored & { rev: number }>(name)
  for (;;) {
    const stored = await collection.get(id)
    if (!stored) return
    const next = fates[name]?.(stored, memberId) ?? stored
    if (next === stored) return
    if (next === 'remove') {
      await collection.remove({ _id: id })
      return
    }
    const changed = Object.keys(next).filter((field) => next[field] !== stored[field])
    if (changed.length === 0) return
    if (typeof stored.rev === 'number') {
      // a new rev, so that nobody who has read the name writes it back
      if (await collection.save(stored, { ...next, rev: stored.rev + 1 } as typeof stored)) return
      continue
    }
    const values = Object.fromEntries(changed.map((field) => [field, operator.set(next[field])]))
    await collection.update({ _id: id }, values)
    return
  }
}
