import type { Deployment, Settings } from '#app/call/settings'
import { minuteMs } from '#contract/shared/time'
import { rotations } from '#store/collections'
import { faultFields, log } from '#store/platform/log'
import type { Rotation } from '#store/rows/timer'
import { replaceText, walkSealed } from '#store/sealing/resealed'
import { fieldNameOf, fieldsFrom, type SealedField, sealedTexts } from '#store/sealing/sealedFields'
import { keyIdOf } from '#store/sealing/sealing'
import { plus, removed } from '#store/words/changes'

/** Documents looked at in one read. */
const page = 100
/** A few hundred documents a minute, so that a rotation takes nobody's time. */
const documentsInARun = 500
/**
 * A call that read a document before it was sealed anew may write the old text back. No call lives this long, so a
 * round that begins later and finds nothing has seen the last of them.
 */
const settleMs = minuteMs

const beginning = { field: '', after: '' }
const atBeginning = ({ field, after }: Rotation): boolean => field === '' && after === ''

/**
 * Seals anew, under the first key, what another key has sealed: a little in every run of the timer, from where the last
 * one stopped, until a whole round finds nothing. Without a second key there is nothing to do. Safe to run twice at
 * once and beside everybody's writes: a text is replaced only where it is still the one that was read.
 */
export async function reseal({ communityId, settings }: Deployment, stopAt: number): Promise<number> {
  const { sealing } = settings
  if (!sealing.hasOldKeys) return 0
  const _id = sealing.currentKey
  let state: Rotation = (await underWay(_id)) ?? {
    ...{ _id, communityId, ...beginning, found: 0, resealed: 0, lastAt: 0, doneAt: null },
  }
  if (state.doneAt !== null) return 0
  if (atBeginning(state) && Date.now() < state.lastAt + settleMs) return 0
  await rotations.insert(state)
  const before = state.resealed
  let looked = 0
  while (looked < documentsInARun && performance.now() < stopAt && state.doneAt === null) {
    const from = state
    const turned = await onePage(from, settings)
    state = turned.state
    looked += turned.looked
    if (!(await record(from, state))) return state.resealed - before
    // a round that found something is over: the next one waits for the stragglers
    if (atBeginning(state)) break
  }
  const { field, found, resealed, doneAt } = state
  log(doneAt === null ? 'keys.resealing' : 'keys.resealed', {
    key: _id,
    at: fieldsFrom(field)[0]?.collection,
    found,
    resealed,
  })
  return resealed - before
}

/** The rotation under a key. One of an earlier edition has no name of a field, so its round begins again. */
async function underWay(_id: string): Promise<Rotation | undefined> {
  const stored = await rotations.get(_id)
  if (stored?.row === undefined) return stored
  await rotations.update({ _id, row: stored.row }, { ...beginning, found: 0, row: removed })
  return rotations.get(_id)
}

/** Notes how far it has come; false where another timer was faster, which is told that something was found here. */
async function record(from: Rotation, to: Rotation): Promise<boolean> {
  const { _id, field, after, found } = from
  const { _id: _, ...progress } = to
  if (await rotations.update({ _id, field, after, found, doneAt: null }, progress)) return true
  const moved = to.resealed - from.resealed
  if (moved > 0)
    await rotations.update(
      { _id },
      { found: plus(moved), resealed: plus(moved), lastAt: to.lastAt, doneAt: null },
    )
  return false
}

async function onePage(state: Rotation, settings: Settings): Promise<{ state: Rotation; looked: number }> {
  const [field, following] = fieldsFrom(state.field)
  if (!field) return { state: endOfRound(state), looked: 0 }
  // a field that has left the table has an `after` of its own
  const after = fieldNameOf(field) === state.field ? state.after : ''
  const stored = await walkSealed(field, after, page)
  let { found, resealed, lastAt } = state
  for (const one of stored) {
    const moved = await anew(one, field, settings)
    found += moved
    resealed += moved
    if (moved > 0) lastAt = Date.now()
  }
  const last = stored[stored.length - 1]
  const next = { ...state, found, resealed, lastAt }
  const looked = stored.length
  if (last && looked === page)
    return { state: { ...next, field: fieldNameOf(field), after: last._id }, looked }
  if (following) return { state: { ...next, field: fieldNameOf(following), after: '' }, looked }
  return { state: endOfRound(next), looked }
}

/** A round that found nothing ends the rotation; after any other, the next one begins. */
const endOfRound = (state: Rotation): Rotation => ({
  ...state,
  ...beginning,
  ...(state.found > 0 ? { found: 0 } : { doneAt: Date.now() }),
})

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
