import { newSubsidy } from '#core/subsidy/claim'
import {
  decideApproveLines,
  decideDrawSubsidy,
  decidePay,
  decideReverseLine,
  type Speaker,
} from '#core/subsidy/decide'
import { atRest, type Subsidy, storiesOf } from '#core/subsidy/subsidy'
import { yes } from './commands'
import { dayMs, mondayNine } from './time'

/** When the course of these subsidies is over. */
export const courseOver = mondayNine + 7 * dayMs

export const speaker = (name: string, related = false): Speaker => ({ _id: `m_${name}`, name, related })

/** A subsidy that its person, `m_wang`, has claimed. */
export function claimedSubsidy(): Subsidy {
  const start = newSubsidy(
    { activityId: 'a_1', sessionId: 's_1', title: '家政培训', courseEnds: courseOver },
    { _id: 'm_wang', communityId: 'tubengkan' },
  )
  return atRest({ ...start, lines: {}, claim: { at: mondayNine, version: '1' }, ground: 'sealed' })
}

let made = 0
/** A command with a key of its own, as the cloud's are. */
export const keyedCommand = (at = courseOver) => {
  made += 1
  const key = String(made).padStart(12, '0')
  return { key, fingerprint: key, at }
}

export const drawnBy = (subsidy: Subsidy, entitled: number, by: Speaker): Subsidy =>
  yes(decideDrawSubsidy(subsidy, keyedCommand(), by, { entitled, title: '家政培训', courseEnds: courseOver }))

/** The latest line of all. */
export const lastLine = (subsidy: Subsidy): string => storiesOf(subsidy).at(-1)?.key ?? ''

/** The latest line is approved by one and paid by another. */
export const paidBy = (subsidy: Subsidy, second: Speaker, payer: Speaker): Subsidy => {
  const keys = [lastLine(subsidy)]
  const approved = yes(decideApproveLines(subsidy, keyedCommand(), second, keys))
  return yes(decidePay(approved, keyedCommand(), payer, keys, '2026-11-30'))
}

/** Subsidies that owe their notices: paid, corrected and reversed. */
export function toldSubsidies(): Subsidy[] {
  const [zhao, sun] = [speaker('赵姐'), speaker('孙主任')]
  const paid = paidBy(drawnBy(claimedSubsidy(), 2000, zhao), sun, zhao)
  const back = yes(decideReverseLine(paid, keyedCommand(), sun, lastLine(paid), '记错了'))
  return [drawnBy(paid, 1000, zhao), back]
}
