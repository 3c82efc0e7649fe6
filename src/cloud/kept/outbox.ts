import { type CallOutcome, call } from '#cloud/call/call'
import { discardPicture } from '#cloud/picture/pictureStore'
import { type KeptPicture, sendPicture } from '#cloud/picture/sendPicture'
import { inTurn, onTabs, tellTabs } from '#cloud/wechat/tabs'
import type { RawInputOf } from '#contract/operations'
import type { Instant } from '#contract/shared/scalars'
import { changeLasting, lasting } from './lasting'
import { sendLater } from './sendLater'

/** A request that no network took. It waits on the phone and is sent once the app is open and online. */
export interface UnsentRequest {
  /** The command it was first sent as, or would have been: however often it is sent, it is filed once. */
  commandId: string
  /** Without its pictures, which are sent before it. */
  input: RawInputOf<'request.file'>
  pictures: KeptPicture[]
  /** What it was last sent as, pictures and all: the same once more is the same request. */
  tried?: string | undefined
  /** What the form held, to be put back into it. */
  draft: object
  madeAt: Instant
  /** Why the cloud would not have it: it waits for the person, not for a network. */
  refusal?: string
}

const keptUnder = 'outbox'

/** Hears what waits now, and whether one of them has just gone out. */
type Listener = (unsent: readonly UnsentRequest[], sent: boolean) => void
const listeners = new Set<Listener>()

export async function unsentRequests(): Promise<readonly UnsentRequest[]> {
  return (await lasting<UnsentRequest[]>(keptUnder)) ?? []
}

/** Hears of every change, also by another tab, until the function it gives is called. */
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
  const held = await changeLasting<readonly UnsentRequest[]>(keptUnder, (before) => {
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
 * Gives a request up, once no sending is under way; with `keepPictures` the form that takes it back has them.
 * Answers whether it still waited: it may just have gone out.
 */
export function withdrawUnsent(commandId: string, keepPictures = false): Promise<boolean> {
  return inTurn(async () => {
    const found = (await unsentRequests()).find((each) => each.commandId === commandId)
    if (!keepPictures) for (const { key } of found?.pictures ?? []) discardPicture(key)
    await hold(without(commandId))
    return found !== undefined
  })
}

/** Sends what waits, in its order, one sending at a time, whichever tab begins it. */
export const sendUnsent = sendLater<UnsentRequest, object>({
  waiting: async () => (await unsentRequests()).filter(({ refusal }) => refusal === undefined),
  send: deliver,
  settle: async ({ commandId, pictures }, outcome) => {
    if (outcome.ok) {
      for (const { key } of pictures) discardPicture(key)
      await hold(without(commandId), true)
    } else {
      const refusal = outcome.message
      await hold((before) =>
        before.map((each) => (each.commandId === commandId ? { ...each, refusal } : each)),
      )
    }
  },
  inTurn,
})

async function deliver({
  commandId,
  input,
  pictures,
}: UnsentRequest): Promise<CallOutcome<object> | 'later'> {
  const fileIds: string[] = []
  for (const picture of pictures) {
    const outcome = await sendPicture(picture, { purpose: 'request_photo' }).catch(() => undefined)
    // its bytes are gone: the words go without it
    if (!outcome) continue
    if (!outcome.ok) return outcome.code === 'not_found' ? 'later' : outcome
    fileIds.push(outcome.data.fileId)
  }
  const whole = { ...input, ...(fileIds.length > 0 && { fileIds }) }
  await changeLasting<readonly UnsentRequest[]>(keptUnder, (before) =>
    before?.map((each) => (each.commandId === commandId ? { ...each, tried: JSON.stringify(whole) } : each)),
  )
  return call('request.file', whole, { commandId })
}
