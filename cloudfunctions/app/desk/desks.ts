import { randomInt } from 'node:crypto'
import { type Context, type MemberContext, no, yes } from '#app/call/context'
import { freshId, sha256 } from '#app/call/ids'
import { pageOf } from '#app/call/shortList'
import type {
  Desk,
  deskApprove,
  deskList,
  deskLogout,
  deskPoll,
  PairBegun,
  PairState,
  Polled,
} from '#contract/desk'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import { dayMs, minuteMs } from '#contract/shared/time'
import { sceneOf } from '#core/poster/code'
import { desks, pairs } from '#store/collections'
import { miniProgramCode } from '#store/platform/wechat'
import { plus } from '#store/words/changes'
import { above, below } from '#store/words/conditions'

/** A person needs so long at most to find the phone and scan. */
const pairMs = 5 * minuteMs
/** After so many wrong digits a pair expires. */
const digitMisses = 3
const approvalPage = 'packages/desk/approve'

/** A browser asks to be signed in. It keeps the secret; the pair id stands in the code that is scanned. */
export async function begin({ community, command }: Context): Promise<Answer<PairBegun>> {
  const pairId = freshId('p')
  const pollSecret = freshId('s')
  const digits = String(randomInt(10_000)).padStart(4, '0')
  const expiresAt = command.at + pairMs
  await pairs.insert({
    _id: pairId,
    communityId: community._id,
    secretHash: sha256(pollSecret),
    digits,
    expiresAt,
    memberId: null,
    misses: 0,
  })
  const scene = sceneOf('desk', pairId)
  const { picture } = await miniProgramCode(scene, approvalPage)
  return yes({ pairId, pollSecret, scene, digits, expiresAt, ...(picture === undefined ? {} : { picture }) })
}

/**
 * Gives the token once the pair is approved. The token derives from the pair, so a lost answer can be asked
 * for again.
 */
export async function poll(
  { settings, community, command }: Context,
  { pairId, pollSecret }: Input<typeof deskPoll>,
): Promise<Answer<Polled>> {
  const pair = await pairs.get(pairId)
  if (!pair || pair.secretHash !== sha256(pollSecret)) return no('not_found')
  if (pair.expiresAt <= command.at) return yes({ state: 'expired' })
  if (pair.memberId === null) return yes({ state: 'waiting' })
  const token = settings.sealing.derive(`desk:${pairId}:${pollSecret}`).toString('base64url')
  await desks.insert({
    _id: sha256(token),
    communityId: community._id,
    memberId: pair.memberId,
    since: command.at,
    expiresAt: command.at + settings.deskDays * dayMs,
    revokedAt: null,
  })
  return yes({ state: 'approved', token })
}

/** The person compares the digits on both screens and lets the browser in as themselves. */
export async function approve(
  { member, command, caller }: MemberContext,
  { pairId, digits }: Input<typeof deskApprove>,
): Promise<Answer<{ state: PairState }>> {
  if (caller.via !== 'mini_program') return no('mini_program_only')
  const pair = await pairs.get(pairId)
  if (!pair) return no('not_found')
  if (pair.memberId === member._id && pair.digits === digits) return yes({ state: 'approved' })
  if (pair.expiresAt <= command.at || pair.memberId !== null || pair.misses >= digitMisses)
    return no('pair_expired')
  if (pair.digits !== digits) {
    const counted = await pairs.update({ _id: pairId, misses: below(digitMisses) }, { misses: plus(1) })
    return no(counted ? 'digits_differ' : 'pair_expired')
  }
  const approved = await pairs.update(
    { _id: pairId, memberId: null, misses: below(digitMisses) },
    { memberId: member._id },
  )
  // nothing is updated, too, where an answer was lost or the same person taps twice
  const own = approved || (await pairs.get(pairId))?.memberId === member._id
  return own ? yes({ state: 'approved' }) : no('conflict')
}

export async function list(
  { member, identity, command }: MemberContext,
  paging: Input<typeof deskList>,
): Promise<Answer<Page<Desk>>> {
  const live = { revokedAt: null, expiresAt: above(command.at) }
  const found = await desks.find('byMember', { memberId: member._id, ...live }, { limit: 50 })
  const shown = found.map(({ _id, since, expiresAt }) => ({
    deskId: publicDeskId(_id),
    since,
    expiresAt,
    here: _id === identity.deskId,
  }))
  return yes(pageOf(shown, ({ deskId }) => deskId, paging))
}

/** Signs a browser out; without an id, the one that asks. Doing it again changes nothing. */
export async function logout(
  { member, identity, command }: MemberContext,
  { deskId }: Input<typeof deskLogout>,
): Promise<Answer<Record<string, never>>> {
  const _id = deskId === undefined ? identity.deskId : await ownDesk(member._id, deskId)
  if (_id === undefined) return no('not_found')
  await desks.update({ _id, memberId: member._id, revokedAt: null }, { revokedAt: command.at })
  return yes({})
}

async function ownDesk(memberId: string, deskId: string): Promise<string | undefined> {
  const own = await desks.find('byMember', { memberId }, { limit: 200 })
  return own.find(({ _id }) => publicDeskId(_id) === deskId)?._id
}

/** A desk's stored id is the hash of its token, so a list shows a hash of that. */
const publicDeskId = (id: string): string => `k_${sha256(id).slice(0, 24)}`
