import { call } from '#cloud/call/call'
import { discardPicture } from '#cloud/picture/pictureStore'
import { type KeptPicture, sendPicture } from '#cloud/picture/sendPicture'
import { alone, onTabs, tellTabs } from '#cloud/wechat/tabs'
import type { RawInputOf } from '#contract/operations'
import type { Instant } from '#contract/shared/scalars'
import { changeLasting, lasting } from './lasting'

/** A request that no network took. It waits on the phone and is sent once the app is open and online. */
export interface UnsentRequest {
  /**
   * The id of the command that files it. It stays the same however often the request is sent, so that it is filed
   * once.
   */
  commandId: string
  /** The input without its pictures, which are sent before it. */
  input: RawInputOf<'request.file'>
  pictures: KeptPicture[]
  /** The input as it was last sent, with its pictures. The same input again is the same request. */
  tried?: string | undefined
  /** What the form held, so that the person can go on with it. */
  draft: object
  madeAt: Instant
  /** Why the cloud refused it. Such a request waits for the person, not for a network. */
  refusal?: string
}

const place = 'outbox'
/** Codes that say nothing about the request itself. After such an answer it is tried again later. */
const passing: ReadonlySet<string> = new Set(['unreachable', 'rate_limited', 'internal', 'unauthenticated'])

/** Hears which requests wait now, and whether one of them has just been sent. */
type Listener = (unsent: readonly UnsentRequest[], sent: boolean) => void
const listeners = new Set<Listener>()
let sending: Promise<boolean> | undefined

export async function unsentRequests(): Promise<readonly UnsentRequest[]> {
  return (await lasting<UnsentRequest[]>(place)) ?? []
}

/** Tells a listener of every change, also by another tab. Returns a function that ends it. */
export function onUnsent(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

onTabs(async ({ sent }) => tell(await unsentRequests(), sent))

function tell(unsent: readonly UnsentRequest[], sent: boolean): void {
  for (const listener of listeners) listener(unsent, sent)
}

async function hold(
  change: (before: readonly UnsentRequest[]) => readonly UnsentRequest[],
  sent = false,
): Promise<void> {
  const held = await changeLasting<readonly UnsentRequest[]>(place, (before) => {
    const after = change(before ?? [])
    return after.length > 0 ? after : undefined
  })
  tell(held ?? [], sent)
  tellTabs({ sent })
}

const without = (commandId: string) => (before: readonly UnsentRequest[]) =>
  before.filter((each) => each.commandId !== commandId)

/** Keeps a request for later. */
export function putOff(request: UnsentRequest): Promise<void> {
  return hold((before) => [...without(request.commandId)(before), request])
}

/**
 * Removes a request as soon as no sending is under way. With `keepPictures` its pictures stay, for the form that takes
 * it back. Answers whether the request still waited: it may just have been sent.
 */
export function withdraw(commandId: string, keepPictures = false): Promise<boolean> {
  return alone(async () => {
    const found = (await unsentRequests()).find((each) => each.commandId === commandId)
    if (!keepPictures) for (const { key } of found?.pictures ?? []) discardPicture(key)
    await hold(without(commandId))
    return found !== undefined
  })
}

/** Sends the requests that wait, in their order, one at a time. Answers whether any was sent. */
export function sendUnsent(): Promise<boolean> {
  sending ??= alone(sendAll).finally(() => {
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
      for (const { key } of request.pictures) discardPicture(key)
      await hold(without(request.commandId), true)
    } else {
      const { refusal } = outcome
      await hold((before) =>
        before.map((each) => (each.commandId === request.commandId ? { ...each, refusal } : each)),
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
    // The bytes of the picture are gone. The words are sent without it.
    if (!outcome) continue
    if (!outcome.ok) {
      if (passing.has(outcome.code) || outcome.code === 'not_found') return 'later'
      return { refusal: outcome.message }
    }
    fileIds.push(outcome.data.fileId)
  }
  const whole = { ...input, ...(fileIds.length > 0 && { fileIds }) }
  await changeLasting<readonly UnsentRequest[]>(place, (before) =>
    before?.map((each) => (each.commandId === commandId ? { ...each, tried: JSON.stringify(whole) } : each)),
  )
  const outcome = await call('request.file', whole, { commandId })
  if (outcome.ok) return 'sent'
  return passing.has(outcome.code) ? 'later' : { refusal: outcome.message }
}
