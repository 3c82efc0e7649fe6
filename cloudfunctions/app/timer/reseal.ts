import type { Deployment, Settings } from '#app/call/settings'
import { minuteMs } from '#contract/shared/time'
import { rotations } from '#store/collections'
import { faultFields, log } from '#store/platform/log'
import type { Rotation } from '#store/rows/timer'
import { replaceText, walkSealed } from '#store/sealing/resealed'
import { type SealedField, sealedFields, sealedTexts } from '#store/sealing/sealedFields'
import { keyIdOf } from '#store/sealing/sealing'
import { plus } from '#store/words/changes'

/** One read brings so many documents. */
const page = 100
/** One run looks at a few hundred documents, so that a rotation slows nothing down. */
const documentsInARun = 500
/**
 * A call that read a document before it was sealed anew may write the old text back. No call lives this long,
 * so a round that begins later and finds nothing has seen the last of them.
 */
const settleMs = minuteMs

/**
 * Seals anew, under the first key, what another key has sealed. Every run of the timer does a part, from
 * where the last one stopped, until a whole round finds nothing. Two runs and other writers may be at work at
 * once: a text is replaced only where it is still the one that was read.
 */
export async function reseal({ communityId, settings }: Deployment, stopAt: number): Promise<number> {
  const { sealing } = settings
  if (!sealing.hasOldKeys) return 0
  const _id = sealing.currentKey
  let state: Rotation = (await rotations.get(_id)) ?? {
    ...{ _id, communityId, row: 0, after: '', found: 0, resealed: 0, lastAt: 0, doneAt: null },
  }
  if (state.doneAt !== null) return 0
  if (state.row === 0 && state.after === '' && Date.now() < state.lastAt + settleMs) return 0
  await rotations.insert(state)
  const before = state.resealed
  let looked = 0
  while (looked < documentsInARun && performance.now() < stopAt && state.doneAt === null) {
    const from = state
    const turned = await onePage(from, settings)
    state = turned.state
    looked += turned.looked
    if (!(await record(from, state))) return state.resealed - before
    // a round that found something is over; the next one waits until calls that began before it have ended
    if (state.row === 0 && state.after === '') break
  }
  const { row, found, resealed, doneAt } = state
  log(doneAt === null ? 'keys.resealing' : 'keys.resealed', {
    key: _id,
    at: sealedFields[row]?.collection,
    found,
    resealed,
  })
  return resealed - before
}

/**
 * Notes how far the rotation has come; false where another timer was faster. What was found here is still
 * added to its counts, so that it does not take the round for empty.
 */
async function record(from: Rotation, to: Rotation): Promise<boolean> {
  const { _id, row, after, found } = from
  const { _id: _, ...progress } = to
  if (await rotations.update({ _id, row, after, found, doneAt: null }, progress)) return true
  const moved = to.resealed - from.resealed
  if (moved > 0)
    await rotations.update(
      { _id },
      { found: plus(moved), resealed: plus(moved), lastAt: to.lastAt, doneAt: null },
    )
  return false
}

async function onePage(state: Rotation, settings: Settings): Promise<{ state: Rotation; looked: number }> {
  const row = sealedFields[state.row]
  if (!row) return { state: { ...state, row: 0, after: '' }, looked: 0 }
  const stored = await walkSealed(row, state.after, page)
  let { found, resealed, lastAt } = state
  for (const one of stored) {
    const moved = await anew(one, row, settings)
    found += moved
    resealed += moved
    if (moved > 0) lastAt = Date.now()
  }
  const last = stored[stored.length - 1]
  const next = { ...state, found, resealed, lastAt }
  const looked = stored.length
  if (last && looked === page) return { state: { ...next, after: last._id }, looked }
  const over = { ...next, row: 0, after: '' }
  if (state.row + 1 < sealedFields.length) return { state: { ...over, row: state.row + 1 }, looked }
  if (found > 0) return { state: { ...over, found: 0 }, looked }
  return { state: { ...over, doneAt: Date.now() }, looked }
}

/** Counts the texts of a document under another key and seals them anew. One that does not open is logged and stays. */
async function anew(stored: { _id: string }, row: SealedField, { sealing }: Settings): Promise<number> {
  let found = 0
  for (const { path, spot, text } of sealedTexts(stored, row)) {
    const key = keyIdOf(text)
    if (key === undefined || key === sealing.currentKey) continue
    found += 1
    try {
      const fresh = sealing.seal(sealing.open(text, spot), spot)
      await replaceText(row, stored._id, path, [text, fresh])
    } catch (fault) {
      log('keys.unopened', {
        id: stored._id,
        at: `${row.collection}.${row.field}`,
        key,
        ...faultFields(fault),
      })
    }
  }
  return found
}
