import type { RawInputOf } from '#contract/operations'
import type { Instant } from '#contract/scalars'
import { call } from './call'
import { discardLasting, keepLasting, lasting } from './lasting'
import { discardPicture } from './pictureStore'
import { type KeptPicture, sendPicture } from './sendPicture'

/** A request that no network took. It waits on the phone and is sent once the app is open and online. */
export interface UnsentRequest {
  /** The command it was first sent as, or would have been: however often it is sent, it is filed once. */
  commandId: string
  /** Without its pictures, which are sent before it. */
  input: RawInputOf<'request.file'>
  pictures: KeptPicture[]
  /** What the form held, to be put back into it. */
  draft: object
  madeAt: Instant
  /** Why the cloud would not have it: it waits for the person, not for a network. */
  refusal?: string
}

const place = 'outbox'
/** An answer like these says nothing about the request itself: it is tried again later. */
const passing: ReadonlySet<string> = new Set(['unreachable', 'rate_limited', 'internal', 'unauthenticated'])

const listeners = new Set<(unsent: readonly UnsentRequest[]) => void>()
let sending: Promise<boolean> | undefined

export async function unsentRequests(): Promise<readonly UnsentRequest[]> {
  return (await lasting<UnsentRequest[]>(place)) ?? []
}

/** Hears of every change until the function it gives is called. */
export function onUnsent(listener: (unsent: readonly UnsentRequest[]) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

async function hold(next: readonly UnsentRequest[]): Promise<void> {
  if (next.length > 0) await keepLasting(place, next)
  else await discardLasting(place)
  for (const listener of listeners) listener(next)
}

/** Keeps a request for later. */
export async function putOff(request: UnsentRequest): Promise<void> {
  const before = (await unsentRequests()).filter(({ commandId }) => commandId !== request.commandId)
  await hold([...before, request])
}

/** Gives a request up; with `keepPictures` the form that takes it back has them. */
export async function withdraw(commandId: string, keepPictures = false): Promise<void> {
  const before = await unsentRequests()
  if (!keepPictures)
    for (const { pictures } of before.filter((each) => each.commandId === commandId))
      for (const { key } of pictures) discardPicture(key)
  await hold(before.filter((each) => each.commandId !== commandId))
}

/** Sends what waits, in its order, one sending at a time. Answers whether anything has gone out. */
export function sendUnsent(): Promise<boolean> {
  sending ??= sendAll().finally(() => {
    sending = undefined
  })
  return sending
}

async function sendAll(): Promise<boolean> {
  let sent = false
  for (const request of await unsentRequests()) {
    if (request.refusal !== undefined) continue
    const outcome = await deliver(request)
    if (outcome === 'later') break
    if (outcome === 'sent') {
      sent = true
      await withdraw(request.commandId)
    } else {
      const { refusal } = outcome
      await hold(
        (await unsentRequests()).map((each) =>
          each.commandId === request.commandId ? { ...each, refusal } : each,
        ),
      )
    }
  }
  return sent
}

async function deliver({
  commandId,
  input,
  pictures,
}: UnsentRequest): Promise<'sent' | 'later' | { refusal: string }> {
  const fileIds: string[] = []
  for (const picture of pictures) {
    const outcome = await sendPicture(picture, { purpose: 'request_photo' }).catch(() => undefined)
    // its bytes are gone: the words go without it
    if (!outcome) continue
    if (!outcome.ok) {
      if (passing.has(outcome.code) || outcome.code === 'not_found') return 'later'
      return { refusal: outcome.message }
    }
    fileIds.push(outcome.data.fileId)
  }
  const outcome = await call(
    'request.file',
    { ...input, ...(fileIds.length > 0 && { fileIds }) },
    { commandId },
  )
  if (outcome.ok) return 'sent'
  return passing.has(outcome.code) ? 'later' : { refusal: outcome.message }
}
