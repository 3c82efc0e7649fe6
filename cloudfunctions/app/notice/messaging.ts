import type { Settings } from '#app/call/settings'
import type { MessageTemplate, MessageTemplates } from '#contract/shared/message'
import type { MemberId } from '#contract/shared/scalars'
import { tellUntil } from '#core/notice/message'
import type { WaitingNotice } from '#core/notice/spend'
import { canBeSpared, worthOf } from '#core/notice/worth'
import { worthRows } from '#core/notice/worthRows'
import type { CommunityDocument } from '#store/rows/community'
import type { NoticeDocument } from '#store/rows/notice'
import { templatesOf } from './templates'

/** What the deliveries of one minute share. */
export interface Messaging {
  community: CommunityDocument
  settings: Settings
  templates: MessageTemplates
  /** Of the people to whom something is sent. */
  openids: Map<MemberId, string>
  /** The templates of which WeChat has refused something. */
  refused: Set<string>
  /** The mistakes of templates that were noted in this minute. */
  noted: Set<string>
}

export const messagingOf = (community: CommunityDocument, settings: Settings): Messaging => ({
  community,
  settings,
  templates: templatesOf(community, settings),
  openids: new Map(),
  refused: new Set(),
  noted: new Set(),
})

export const templateOf = (
  { templates }: Pick<Messaging, 'templates'>,
  { kind }: Pick<NoticeDocument, 'kind'>,
): MessageTemplate | undefined => templates[worthRows[kind].purpose]

/** A notice that could be sent, with its template and the time until which it is of use. */
export interface Ready extends WaitingNotice {
  notice: NoticeDocument
}

/** None where no message is worth it, or its purpose has no template. */
export function readyOf(messaging: Pick<Messaging, 'templates'>, notice: NoticeDocument): Ready[] {
  const { message } = worthRows[notice.kind]
  const [templateId, until] = [templateOf(messaging, notice)?.id, tellUntil(notice, notice.at)]
  if (!message || templateId === undefined || until === undefined) return []
  const { _id: noticeId, at, dueAt } = notice
  const { worth } = message
  const claim = { templateId, worth: worthOf(worth), spare: canBeSpared(worth), dueAt: dueAt ?? at, until }
  return [{ notice, noticeId, ...claim }]
}
