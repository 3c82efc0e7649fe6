import type { Instant, MemberId } from '#contract/shared/scalars'
import type { NoticeEffect } from '#core/change/effect'
import type { Delivery } from '#core/notice/delivery'
import { noticeWithout } from '#core/notice/forgetting'
import { by, goesWith } from '#store/engine/fate'
import { goesAlong, rekeyed } from '#store/engine/join'
import { row } from '#store/engine/row'

export interface NoticeDocument extends Omit<NoticeEffect, 'effect' | 'noticeId' | 'to'> {
  _id: string
  communityId: string
  memberId: MemberId
  at: Instant
  read: boolean
  /** The latest events it tells of, where what is done again on one day is told once. */
  causes?: string[]
  /** When WeChat is to be asked to deliver it; null when that is over. */
  dueAt: Instant | null
  /** What became of the delivery in WeChat. */
  delivery: Delivery
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
}

export const noticesRow = row<NoticeDocument>()({
  indexes: {
    byAge: ['at'],
    inbox: ['memberId', '-at'],
    unread: { exact: ['memberId', 'read'] },
    due: ['dueAt'],
  },
  sealed: {},
  fate: by((notice, gone) => (notice.memberId === gone.memberId ? 'remove' : noticeWithout(notice, gone))),
  joins: goesAlong,
  passes: true,
  term: { index: 'byAge', afterDays: 'noticesKeptDays' },
})

export const allowancesRow = row<Allowance>()({
  indexes: {},
  sealed: {},
  fate: goesWith('memberId'),
  joins: rekeyed((moved, there) => ({ ...there, balance: there.balance + moved.balance })),
  passes: false,
})
