import { type MemberContext, no, rolesOf, worksInGrid, yes } from '#app/call/context'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type {
  SubsidyLine,
  subsidyApprove,
  subsidyDraw,
  subsidyPay,
  subsidyReceive,
  subsidyReverse,
} from '#contract/subsidy'
import { type Decision, isRefused, repeatOf } from '#core/change/aggregate'
import {
  decideApproveLines,
  decideDrawSubsidy,
  decidePay,
  decideReceive,
  decideReverseLine,
  type Speaker,
} from '#core/subsidy/decide'
import { isToDraw } from '#core/subsidy/owed'
import { lineOfId, type StoredSubsidy, type Subsidy } from '#core/subsidy/subsidy'
import { spanOfCourse } from '#core/training/course'
import { members, subsidies } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { bookOf, shownLines, speakersFor } from './book'
import { openSubsidy, sealedRule } from './sealed'

type Lines = Answer<{ lines: SubsidyLine[] }>

/** Brings what stands for everybody who has claimed in line with the attendance. Answers all lines of the course. */
export async function draw(
  context: MemberContext,
  { activityId }: Input<typeof subsidyDraw>,
): Promise<Lines> {
  const { member, command, settings } = context
  const book = await bookOf(context, activityId)
  if (!book) return no('not_found')
  const { found, rate, stored, opened, entitledOf } = book
  if (rate.fen === 0 && stored.length === 0) return no('subsidy_none')
  const known = { title: found.activity.title, courseEnds: spanOfCourse(found.course).to }
  const wanting = stored.filter((_, index) => {
    const subsidy = opened[index]
    return subsidy !== undefined && isToDraw(subsidy, entitledOf(subsidy.memberId))
  })
  const changed = await context.changeAll(
    subsidies,
    wanting,
    command,
    sealedRule((subsidy) => {
      const entitled = entitledOf(subsidy.memberId)
      return decideDrawSubsidy(subsidy, command, member, { entitled, ...known })
    }, settings.sealing),
  )
  const refused = changed.find(({ refusal }) => refusal)?.refusal
  if (refused) return refused
  const drawn = new Map(changed.flatMap(({ state }) => (state ? [[state._id, state] as const] : [])))
  const after = opened.map((subsidy) => {
    const state = drawn.get(subsidy._id)
    return state ? openSubsidy(state, settings.sealing) : subsidy
  })
  return yes({ lines: await shownLines(context, after) })
}

type Rule = (subsidy: Subsidy, by: Speaker, keys: readonly string[]) => Decision<Subsidy>

/** Does one step for lines of any number of people: for all of them, or where one is refused for none. */
async function step(context: MemberContext, lineIds: readonly string[], rule: Rule): Promise<Lines> {
  const { command, settings } = context
  const keysIn = new Map<string, string[]>()
  for (const { subsidyId, key } of lineIds.map(lineOfId))
    keysIn.set(subsidyId, [...(keysIn.get(subsidyId) ?? []), key])
  const found = await subsidies.getMany([...keysIn.keys()])
  if (found.length < keysIn.size) return no('not_found')
  const speakerFor = await speakersFor(context, found)
  const decide = (stored: StoredSubsidy): Decision<StoredSubsidy> =>
    sealedRule(
      (subsidy) => rule(subsidy, speakerFor(subsidy.memberId), keysIn.get(subsidy._id) ?? []),
      settings.sealing,
    )(stored)
  for (const stored of found) {
    const decision = repeatOf(stored, command) ? undefined : decide(stored)
    if (decision && isRefused(decision)) return no(decision.refusal)
  }
  const changed = await context.changeAll(subsidies, found, command, decide)
  const refused = changed.find(({ refusal }) => refusal)?.refusal
  if (refused) return refused
  const opened = changed.flatMap(({ state }) => (state ? [openSubsidy(state, settings.sealing)] : []))
  return yes({ lines: await shownLines(context, opened, new Set(lineIds)) })
}

/** The second word: of a coordinator or an admin who has not computed the lines and does not get them. */
export const approve = (context: MemberContext, { lineIds }: Input<typeof subsidyApprove>): Promise<Lines> =>
  step(context, lineIds, (subsidy, by, keys) => decideApproveLines(subsidy, context.command, by, keys))

export const pay = (context: MemberContext, { lineIds, day }: Input<typeof subsidyPay>): Promise<Lines> =>
  step(context, lineIds, (subsidy, by, keys) => decidePay(subsidy, context.command, by, keys, day))

/**
 * The person says that they have the money; for who has signed on paper a coordinator, an admin or a worker of their
 * grid notes it. Nobody else finds the line.
 */
export async function receive(
  context: MemberContext,
  { lineId, word }: Input<typeof subsidyReceive>,
): Promise<Lines> {
  const stored = await subsidies.get(lineOfId(lineId).subsidyId)
  if (!stored || !(await maySeeReceipt(context, stored))) return no('not_found')
  return step(context, [lineId], (subsidy, by, [key = '']) =>
    decideReceive(subsidy, context.command, by, key, word),
  )
}

async function maySeeReceipt(
  context: MemberContext,
  { memberId }: Pick<StoredSubsidy, 'memberId'>,
): Promise<boolean> {
  const { member, identity, settings } = context
  const roles = rolesOf(identity, settings)
  if (memberId === member._id || roles.includes('coordinator') || roles.includes('admin')) return true
  if (!roles.includes('grid_worker')) return false
  const receiver = await members.get(memberId)
  return receiver !== undefined && worksInGrid(context, receiver.gridId)
}

export async function reverse(
  context: MemberContext,
  { lineId, reason }: Input<typeof subsidyReverse>,
): Promise<Lines> {
  if ((await checkText(context.writer, reason)) === 'risky') return no('text_risky')
  return step(context, [lineId], (subsidy, by, [key = '']) =>
    decideReverseLine(subsidy, context.command, by, key, reason),
  )
}
