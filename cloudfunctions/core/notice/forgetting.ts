import { type Gone, unnamed } from '#core/account/unnamed'
import type { NoticeEffect } from '#core/change/effect'

/** Kinds whose note is a code of ours, not a word of the person's. */
const ownCodes = /^(acted|role)_/

/** What others were told of a person: the event stays, without the name and without what the person wrote. */
export function noticeWithout<Notice extends Pick<NoticeEffect, 'kind' | 'note' | 'whoId'>>(
  notice: Notice,
  { memberId, name, words }: Gone,
): Notice {
  const next = unnamed(notice, memberId, name)
  const said = next.whoId === memberId && next.note !== undefined && !ownCodes.test(next.kind)
  return said && next.note !== words ? { ...next, note: words } : next
}
