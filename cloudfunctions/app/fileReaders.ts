import type { FilePurpose } from '#contract/file'
import { partIn } from '#core/booking/view'
import { activities, bookings } from '#store/collections'
import type { FileDocument } from '#store/shapes'
import { isStaffFor, type MemberContext, rolesOf, volunteerTeams } from './context'

/** `concerned` may see it at once; `others` when WeChat's check has passed it. */
type Reader = 'concerned' | 'others' | undefined

/** What the caller is to the document a picture belongs to. */
type Policy = (context: MemberContext, documentId: string) => Promise<Reader>

const ownerOnly: Policy = async () => undefined

/** Who besides its owner may see a picture, by its purpose. Whoever attaches a purpose writes its policy here. */
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
    const part = partIn(booking, viewer)
    return part === 'team' ? 'others' : part && 'concerned'
  },
  request_photo: ownerOnly,
  /** Neighbours are on them: for residents who are known, not for whoever comes by. */
  async activity_photo({ member, identity, settings }, activityId) {
    const activity = await activities.get(activityId)
    if (!activity) return undefined
    if (rolesOf(identity, settings).includes('coordinator')) return 'concerned'
    return activity.published && member.state === 'verified' ? 'others' : undefined
  },
  licence_photo: ownerOnly,
  certificate: ownerOnly,
}

export async function mayRead(context: MemberContext, file: FileDocument): Promise<boolean> {
  if (file.ownerId === context.member._id) return true
  if (file.attachedTo === null) return false
  const reader = await policies[file.purpose](context, file.attachedTo.id)
  return reader === 'concerned' || (reader === 'others' && file.checked)
}
