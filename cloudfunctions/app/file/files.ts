import { type Context, invalid, isKnown, isRegistered, type MemberContext, no, yes } from '#app/call/context'
import { derivedId } from '#app/call/ids'
import { openedByStaff } from '#app/member/opening'
import type { fileBegin, filePart, fileUrl } from '#contract/file'
import { type FileBegun, type FileParted, type FileUrl, filePartsOf, partBytes } from '#contract/file'
import type { Input } from '#contract/shared/operation'
import type { Answer, Refusal } from '#contract/shared/refusal'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { plainPicture } from '#core/file/picture'
import { fileParts, files } from '#store/collections'
import { keepObject, objectAddressOf } from '#store/platform/storage'
import { checkPicture } from '#store/platform/wechat'
import type { FileDocument } from '#store/rows/file'
import { above } from '#store/words/conditions'
import { mayRead } from './readers'

/** A picture that is not attached by then is removed. */
const looseMs = dayMs
/** One person may have so many pictures that are not attached: six for each form, and some that were removed again. */
const manyLoose = 60
/** The address of a picture is valid for so long, so that passing it on is of little use. */
const addressSeconds = 600

/** A picture's path in storage. It derives from the id, so keeping a picture twice keeps it once. */
export const pathOf = ({ _id, communityId, purpose, type }: FileDocument): string =>
  `${communityId}/${purpose}/${_id}.${type.slice('image/'.length)}`

/** Announces a picture; the bytes come by `file.part`. */
export async function begin(
  { member, command }: MemberContext,
  { purpose, size, type }: Input<typeof fileBegin>,
): Promise<Answer<FileBegun>> {
  const fileId = derivedId('f', command.key)
  const begun: FileBegun = { fileId, upload: { partBytes, parts: filePartsOf(size) } }
  const past = await files.get(fileId)
  if (past) return past.fingerprint === command.fingerprint ? yes(begun) : no('conflict')
  const today = { ownerId: member._id, beganAt: above(command.at - looseMs), attachedTo: null }
  if ((await files.count('byOwner', today)) >= manyLoose) return no('rate_limited')
  await files.insert({
    _id: fileId,
    communityId: member.communityId,
    ownerId: member._id,
    purpose,
    type,
    size,
    fingerprint: command.fingerprint,
    state: 'receiving',
    storageId: null,
    checked: false,
    attachedTo: null,
    beganAt: command.at,
    dueAt: command.at + looseMs,
  })
  return yes(begun)
}

/**
 * Takes one part; with the last missing one the picture is checked and kept. A part that comes again changes
 * nothing.
 */
export async function part(
  { member, command }: MemberContext,
  { fileId, index, base64 }: Input<typeof filePart>,
): Promise<Answer<FileParted>> {
  const file = await files.get(fileId)
  if (!file || file.ownerId !== member._id || file.state === 'gone') return no('not_found')
  if (file.state === 'ready') return yes({ state: 'ready' })
  const parts = filePartsOf(file.size)
  const length = index === parts - 1 ? file.size - index * partBytes : partBytes
  if (index >= parts || Buffer.from(base64, 'base64').length !== length)
    return invalid(index >= parts ? 'index' : 'base64', `part ${index} of this file has ${length} bytes`)
  const { communityId } = file
  await fileParts.insert({ _id: `${fileId}_${index}`, communityId, fileId, index, base64, at: command.at })
  if ((await fileParts.count('byFile', { fileId })) < parts) return yes({ state: 'receiving' })
  return finish(file)
}

/**
 * Checks and keeps a picture whose parts are all here. Two calls may do so at once; they write the same bytes
 * to one path.
 */
async function finish(file: FileDocument): Promise<Answer<FileParted>> {
  const { _id: fileId, type } = file
  const parts = await fileParts.find('byFile', { fileId }, { limit: filePartsOf(file.size) })
  const plain = plainPicture(Buffer.concat(parts.map(({ base64 }) => Buffer.from(base64, 'base64'))), type)
  if (typeof plain === 'string') return drop(fileId, plain)
  const { bytes } = plain
  const check = await checkPicture(bytes, type)
  if (check === 'risky') return drop(fileId, 'picture_risky')
  // this is noted before it is done, so that the sweep finds what a crash leaves in storage
  await files.update({ _id: fileId, state: 'receiving' }, { state: 'storing' })
  const storageId = await keepObject(pathOf(file), bytes)
  await files.update(
    { _id: fileId, state: 'storing' },
    { state: 'ready', storageId, checked: check === 'pass' },
  )
  const now = await files.get(fileId)
  if (now?.state !== 'ready') return no('not_found')
  await fileParts.removeAll('byFile', { fileId })
  return yes({ state: 'ready' })
}

/** Removes at once what is no picture, too much to show, or what the check finds risky. */
async function drop(
  fileId: string,
  code: 'picture_wrong' | 'picture_large' | 'picture_risky',
): Promise<Answer<FileParted>> {
  await fileParts.removeAll('byFile', { fileId })
  await files.remove(fileId, { state: 'receiving' })
  return no(code)
}

/** Gives an address of the picture, valid for ten minutes, to those who may see what it belongs to. */
export async function url(context: Context, { fileId }: Input<typeof fileUrl>): Promise<Answer<FileUrl>> {
  const file = await files.get(fileId)
  if (file?.state !== 'ready' || file.storageId === null || !(await mayRead(context, file)))
    return no(isRegistered(context) ? 'not_found' : strangerCode(context))
  const noted = file.purpose === 'licence_photo' && isRegistered(context)
  const spent = noted ? await noteLook(context, file) : undefined
  if (spent) return spent
  const address = await objectAddressOf(file.storageId, addressSeconds)
  if (address === undefined) return no('not_found')
  return yes({ url: address, validUntil: context.command.at + addressSeconds * 1000 })
}

/** A visitor may sign in and see it then, whether or not it is there. */
const strangerCode = ({ identity }: Context) => (isKnown(identity) ? 'not_registered' : 'unauthenticated')

/** Counts and records that somebody else looks at the picture of a licence, once an hour. */
async function noteLook(
  context: MemberContext,
  { _id, ownerId }: FileDocument,
): Promise<Refusal | undefined> {
  if (ownerId === context.member._id) return undefined
  return openedByStaff(context, {
    once: 'an hour',
    of: [_id],
    subjectId: ownerId,
    fields: ['licencePhoto'],
    reason: 'licence_seen',
    about: ownerId,
  })
}

/**
 * Attaches pictures to the document they belong to; false where one of them is not the owner's, not whole, of
 * another purpose, or attached elsewhere. It is called before the document is written: the sweep removes a
 * picture whose document was never written. Attaching again changes nothing.
 */
export async function attach(
  { command }: Context,
  ownerId: MemberId,
  fileIds: readonly string[],
  purpose: FileDocument['purpose'],
  to: NonNullable<FileDocument['attachedTo']>,
): Promise<boolean> {
  for (const _id of fileIds) {
    const attached = await files.update(
      { _id, ownerId, purpose, state: 'ready', attachedTo: null, dueAt: above(command.at) },
      { attachedTo: to, dueAt: command.at + dayMs },
    )
    if (attached) continue
    const file = await files.get(_id)
    const here = file?.attachedTo?.collection === to.collection && file.attachedTo.id === to.id
    if (!here || file.ownerId !== ownerId) return false
  }
  return true
}

/** Marks pictures that a document needs no more; `jobs` removes them. Doing it again changes nothing. */
export async function releaseFiles(fileIds: readonly string[], now: Instant): Promise<void> {
  for (const _id of fileIds)
    await files.update({ _id, state: 'ready' }, { state: 'gone', attachedTo: null, dueAt: now })
}
