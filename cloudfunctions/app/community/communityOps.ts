import { type Context, invalid, no, yes } from '#app/call/context'
import { tries } from '#app/change/change'
import { openDoor } from '#app/member/household'
import { forgetFaults, messageFaultsOf } from '#app/notice/messageFaults'
import { templateIds, templatesOf } from '#app/notice/templates'
import { countOwedHours } from '#app/report/recount'
import type { Community, communityEdit, WholeCommunity } from '#contract/community'
import { isReserved } from '#contract/request'
import { firstUnfinished } from '#contract/setUp/steps'
import { type MessageTemplates, templateFaults } from '#contract/shared/message'
import { templateFaultWords } from '#contract/shared/messageText'
import type { Input } from '#contract/shared/operation'
import type { Answer, Refusal } from '#contract/shared/refusal'
import { refuse } from '#contract/shared/refusal'
import { defaultWorkCalendar } from '#contract/shared/workCalendar'
import { unknownHolidays } from '#core/calendar/workHours'
import { controllerAfter } from '#core/community/controller'
import { contradiction, inUse, type Removal, removals } from '#core/community/edit'
import {
  activities,
  bookings,
  communities,
  honours,
  hourSums,
  households,
  members,
  memberships,
  requests,
  shiftPlaces,
} from '#store/collections'
import type { CommunityDocument } from '#store/rows/community'
import { savingWithin } from '#store/saving'
import { oneOf, present } from '#store/words/conditions'
import { canaryOf } from './canary'
import { forgetCommunity } from './community'

/** So many edits are remembered, so that a late repeat of one undoes nothing. */
const rememberedEdits = 50

export async function get(context: Context): Promise<Answer<Community>> {
  const { settings } = context
  const {
    _id,
    rev: _rev,
    teams: _teams,
    edits: _edits,
    paces: _paces,
    templates: _templates,
    womensTeamId: _team,
    canary: _canary,
    messages,
    settingUp: _settingUp,
    ...shown
  } = await latest(context)
  const { pageAddress } = settings
  return yes({
    ...shown,
    messageTemplates: templateIds(templatesOf({ messages }, settings)),
    ...(pageAddress !== undefined && { pageAddress }),
  })
}

/** Shows everything that can be edited, with its `rev`. */
export async function wholeOf(context: Context): Promise<Answer<WholeCommunity>> {
  const { _id, edits: _edits, canary: _canary, ...shown } = await latest(context)
  const messages = templatesOf(shown, context.settings)
  const messageFaults = await messageFaultsOf(_id, messages)
  const years = unknownHolidays(context.command.at, shown.workCalendar ?? defaultWorkCalendar)
  return yes({
    ...shown,
    messages,
    ...(messageFaults.length > 0 && { messageFaults }),
    ...(years.length > 0 && { unknownHolidays: years }),
  })
}

/**
 * Replaces the parts that are given; the others stay. The first edit makes the community. Where `rev` is
 * given and is not the present one, somebody else was faster and nothing is written.
 */
export async function edit(
  context: Context,
  { rev, ...parts }: Input<typeof communityEdit>,
): Promise<Answer<{ rev: number }>> {
  const { command, community } = context
  const given = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined))
  const edited = await savingWithin(tries, communities, community._id, async (stored) => {
    const before = stored ?? { ...community, canary: canaryOf(community._id, context.settings) }
    const edits = before.edits ?? []
    if (edits.includes(command.key)) return { next: before }
    if (rev !== undefined && rev !== before.rev) return { refusal: no('conflict') }
    const next: CommunityDocument = {
      ...before,
      ...given,
      paces: { ...before.paces, ...parts.paces },
      rev: before.rev + 1,
      edits: [...edits, command.key].slice(-rememberedEdits),
      ...(parts.controller && { controller: controllerAfter(before, parts.controller) }),
    }
    if (before.rev === 0 || before.settingUp)
      next.settingUp = firstUnfinished(next) === undefined ? undefined : true
    const wrong = contradiction(next) ?? wrongTemplate(parts.messages)
    if (wrong) return { refusal: invalid(wrong.path, wrong.message) }
    if (parts.requestCategories?.some(({ category }) => isReserved(category)))
      return { refusal: no('category_reserved') }
    const refusal = await firstInUse(context, removals(before, next))
    return refusal ? { refusal } : { next }
  })
  if (!edited) return no('conflict')
  if (edited.refusal) return edited.refusal
  if (parts.messages) await forgetFaults(community._id, changedTemplates(community.messages, parts.messages))
  forgetCommunity(community._id)
  return yes({ rev: edited.next.rev })
}

/** Those that are written otherwise than they stood. */
const changedTemplates = (before: MessageTemplates = {}, after: MessageTemplates): MessageTemplates =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([purpose, one]) => JSON.stringify(one) !== JSON.stringify(before[purpose as keyof MessageTemplates]),
    ),
  )

/** The first mistake in templates, at its field, in words for who wrote it. */
function wrongTemplate(messages: MessageTemplates = {}): { path: string; message: string } | undefined {
  const [wrong] = templateFaults(messages)
  if (!wrong) return undefined
  const field = wrong.word === undefined ? '' : `.fields.${wrong.word}`
  return { path: `messages.${wrong.purpose}${field}`, message: templateFaultWords(wrong) }
}

/** Refuses, with its id, to remove what is still in use. */
async function firstInUse(context: Context, gone: readonly Removal[]): Promise<Refusal | undefined> {
  for (const removal of gone)
    if (await isUsed(context, removal))
      return refuse(inUse[removal.what], [{ path: removal.what, message: removal.id }])
  return undefined
}

const unfinished = { state: oneOf(['open', 'claimed', 'in_service', 'done']) }
const living = { state: oneOf(['pending', 'verified']) }

async function isUsed(context: Context, removal: Removal): Promise<boolean> {
  const communityId = context.community._id
  const { id } = removal
  const none = (counts: readonly number[]) => counts.every((count) => count === 0)
  switch (removal.what) {
    case 'estate':
      return !none([
        await members.count('byState', { communityId, ...living, estateId: id }),
        await members.count('byState', { communityId, state: 'pending', 'movedFrom.estateId': id }),
      ])
    case 'building':
      return livesIn(context, removal.estateId, id)
    case 'grid':
      return !none([
        await members.count('byStateOfGrid', { communityId, ...living, gridId: id }),
        await members.count('byState', { communityId, state: 'pending', 'movedFrom.gridId': id }),
        await members.count('byState', { communityId, ...living, 'roles.scope.gridId': id }),
        await requests.count('queue', { communityId, queue: `grid:${id}`, unfinished: true }),
      ])
    case 'team':
      await countOwedHours()
      return !none([
        await memberships.count('seats', { teamId: id, state: oneOf(['applied', 'accepted']) }),
        await memberships.count('leaders', { teamId: id, leads: true }),
        await bookings.count('byTeam', { communityId, ...unfinished, teamId: id }),
        await activities.count('ahead', { communityId, ahead: true, 'sessions.shifts.teamId': id }),
        await shiftPlaces.count('byTeam', { teamId: id, state: oneOf(['confirmed', 'in_service', 'done']) }),
        await honours.count('byTeam', { teamId: id, state: 'proposed' }),
        await hourSums.count('byDay', { communityId, [`byTeam.${id}`]: present }),
      ])
    case 'service':
      return (await bookings.count('open', { communityId, ...unfinished, service: id })) > 0
    case 'kind':
      return (
        (await bookings.count('open', { communityId, ...unfinished, service: removal.service, kind: id })) > 0
      )
  }
}

const doorsAtOnce = 100

/**
 * Whether a household lives in the building. Doors are sealed, so every one of the estate is opened; nobody
 * sees them.
 */
async function livesIn(
  { settings, community }: Context,
  estateId: string,
  building: string,
): Promise<boolean> {
  const communityId = community._id
  let cursor: string | undefined
  do {
    const page = await households.page('byEstate', { communityId, estateId }, { cursor, limit: doorsAtOnce })
    if (page.items.some((household) => openDoor(household, settings).building === building)) return true
    cursor = page.nextCursor
  } while (cursor !== undefined)
  return false
}

/** Reads the community anew, since the admin who has just edited it must see the edit. */
async function latest({ community }: Context): Promise<CommunityDocument> {
  return (await communities.get(community._id)) ?? community
}
