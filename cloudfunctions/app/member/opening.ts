import type { MemberContext } from '#app/call/context'
import { derivedId } from '#app/call/ids'
import { hourMs } from '#contract/shared/time'
import { openings } from '#store/collections'
import type { Opening } from '#store/rows/member'

/** Looking again within this time is the same opening; otherwise the list of openings would be unreadable. */
const openingMs = hourMs

interface Opened extends Pick<Opening, 'subjectId' | 'fields' | 'reason' | 'about'> {
  /** `an hour`: looking again within the hour is the same opening. `a command`: only a repeat of the command is. */
  once: 'an hour' | 'a command'
  /** Ids that tell this opening from the viewer's others of that hour or command. */
  of: readonly string[]
}

/** Records that the caller opens sealed fields of somebody. It is called before anything is shown. */
export async function recordOpening(
  { member, command }: MemberContext,
  { once, of, ...opened }: Opened,
): Promise<void> {
  const hour = String(Math.floor(command.at / openingMs))
  const _id =
    once === 'an hour' ? derivedId('o', member._id, ...of, hour) : derivedId('o', command.key, ...of)
  await openings.insert({
    _id,
    communityId: member.communityId,
    viewerId: member._id,
    viewerName: member.name,
    at: command.at,
    ...opened,
  })
}
