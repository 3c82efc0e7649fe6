import type { Settings } from '#app/call/settings'
import type { Community } from '#contract/community'
import { type Purpose, purposes } from '#contract/notice'
import type { MessageTemplate, MessageTemplates } from '#contract/shared/message'
import type { CommunityDocument } from '#store/rows/community'

/** The community's templates; until an administrator has written some, those of the deployment. */
export const templatesOf = (
  { messages }: Pick<CommunityDocument, 'messages'>,
  settings: Pick<Settings, 'messageTemplates'>,
): MessageTemplates => messages ?? settings.messageTemplates

/** Each template once, with what it serves. */
export function templatesById(templates: MessageTemplates): Map<string, Purpose[]> {
  const byId = new Map<string, Purpose[]>()
  for (const purpose of purposes) {
    const id = templates[purpose]?.id
    if (id) byId.set(id, [...(byId.get(id) ?? []), purpose])
  }
  return byId
}

/** The ids alone, which is what a client asks WeChat with. */
export function templateIds(templates: MessageTemplates): Community['messageTemplates'] {
  const entries: [Purpose, MessageTemplate | undefined][] = purposes.map((purpose) => [
    purpose,
    templates[purpose],
  ])
  const ids = Object.fromEntries(entries.flatMap(([purpose, one]) => (one ? [[purpose, one.id]] : [])))
  return { ...ids, ...(templates.booking && { bookingProgress: templates.booking.id }) }
}
