import { type Context, type MemberContext, no, yes } from '#app/call/context'
import { derivedId } from '#app/call/ids'
import type { SignupCard } from '#contract/session'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Instant, MemberId } from '#contract/shared/scalars'
import {
  mostStocks,
  type StockLeft,
  type Stocks,
  type StockView,
  type trainingHandOut,
  type trainingStock,
  type trainingStocks,
  type trainingTakeBack,
} from '#contract/training'
import { traineesOf } from '#core/training/attendance'
import { decideStock, handOutFault, newStock, type Stock } from '#core/training/stock'
import { stocks } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { oneOf } from '#store/words/conditions'
import { handOne, takeOne } from '#store/writes/stock'
import { doorsOfCourse } from './attendance'
import { courseOf, isTrainee, traineeNames } from './trainees'

/** Nobody's courses have more kinds of material. */
const manyStocks = 1000

const leftOf = ({ _id: stockId, left }: Stock): StockLeft => ({ stockId, left })

/** Says how many of something a course has to hand out. */
export async function setStock(
  context: Context,
  { activityId, stockId, title, count }: Input<typeof trainingStock>,
): Promise<Answer<StockLeft>> {
  const { command, community } = context
  if (!(await courseOf(activityId))) return no('not_found')
  if (stockId !== undefined && (await stocks.get(stockId))?.activityId !== activityId) return no('not_found')
  if ((await checkText(context.writer, title)) === 'risky') return no('text_risky')
  if (stockId === undefined && (await stocks.count('byActivity', { activityId })) >= mostStocks)
    return no('stocks_full')
  const _id = stockId ?? derivedId('stk', command.key)
  const start = stockId === undefined ? newStock(_id, community._id, activityId) : undefined
  const changed = await context.change(
    stocks,
    _id,
    command,
    (stock) => decideStock(stock, command, { title, count }),
    start,
  )
  return changed.refusal ?? yes(leftOf(changed.state))
}

/** Hands one out to somebody of the course, once. */
export async function handOut(
  context: MemberContext,
  { stockId, memberId }: Input<typeof trainingHandOut>,
): Promise<Answer<StockLeft>> {
  const { member, command } = context
  const stock = await stocks.get(stockId)
  const found = stock && (await courseOf(stock.activityId))
  if (!found) return no('not_found')
  if (!(await isTrainee(found, memberId))) return no('not_trainee')
  const held = { at: command.at, byId: member._id, byName: member.name }
  const written = await handOne(stockId, memberId, held, command)
  const after = await stocks.get(stockId)
  if (!after) return no('not_found')
  const fault = written ? undefined : handOutFault(after, memberId, command.key)
  return fault ? no(fault) : yes(leftOf(after))
}

/** Takes back what somebody has. Who has none has given it back already. */
export async function takeMaterialBack(
  context: MemberContext,
  { stockId, memberId }: Input<typeof trainingTakeBack>,
): Promise<Answer<StockLeft>> {
  const { member, command } = context
  const stock = await stocks.get(stockId)
  if (!stock) return no('not_found')
  const held = stock.holders[memberId]
  if (!held)
    return stock.returned.some((back) => back.memberId === memberId)
      ? yes(leftOf(stock))
      : no('stock_not_held')
  const by = { backAt: command.at, takenById: member._id, takenByName: member.name }
  await takeOne(stockId, { memberId, ...held, ...by }, command)
  return yes(leftOf((await stocks.get(stockId)) ?? stock))
}

/** What a member has of the courses that they have signed up for. */
export async function ownMaterials(
  memberId: MemberId,
  signups: readonly SignupCard[],
): Promise<{ course: string; title: string; at: Instant }[]> {
  const titles = new Map(signups.map(({ activityId, title }) => [activityId, title]))
  if (titles.size === 0) return []
  const held = await stocks.find(
    'byActivity',
    { activityId: oneOf([...titles.keys()]) },
    { limit: manyStocks, fields: ['title', 'activityId'], entries: { holders: memberId } },
  )
  return held.flatMap(({ title, activityId, holders }) => {
    const own = holders?.[memberId]
    return own ? [{ course: titles.get(activityId) ?? '', title, at: own.at }] : []
  })
}

/** Lists the materials of a course, who has what, and who may get some. */
export async function listStocks(
  { settings }: Context,
  { activityId }: Input<typeof trainingStocks>,
): Promise<Answer<Stocks>> {
  const found = await courseOf(activityId)
  if (!found) return no('not_found')
  const { session, course, activity } = found
  const [held, doors] = await Promise.all([
    stocks.find('byActivity', { activityId }, { limit: mostStocks }),
    doorsOfCourse(course),
  ])
  const ids = traineesOf(session, course, doors).map(({ memberId }) => memberId)
  const holders = held.flatMap((stock) => Object.keys(stock.holders))
  const place = (memberId: string) => ({ sessionId: session._id, memberId })
  const nameOf = await traineeNames([...ids, ...holders].map(place), settings)
  const named = (memberId: string) => ({ memberId, name: nameOf(place(memberId)) })
  const view = (stock: Stock): StockView => ({
    ...leftOf(stock),
    title: stock.title,
    count: stock.count,
    holders: Object.entries(stock.holders)
      .map(([memberId, { at, byName: by }]) => ({ ...named(memberId), at, by }))
      .sort((a, b) => b.at - a.at),
  })
  return yes({ title: activity.title, items: held.map(view), trainees: ids.map(named) })
}
