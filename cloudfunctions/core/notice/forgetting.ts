import { type Gone, withoutName } from '#core/account/withoutName'
import type { NoticeEffect } from '#core/change/effect'

/** Kinds of notice whose note is a code, not a text of the person. */
const ownCodes = /^(acted|role)_/

/** A notice about a forgotten person: the event stays, the name and the person's text go. */
export function noticeWithout<Notice extends Pick<NoticeEffect, 'kind' | 'note' | 'whoId'>>(
  notice: Notice,
  { memberId, name, words }: Gone,
): Notice {
  const next = withoutName(notice, memberId, name)
  const said = next.whoId === memberId && next.note !== undefined && !ownCodes.test(next.kind)
  return said && next.note !== words ? { ...next, note: words } : next
}
