import { invalid, type MemberContext, no, yes } from '#app/call/context'
import { derivedId } from '#app/call/ids'
import { attach } from '#app/file/files'
import type { RequestCategory } from '#contract/community'
import {
  categoryOf,
  isReserved,
  type RequestFiled,
  type ReservedCategory,
  type requestFile,
  type requestSimilar,
  reservedCategories,
} from '#contract/request'
import type { Input } from '#contract/shared/operation'
import type { Answer, Refusal } from '#contract/shared/refusal'
import { decideFile } from '#core/request/decide'
import { type Filing, newRequest, queuesOf, type ServiceRequest } from '#core/request/request'
import { requests } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { likeIt, movedOf, requestSeal, rulesOf, wrongPlace } from './request'

/**
 * Files a request. The id derives from the command, so a repeat meets the same request: it is looked for only
 * where the write finds it, or where something stands against filing it.
 */
export async function file(
  context: MemberContext,
  input: Input<typeof requestFile>,
): Promise<Answer<RequestFiled>> {
  const { member, settings } = context
  const category = isReserved(input.category) ? undefined : categoryOf(context.community, input.category)
  if (!category) return invalid('category', 'is not a category of this community')
  const astray = wrongPlace(context, input)
  if (astray) return astray
  if (input.forResident && queuesOf(member.roles).length === 0) return filedBefore(context, no('forbidden'))
  const { description, place = null, fileIds = [], forResident } = input
  const answers = answersTo(category, input.answers)
  return begin(context, input, freeWords({ description, place, answers }), (_id) => ({
    ...{ category: category.category, categoryTitle: category.title },
    ...{ answers, description, place, fileIds },
    estateId: input.estateId ?? null,
    building: input.building ?? null,
    forResident: forResident
      ? settings.sealing.seal(JSON.stringify(forResident), requestSeal(_id, 'forResident'))
      : null,
  }))
}

/** What the operation of a reserved category says of a request that it files for the caller, in their grid. */
export interface ReservedFiling {
  category: ReservedCategory
  description: string
  /** What the caller has written freely, for the check of its words. */
  words: string
  /** What requests of this category hold besides, given the request's id. */
  more?: (requestId: string) => Partial<Filing>
}

/** Files a request of a reserved category, by the rules of `file`. */
export async function fileReserved(
  context: MemberContext,
  { category, description, words, more }: ReservedFiling,
): Promise<Answer<RequestFiled>> {
  const { member } = context
  const gridId = member.gridId || member.roles.find(({ scope }) => scope?.gridId)?.scope?.gridId
  const where = { category, gridId: gridId ?? '', ...(member.estateId && { estateId: member.estateId }) }
  // who has moved away from a grid that is no more is asked to state where they live
  if (wrongPlace(context, where)) return filedBefore(context, no('grid_needed'))
  return begin(context, where, words, (_id) => ({
    ...{ category, categoryTitle: reservedCategories[category].title },
    ...{ answers: [], description, place: null, fileIds: [] },
    ...{ estateId: where.estateId ?? null, building: null, forResident: null },
    ...more?.(_id),
  }))
}

/** The request that this command has filed already; `refusal` where there is none. */
export async function filedBefore(context: MemberContext, refusal: Refusal): Promise<Answer<RequestFiled>> {
  const past = await requests.get(derivedId('r', context.command.key))
  return past ? filedOf(context, past, askedOf(past)) : refusal
}

const askedOf = ({
  category,
  gridId,
  estateId,
  building,
  place,
}: ServiceRequest): Input<typeof requestSimilar> => ({
  ...{ category, gridId },
  ...(estateId !== null && { estateId }),
  ...(building !== null && { building }),
  ...(place !== null && { place }),
})

type Told = Omit<Filing, '_id' | 'communityId' | 'textChecked' | 'gridId' | 'requesterId' | 'requesterName'>

/** Checks the words, attaches the pictures and writes the request. */
async function begin(
  context: MemberContext,
  asked: Input<typeof requestSimilar>,
  words: string,
  tell: (requestId: string) => Told,
): Promise<Answer<RequestFiled>> {
  const { member, command } = context
  const _id = derivedId('r', command.key)
  const told = tell(_id)
  const check = await checkText(context.writer, words)
  if (check === 'risky') return filedBefore(context, no('text_risky'))
  if (!(await areAttached(context, _id, told.fileIds))) return filedBefore(context, no('picture_gone'))
  const start = newRequest(
    {
      ...told,
      _id,
      communityId: member.communityId,
      textChecked: check === 'pass',
      gridId: asked.gridId,
      requesterId: member._id,
      requesterName: member.name,
    },
    command,
    rulesOf(context),
  )
  const filed = await context.change(
    requests,
    _id,
    command,
    (request) => decideFile(request, command, rulesOf(context)),
    start,
    'unseen',
  )
  return filed.refusal ?? (await filedOf(context, filed.state, asked))
}

/** All that a requester writes freely, for the check of its words. */
export const freeWords = ({
  description,
  place,
  answers,
}: {
  description: string
  place?: string | null | undefined
  answers: ServiceRequest['answers']
}): string => [description, place ?? '', ...answers.map(({ value }) => value)].join('\n')

/** The answers to a category's own questions, with the questions as they are now. A reserved one has none. */
export const answersTo = (
  { fields }: Pick<RequestCategory, 'fields'>,
  given: Record<string, string> = {},
): ServiceRequest['answers'] =>
  fields.flatMap(({ field, title }) => {
    const value = given[field]
    return value ? [{ title, value }] : []
  })

/** Attaches the pictures; none to a request that is there already, whose pictures are said. */
async function areAttached(context: MemberContext, id: string, fileIds: string[]): Promise<boolean> {
  if (fileIds.length === 0) return true
  if (await requests.get(id)) return false
  return attach(context, context.member._id, fileIds, 'request_photo', { collection: 'requests', id })
}

async function filedOf(
  context: MemberContext,
  request: ServiceRequest,
  input: Input<typeof requestSimilar>,
): Promise<Answer<RequestFiled>> {
  if (request.events[0]?.fingerprint !== context.command.fingerprint) return no('conflict')
  return yes({
    requestId: request._id,
    ...movedOf(request),
    similar: await likeIt(context, input, request._id),
  })
}
