import type { MessageFault } from '#contract/shared/message'
import type { Instant, MemberId } from '#contract/shared/scalars'
import type { Callers, PhoneCall } from '#core/callList/callList'
import type { NoticeEffect } from '#core/change/effect'
import type { Delivery } from '#core/notice/delivery'
import { noticeWithout } from '#core/notice/forgetting'
import { by, goesWith, remains } from '#store/engine/fate'
import { apart, goesAlong, rekeyed } from '#store/engine/join'
import { row } from '#store/engine/row'

export interface NoticeDocument extends Omit<NoticeEffect, 'effect' | 'noticeId' | 'to'> {
  _id: string
  communityId: string
  memberId: MemberId
  at: Instant
  read: boolean
  /** The latest events it tells of, where what is done again on one day is told once. */
  causes?: string[]
  /** When its delivery is looked at next; null when that is over. */
  dueAt: Instant | null
  /** Whose call list it stands in; null or absent for nobody's. */
  callers?: Callers | null
  /** How much is at stake, for the order of that list. */
  stake?: number | null
  /** Whose it was before the person was told by telephone. */
  toldFor?: Callers | null
  /** The latest calls about it. */
  calls?: PhoneCall[]
  /** What became of the delivery in WeChat. */
  delivery: Delivery
  /** How often WeChat was asked to deliver it. */
  tries?: number
}

/** How many messages of a template a person has allowed and not yet received. */
export interface Allowance {
  /** `<memberId>_<templateId>` */
  _id: string
  communityId: string
  memberId: MemberId
  templateId: string
  balance: number
  /** The latest commands that changed it, so that a repeat counts once. */
  commands: string[]
  /** The notices for which it was lately spent. */
  spentOn: string[]
  /** When the last answer allowed nothing; the person is not asked again at once. Absent after one that did. */
  declinedAt?: Instant
}

/** A mistake in a template, as WeChat said it last. It goes when a message of the template is taken. */
export interface MessageFaultDocument extends MessageFault {
  /** `<communityId>_<templateId>` */
  _id: string
  communityId: string
}

export const noticesRow = row<NoticeDocument>()({
  indexes: {
    byAge: ['at'],
    inbox: ['memberId', '-at'],
    unread: { exact: ['memberId', 'read'] },
    waiting: { exact: ['memberId', 'delivery'] },
    callList: ['communityId', 'callers', 'read', 'stake'],
    due: ['dueAt'],
  },
  sealed: {},
  fate: by((notice, gone) => (notice.memberId === gone.memberId ? 'remove' : noticeWithout(notice, gone))),
  joins: goesAlong,
  passes: true,
  term: { index: 'byAge', afterDays: 'noticesKeptDays' },
})

export const allowancesRow = row<Allowance>()({
  indexes: { byMember: ['memberId'], ofTemplate: ['communityId', 'templateId'] },
  sealed: {},
  fate: goesWith('memberId'),
  // a paper member had none of their own: what is there already was moved by a run that was cut off, or came since
  joins: rekeyed((moved, there) => ({ ...there, balance: Math.max(there.balance, moved.balance) })),
  passes: false,
})

export const messageFaultsRow = row<MessageFaultDocument>()({
  indexes: {},
  sealed: {},
  fate: remains('It names a template and no member.'),
  joins: apart('It names no member.'),
  passes: false,
})
