import type { HoursCertificate } from '#core/certificate/certificate'
import { decideRevokeCertificate } from '#core/certificate/certificate'
import type { Decision } from '#core/change/aggregate'
import {
  decideHonour,
  decideOverCap,
  decidePropose,
  decideReverse,
  type Honour,
  newHonour,
  newReversal,
} from '#core/hours/honour'
import { type LedgerLine, nextEntry } from '#core/hours/ledger'
import { overlapEffect } from '#core/hours/union'
import { commandAt, yes } from './commands'
import { mondayNine } from './time'

const command = commandAt(mondayNine, 'tap')
export const chenLeader = { _id: 'm_chen', name: '陈队长' }
export const linLeader = { _id: 'm_lin', name: '林队长' }

export function proposedHonour(): Honour {
  const proposal = {
    _id: 'ho_1',
    communityId: 'tubengkan',
    memberId: 'm_li',
    memberName: '李师傅',
    teamId: 'repair',
  }
  const start = newHonour({ ...proposal, minutes: 60, reason: '帮忙搬家' }, chenLeader, command)
  return yes(decidePropose(start, command))
}
export const aLine = (): LedgerLine =>
  nextEntry(
    undefined,
    {
      effect: 'credit',
      memberId: 'm_li',
      source: 'booking:b_1',
      minutes: 60,
      teamId: 'repair',
      title: '水管漏水',
      servedFrom: mondayNine,
      servedTo: mondayNine + 3_600_000,
    },
    'tubengkan',
    mondayNine,
  )
export function aCertificate(more: Partial<HoursCertificate> = {}): HoursCertificate {
  const line = aLine()
  return {
    _id: 'TBK-261123-000001',
    communityId: 'tubengkan',
    rev: 1,
    events: [],
    pending: [],
    wakesAt: null,
    dueAt: null,
    memberId: 'm_li',
    volunteerNo: null,
    name: '李师傅',
    from: null,
    to: null,
    minutes: 60,
    honourMinutes: 0,
    services: [],
    issuer: { name: '土崩坎社区' },
    issuedAt: mondayNine,
    seq: line.seq,
    hash: line.hash,
    state: 'valid',
    ...more,
  }
}

/** A line of which an hour less these minutes had counted, and the word to its leaders. */
function overlapped(minutes: number) {
  const line = { ...aLine(), minutes, overlap: { minutes: 60 - minutes, titles: ['陪同就医'] } }
  const told = overlapEffect(line, { _id: 'm_li', name: '李师傅' })
  return { next: { pending: told ? [told] : [] } }
}

/** What a refusal that leaves a trace has stored. */
function withoutRefusal<State extends object>({ next }: Decision<State>): { next: State } {
  if (!next) throw new Error('nothing was stored')
  return { next }
}

/** Every decision that tells somebody about hours. */
export const toldOfHours = () => [
  { next: proposedHonour() },
  decideHonour(proposedHonour(), command, linLeader, { accept: true }),
  withoutRefusal(decideOverCap(proposedHonour(), command, 'm_admin')),
  decideHonour(proposedHonour(), command, linLeader, { accept: false }),
  decideHonour(proposedHonour(), command, linLeader, { accept: false, reason: '记过了' }),
  decideReverse(newReversal(aLine()), command, aLine(), chenLeader, '没有去'),
  decideRevokeCertificate(aCertificate(), command, '发错了'),
  overlapped(30),
  overlapped(0),
]
