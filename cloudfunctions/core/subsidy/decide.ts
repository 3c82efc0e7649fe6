import type { RefusalCode } from '#contract/shared/refusal'
import type { Day } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import type { NoticeEffect } from '#core/change/effect'
import type { NoticeKind } from '#core/notice/notice'
import { isToDraw, targetFen } from './owed'
import {
  type Actor,
  atRest,
  isReversed,
  isUnsettled,
  type Line,
  type Story,
  type Subsidy,
  type SubsidyEvent,
  storiesOf,
  subsidySums,
} from './subsidy'

/** Somebody of the community who does the next step, and whether they live with the receiver or act for each other. */
export interface Speaker extends Actor {
  related: boolean
}

type Added = Pick<Line, 'kind'> & Partial<Pick<Line, 'fen' | 'about' | 'day' | 'word' | 'reason'>>

/** The subsidy with more lines. Their keys derive from the command, so that those of two documents never meet. */
function withLines(
  subsidy: Subsidy,
  command: Command,
  by: Actor,
  event: SubsidyEvent,
  added: readonly Added[],
  note?: string,
): Subsidy {
  const first = Object.keys(subsidy.lines).length + 1
  const lines = added.map((line, index): [string, Line] => [
    `l${command.key.slice(0, 12)}${index.toString(36)}`,
    { n: first + index, at: command.at, byId: by._id, byName: by.name, ...line },
  ])
  const next = withEvent(subsidy, command, event, note)
  return atRest({ ...next, lines: { ...next.lines, ...Object.fromEntries(lines) } })
}

/** Tells the trainee; no amount stands in a notice. */
const told = (
  { _id, rev, memberId, activityId, title }: Subsidy,
  kind: NoticeKind,
  { note, by }: { note?: string; by?: Actor } = {},
): NoticeEffect => ({
  effect: 'notice',
  noticeId: `n_${_id}_${rev}`,
  to: memberId,
  kind,
  activityId,
  title,
  ...(note !== undefined && { note }),
  ...(by && { who: by.name, whoId: by._id }),
})

/**
 * Brings what stands in line with the attendance. First what is not paid yet and points the other way is reversed,
 * the latest first; the rest is one line, which says that it corrects where it is less. Again it changes nothing.
 */
export function decideDrawSubsidy(
  subsidy: Subsidy,
  command: Command,
  by: Actor,
  { entitled, title, courseEnds }: { entitled: number } & Pick<Subsidy, 'title' | 'courseEnds'>,
): Decision<Subsidy> {
  if (!isToDraw(subsidy, entitled)) return { next: subsidy }
  const stories = storiesOf(subsidy)
  const wanted = targetFen(subsidy, entitled) - subsidySums(stories).owedFen
  const added: Added[] = []
  let left = wanted
  for (const { key, fen } of stories.filter(isUnsettled).reverse()) {
    if (Math.sign(left) !== Math.sign(wanted)) break
    if (Math.sign(fen) === Math.sign(wanted)) continue
    added.push({ kind: 'reversed', fen: -fen, about: key })
    left += fen
  }
  if (left !== 0) added.push({ kind: left > 0 ? 'owed' : 'corrected', fen: left })
  const next = withLines({ ...subsidy, title, courseEnds }, command, by, 'drawn', added)
  const lessens = added.some(({ kind }) => kind === 'corrected')
  return withEffects(next, command, lessens ? [told(next, 'subsidy_corrected')] : [], next.wakesAt)
}

/** Judges a line: a refusal, `done` where it was done before, or what is added. */
type Judged = { refusal: RefusalCode } | 'done' | Added[]

function decideLines(
  subsidy: Subsidy,
  command: Command,
  { by, event, keys }: { by: Actor; event: SubsidyEvent; keys: readonly string[] },
  judge: (story: Story) => Judged,
  effectsOf: (next: Subsidy, stories: readonly Story[]) => NoticeEffect[] = () => [],
): Decision<Subsidy> {
  const all = storiesOf(subsidy)
  const added: Added[] = []
  const stories: Story[] = []
  for (const key of new Set(keys)) {
    const story = all.find((one) => one.key === key)
    if (!story) return { refusal: 'not_found' }
    const judged = judge(story)
    if (judged === 'done') continue
    if ('refusal' in judged) return judged
    added.push(...judged)
    stories.push(story)
  }
  if (added.length === 0) return { next: subsidy }
  const next = withLines(subsidy, command, by, event, added)
  return withEffects(next, command, effectsOf(next, stories), next.wakesAt)
}

/** Why somebody may not give the second word on a line. */
export function approveBar(subsidy: Subsidy, { line }: Story, by: Speaker): RefusalCode | undefined {
  if (by._id === subsidy.memberId || by._id === line.byId) return 'second_word'
  return by.related ? 'related_word' : undefined
}

/** A second person, who has not computed the lines and does not get them, says that they are right. */
export function decideApproveLines(
  subsidy: Subsidy,
  command: Command,
  by: Speaker,
  keys: readonly string[],
): Decision<Subsidy> {
  return decideLines(subsidy, command, { by, event: 'approved', keys }, (story) => {
    const refusal = isReversed(story) ? 'subsidy_moot' : approveBar(subsidy, story, by)
    if (refusal) return { refusal }
    return story.approved ? 'done' : [{ kind: 'approved', about: story.key }]
  })
}

/** Why somebody may not hand out, or take back, what is another's. */
export function handlingBar({ memberId }: Pick<Subsidy, 'memberId'>, by: Speaker): RefusalCode | undefined {
  if (by._id === memberId) return 'own_subsidy'
  return by.related ? 'related_word' : undefined
}

/** What was approved was paid on a day, at the latest today. */
export function decidePay(
  subsidy: Subsidy,
  command: Command,
  by: Speaker,
  keys: readonly string[],
  day: Day,
): Decision<Subsidy> {
  if (day > dayOf(command.at)) return { refusal: 'subsidy_day' }
  const judge = (story: Story): Judged => {
    const refusal = isReversed(story) ? 'subsidy_moot' : handlingBar(subsidy, by)
    if (refusal) return { refusal }
    if (story.paid) return story.paid.day === day ? 'done' : { refusal: 'subsidy_paid' }
    if (!story.approved) return { refusal: 'subsidy_unapproved' }
    return [{ kind: 'paid', fen: -story.fen, about: story.key, day }]
  }
  return decideLines(subsidy, command, { by, event: 'paid', keys }, judge, (next, stories) =>
    stories.some(({ fen }) => fen > 0) ? [told(next, 'subsidy_paid')] : [],
  )
}

/** Why somebody may not note a receipt from the printed sheet: whoever approved or paid would close it alone. */
export function witnessBar(
  subsidy: Pick<Subsidy, 'memberId'>,
  { approved, paid }: Story,
  by: Speaker,
): RefusalCode | undefined {
  if (by._id === approved?.byId || by._id === paid?.byId) return 'subsidy_witness'
  return handlingBar(subsidy, by)
}

/** The person says that they have the money; or somebody else from the sheet that they signed, saying where it lies. */
export function decideReceive(
  subsidy: Subsidy,
  command: Command,
  by: Speaker,
  key: string,
  word: string | undefined,
): Decision<Subsidy> {
  const self = by._id === subsidy.memberId
  return decideLines(subsidy, command, { by, event: 'received', keys: [key] }, (story) => {
    if (isReversed(story)) return { refusal: 'subsidy_moot' }
    if (story.received) return 'done'
    if (!story.paid) return { refusal: 'subsidy_unpaid' }
    if (self) return [{ kind: 'received', about: key }]
    const refusal = witnessBar(subsidy, story, by)
    if (refusal) return { refusal }
    return word === undefined ? { refusal: 'word_needed' } : [{ kind: 'received', about: key, word }]
  })
}

/** Takes a line back, and its payment with it: what was noted did not happen, or the money came back. */
export function decideReverseLine(
  subsidy: Subsidy,
  command: Command,
  by: Speaker,
  key: string,
  reason: string,
): Decision<Subsidy> {
  const judge = (story: Story): Judged => {
    const refusal = handlingBar(subsidy, by)
    if (refusal) return { refusal }
    if (isReversed(story)) return 'done'
    const { paid, fen } = story
    return [
      ...(paid ? [{ kind: 'reversed' as const, fen, about: paid.key, reason }] : []),
      { kind: 'reversed', fen: -fen, about: key, reason },
    ]
  }
  return decideLines(subsidy, command, { by, event: 'reversed', keys: [key] }, judge, (next) => [
    told(next, 'subsidy_reversed', { note: reason, by }),
  ])
}
