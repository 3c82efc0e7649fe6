import { memberIdOf } from '#app/call/ids'
import type { Settings } from '#app/call/settings'
import type { MessageFault, MessageTemplates } from '#contract/shared/message'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { refusedNotices } from '#core/notice/refused'
import { members, messageFaults } from '#store/collections'
import type { Sent } from '#store/platform/wechat'
import type { Messaging } from './messaging'
import { tellMembers } from './tell'
import { templatesById } from './templates'

/** No community has more administrators. */
const manyAdmins = 20

/**
 * Keeps the latest mistake of a template, for the administrator's screen, and tells the administrators of it once
 * a day.
 */
export async function noteFault(
  { community, settings, templates, noted }: Messaging,
  templateId: string,
  { fault = 'words', key }: Sent,
  now: Instant,
): Promise<void> {
  // many messages that go out together meet the same mistake
  const mistake = [templateId, fault, key].join(' ')
  if (noted.has(mistake)) return
  noted.add(mistake)
  await keepFault(community._id, { templateId, fault, ...(key !== undefined && { key }), at: now })
  const [purpose] = templatesById(templates).get(templateId) ?? []
  if (!purpose) return
  const admins = await administrators(community._id, settings)
  await tellMembers(refusedNotices(admins, templateId, purpose, now), community._id, now)
}

export const keepFault = (communityId: string, fault: MessageFault): Promise<boolean> =>
  messageFaults.put({ _id: `${communityId}_${fault.templateId}`, communityId, ...fault })

/** The mistakes of these templates that WeChat named last. */
export async function messageFaultsOf(
  communityId: string,
  templates: MessageTemplates,
): Promise<MessageFault[]> {
  const ids = [...templatesById(templates).keys()]
  const found = await messageFaults.getMany(ids.map((id) => `${communityId}_${id}`))
  return found.map(({ _id, communityId: _, ...fault }) => fault)
}

/** A message of the template was taken, or it was written anew. */
export const forgetFault = (communityId: string, templateId: string): Promise<void> =>
  messageFaults.remove(`${communityId}_${templateId}`)

/** Forgets the mistakes of templates that somebody has just written anew. */
export async function forgetFaults(communityId: string, templates: MessageTemplates): Promise<void> {
  for (const id of templatesById(templates).keys()) await forgetFault(communityId, id)
}

async function administrators(communityId: string, { firstAdminOpenid }: Settings): Promise<MemberId[]> {
  const granted = await members.find(
    'byState',
    { communityId, state: 'verified', 'roles.role': 'admin' },
    { limit: manyAdmins, fields: ['state'] },
  )
  const first = await members.get(memberIdOf(communityId, firstAdminOpenid))
  return [...new Set([...granted.map(({ _id }) => _id), ...(first ? [first._id] : [])])]
}
