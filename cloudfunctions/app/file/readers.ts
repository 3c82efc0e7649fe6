import { runs } from '#app/activity/running'
import {
  type Context,
  isRegistered,
  isStaffFor,
  leadsTeam,
  type MemberContext,
  volunteerTeams,
} from '#app/call/context'
import { requestViewerOf } from '#app/call/viewer'
import { isWriter } from '#app/publication/reading'
import type { FilePurpose } from '#contract/file'
import { bookingPartOf } from '#core/booking/view'
import { picturesOfContent } from '#core/publication/publication'
import { readsAll, requestPartOf } from '#core/request/view'
import { activities, bookings, memberships, publications, requests } from '#store/collections'
import type { FileDocument } from '#store/rows/file'

/** `concerned` may see a picture at once, `others` after WeChat's check has passed it. */
type Reader = 'concerned' | 'others' | undefined

/** What the caller is to the document a picture belongs to. */
type Policy = (context: MemberContext, documentId: string, fileId: string) => Promise<Reader>

const ownerOnly: Policy = async () => undefined

/** Who besides its owner may see a picture, by its purpose; one that stands written is everybody’s, see `isForAll`. */
const policies: Record<FilePurpose, Policy> = {
  async booking_photo(context, bookingId) {
    const booking = await bookings.get(bookingId)
    if (!booking) return undefined
    const { member } = context
    const viewer = {
      memberId: member._id,
      teamIds: volunteerTeams(member),
      staff: isStaffFor(context, booking),
    }
    const part = bookingPartOf(booking, viewer)
    return part === 'team' ? 'others' : part && 'concerned'
  },
  /** Whoever reads the whole request sees all its pictures. Everybody else sees those on the board. */
  async request_photo(context, requestId, fileId) {
    const request = await requests.get(requestId)
    if (!request) return undefined
    const viewer = requestViewerOf(context)
    if (!requestPartOf(request, viewer)) return undefined
    if (readsAll(request, viewer)) return 'concerned'
    return request.published?.fileIds?.includes(fileId) ? 'others' : undefined
  },
  /** Neighbours are in these pictures, so only residents see them. */
  async activity_photo(context, activityId) {
    const activity = await activities.get(activityId)
    if (!activity) return undefined
    if (runs(context, activity)) return 'concerned'
    return activity.published && context.member.state === 'verified' ? 'others' : undefined
  },
  /** Whoever decides on the licence sees it: a leader of that team, or an admin. `url` records each look. */
  async licence_photo(context, membershipId) {
    const membership = await memberships.get(membershipId)
    return membership && leadsTeam(context, membership.teamId) ? 'concerned' : undefined
  },
  async publication_photo(context) {
    return isWriter(context) ? 'concerned' : undefined
  },
  certificate: ownerOnly,
}

/**
 * Whether visitors may see a picture: it is in the present edition of what stands written, or in the one that is voted
 * on, and it is checked.
 */
async function isForAll({ _id, purpose, attachedTo, checked }: FileDocument): Promise<boolean> {
  if (purpose !== 'publication_photo' || attachedTo === null || !checked) return false
  const publication = await publications.get(attachedTo.id)
  if (publication === undefined || publication.edition === 0) return false
  const texts = [publication.content, publication.pact?.vote?.content]
  return texts.some((content) => content !== undefined && picturesOfContent(content).includes(_id))
}

export async function mayRead(context: Context, file: FileDocument): Promise<boolean> {
  if (await isForAll(file)) return true
  if (!isRegistered(context)) return false
  if (file.ownerId === context.member._id) return true
  if (file.attachedTo === null) return false
  const reader = await policies[file.purpose](context, file.attachedTo.id, file._id)
  return reader === 'concerned' || (reader === 'others' && file.checked)
}
