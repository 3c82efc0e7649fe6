import { invalid, type MemberContext, no, yes } from '#app/call/context'
import { derivedId } from '#app/call/ids'
import type { Changed } from '#app/change/change'
import { attach } from '#app/file/files'
import type {
  PublicationContent,
  PublicationKind,
  PublicationMoved,
  publicationApprove,
  publicationEdit,
  publicationPublish,
  publicationRetire,
  publicationReturn,
  publicationSaveDraft,
} from '#contract/publication'
import type { Input } from '#contract/shared/operation'
import type { Answer, Refusal } from '#contract/shared/refusal'
import type { Decision } from '#core/change/aggregate'
import {
  type ContentEdit,
  contentAfter,
  decideDraft,
  decideNewEdition,
  decidePublishing,
  decideRetiring,
  decideSecondWord,
  decideSendBack,
} from '#core/publication/decide'
import {
  contentFault,
  newPublication,
  type Publication,
  picturesOfContent,
} from '#core/publication/publication'
import { writtenWords } from '#core/publication/words'
import { activities, publications, requests } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { unfitForAll } from './forAll'

const answerOf = (changed: Changed<Publication>): Answer<PublicationMoved> => {
  if (changed.refusal) return changed.refusal
  const { _id: publicationId, edition, state } = changed.state
  return yes({ publicationId, edition, state })
}

/** Decides about a publication of the caller's community; there is no other for them. */
const ofOwn =
  ({ community }: MemberContext, decide: (publication: Publication) => Decision<Publication>) =>
  (publication: Publication): Decision<Publication> =>
    publication.communityId === community._id ? decide(publication) : { refusal: 'not_found' }

/** Why a text may not be published: a part is missing or strange, or its words may not be read by all. */
async function unfit(
  context: MemberContext,
  kind: PublicationKind,
  content: PublicationContent,
): Promise<Refusal | undefined> {
  const fault = contentFault(kind, content)
  if (fault) return invalid(fault.part, fault.fault === 'missing' ? 'is needed' : `is no part of a ${kind}`)
  const astray = await strangeReference(context, content)
  if (astray) return astray
  return unfitForAll(context, writtenWords(content))
}

/** Refuses a grid, an estate, a category, an activity or a request that everybody could not open. */
async function strangeReference(
  { community }: MemberContext,
  { audience, category, links = [] }: PublicationContent,
): Promise<Refusal | undefined> {
  const { grids, estates, requestCategories } = community
  if (audience?.gridIds?.some((gridId) => !grids.some((grid) => grid.gridId === gridId)))
    return invalid('audience', 'names a grid that is none of this community')
  if (audience?.estateIds?.some((estateId) => !estates.some((estate) => estate.estateId === estateId)))
    return invalid('audience', 'names an estate that is none of this community')
  if (category !== undefined && !requestCategories.some((offered) => offered.category === category))
    return invalid('category', 'is not a category of this community')
  const [shown, onBoard] = await Promise.all([
    activities.getMany(
      links.flatMap((link) => ('activityId' in link ? [link.activityId] : [])),
      { fields: ['communityId', 'published'] },
    ),
    requests.getMany(
      links.flatMap((link) => ('requestId' in link ? [link.requestId] : [])),
      { fields: ['communityId', 'onBoard'] },
    ),
  ])
  const open = new Set([
    ...shown.filter(({ published }) => published).map(({ _id }) => _id),
    ...onBoard.filter((request) => request.onBoard).map(({ _id }) => _id),
  ])
  const closed = links.some((link) => !open.has('activityId' in link ? link.activityId : link.requestId))
  return closed ? invalid('links', 'names what not everybody may open') : undefined
}

/** Attaches the pictures of a text, those that are there already among them. */
async function withoutPictures(
  context: MemberContext,
  id: string,
  content: PublicationContent,
  standing?: PublicationContent,
): Promise<Refusal | undefined> {
  const there = standing ? picturesOfContent(standing) : []
  const added = picturesOfContent(content).filter((fileId) => !there.includes(fileId))
  if (added.length === 0) return undefined
  const here = { collection: 'publications', id } as const
  return (await attach(context, context.member._id, added, 'publication_photo', here))
    ? undefined
    : no('picture_gone')
}

/** Makes a draft, or writes one anew. The id of a new one derives from the command, so a repeat finds it. */
export async function saveDraft(
  context: MemberContext,
  { publicationId, rev, kind, ...content }: Input<typeof publicationSaveDraft>,
): Promise<Answer<PublicationMoved>> {
  const { member, command, change } = context
  const id = publicationId ?? derivedId('pub', command.key)
  const standing = publicationId === undefined ? undefined : await publications.get(publicationId)
  const gone = await withoutPictures(context, id, content, standing?.content)
  if (gone) return gone
  return answerOf(
    await change(
      publications,
      id,
      command,
      ofOwn(context, (draft) =>
        decideDraft(draft.kind === kind ? draft : { ...draft, kind }, command, content, rev),
      ),
      publicationId === undefined ? newPublication(id, kind, member, content, command.at) : undefined,
    ),
  )
}

/** Publishes a draft, or what is given whole; policies and pacts wait for a second word. */
export async function publish(
  context: MemberContext,
  input: Input<typeof publicationPublish>,
): Promise<Answer<PublicationMoved>> {
  const { member, command, change } = context
  const start = 'publicationId' in input ? undefined : startOf(context, input)
  const id = 'publicationId' in input ? input.publicationId : derivedId('pub', command.key)
  const draft = (await publications.get(id)) ?? start
  if (draft?.communityId !== member.communityId) return no('not_found')
  if (draft.state === 'draft') {
    const refusal =
      (await unfit(context, draft.kind, draft.content)) ?? (await withoutPictures(context, id, draft.content))
    if (refusal) return refusal
  }
  const rev = 'publicationId' in input ? input.rev : undefined
  return answerOf(
    await change(
      publications,
      id,
      command,
      ofOwn(context, (publication) => decidePublishing(publication, command, member, rev)),
      start,
    ),
  )
}

function startOf(
  { member, command }: MemberContext,
  { kind, ...content }: Exclude<Input<typeof publicationPublish>, { publicationId: string }>,
): Publication {
  return newPublication(derivedId('pub', command.key), kind, member, content, command.at)
}

/** Changes what a publication says, by a new edition; of a draft, the draft. */
export async function edit(
  context: MemberContext,
  { publicationId, rev, ...parts }: Input<typeof publicationEdit>,
): Promise<Answer<PublicationMoved>> {
  const { member, command, change } = context
  const edit: ContentEdit = parts
  const standing = await publications.get(publicationId)
  if (standing?.communityId !== member.communityId) return no('not_found')
  const content = contentAfter(standing.content, edit)
  const refusal =
    standing.state === 'published' && content !== standing.content
      ? await unfit(context, standing.kind, content)
      : undefined
  const gone = refusal ?? (await withoutPictures(context, publicationId, content, standing.content))
  if (gone) return gone
  return answerOf(
    await change(
      publications,
      publicationId,
      command,
      ofOwn(context, (publication) => decideNewEdition(publication, command, edit, member, rev)),
    ),
  )
}

/** The second word. What it approves is looked at as it is then: a grid or an activity may be gone. */
export async function approve(
  context: MemberContext,
  { publicationId, rev }: Input<typeof publicationApprove>,
): Promise<Answer<PublicationMoved>> {
  const { member, community, command, change } = context
  const standing = await publications.get(publicationId)
  const refusal =
    standing?.proposed && standing.communityId === member.communityId
      ? await unfit(context, standing.kind, standing.proposed.content)
      : undefined
  if (refusal) return refusal
  return answerOf(
    await change(
      publications,
      publicationId,
      command,
      ofOwn(context, (publication) => decideSecondWord(publication, command, member, community.limits, rev)),
    ),
  )
}

export async function sendBack(
  context: MemberContext,
  { publicationId, reason }: Input<typeof publicationReturn>,
): Promise<Answer<PublicationMoved>> {
  const { command, change } = context
  return answerOf(
    await change(
      publications,
      publicationId,
      command,
      ofOwn(context, (publication) => decideSendBack(publication, command, reason)),
    ),
  )
}

/** Takes it out of the lists; a draft is thrown away. */
export async function retire(
  context: MemberContext,
  { publicationId, reason }: Input<typeof publicationRetire>,
): Promise<Answer<PublicationMoved>> {
  const { command, change, writer } = context
  if (reason !== undefined && (await checkText(writer, reason)) === 'risky') return no('text_risky')
  return answerOf(
    await change(
      publications,
      publicationId,
      command,
      ofOwn(context, (publication) => decideRetiring(publication, command, reason ?? null)),
    ),
  )
}
