import { attendedNote, followNotes } from '#app/training/completionNotices'
import {
  type CompletionCertificate,
  decideFollow,
  decideIssueCompletion,
  marksOfCompletion,
} from '#core/certificate/completion'
import type { Decision } from '#core/change/aggregate'
import { commandAt, yes } from './commands'
import { markForTests } from './ledger'
import { mondayNine } from './time'

const done = { attended: 4, of: 5, minutes: 480, from: '2026-11-16', to: '2026-11-20' }

/** A certificate of a course of five lessons, before it is issued. */
export function aCompletion(more: Partial<CompletionCertificate> = {}): CompletionCertificate {
  const words = {
    ...{ _id: 'TBK-261123-000007', communityId: 'tubengkan', memberId: 'm_wang', name: '王奶奶' },
    ...{ activityId: 'a_1', sessionId: 's_1', edition: 1, title: '家政培训', ...done },
    ...{ issuer: { name: '土崩坎社区' }, issuedAt: mondayNine },
  }
  return {
    ...words,
    ...{ rev: 0, events: [], pending: [], wakesAt: null, dueAt: null },
    ...{ kind: 'completion', state: 'valid', marks: marksOfCompletion(words, markForTests) },
    ...more,
  }
}

/** A first paper, one that follows another, and one for which too few lessons are left. */
export function completionDecisions(): Decision<CompletionCertificate>[] {
  const command = commandAt(mondayNine, 'lists')
  const issue = (edition: number) =>
    decideIssueCompletion(aCompletion({ edition }), command, attendedNote(done))
  const fewer = decideFollow(
    yes(issue(1)),
    commandAt(mondayNine, 'fewer'),
    undefined,
    '2026-11-23',
    followNotes,
  )
  return [issue(1), issue(2), fewer]
}
