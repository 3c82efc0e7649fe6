import type { Settings } from '#app/call/settings'
import { householdIdOf, openDoor } from '#app/member/household'
import { communities, households } from '#store/collections'
import { log } from '#store/platform/log'
import type { Canary, CommunityDocument } from '#store/rows/community'
import { missing, oneOf } from '#store/words/conditions'

const word = 'canary'
const askedHouseholds = 20
const spotIn = (id: string) => ({ collection: 'communities', id, field: 'canary.sealed' }) as const

/** Written with a community, so that other keys are noticed before anything is written under them. */
export const canaryOf = (communityId: string, { sealing }: Settings): Canary => ({
  sealed: sealing.seal(word, spotIn(communityId)),
  index: sealing.indexKey(word),
})

/** Leaves a canary in a community of an earlier edition; its keys have been found to fit. */
export async function leaveCanary({ _id, canary }: CommunityDocument, settings: Settings): Promise<void> {
  if (!canary) await communities.update({ _id, canary: missing }, { canary: canaryOf(_id, settings) })
}

/** The communities whose keys this instance holds; neither its keys nor those of the data change while it lives. */
const fitting = new Set<string>()

/**
 * Whether this function holds the keys that the data were written with. Where it does not, nothing may be
 * read or written, and the log names the setting.
 */
export async function keysFit(community: CommunityDocument, settings: Settings): Promise<boolean> {
  if (fitting.has(community._id)) return true
  const setting = await wrongSetting(community, settings)
  if (setting === undefined) {
    fitting.add(community._id)
    return true
  }
  const todo = `The data were written with another ${setting}. Every call is refused until the right one is back.`
  log('keys.wrong', { setting, todo })
  return false
}

type KeySetting = 'SEAL_KEYS' | 'INDEX_KEY'

async function wrongSetting(
  community: CommunityDocument,
  settings: Settings,
): Promise<KeySetting | undefined> {
  const { canary } = community
  if (!canary) return wrongForDoors(community, settings)
  if (opens(() => settings.sealing.open(canary.sealed, spotIn(community._id))) !== word) return 'SEAL_KEYS'
  return settings.sealing.indexKey(word) === canary.index ? undefined : 'INDEX_KEY'
}

/**
 * Without a canary the households tell as much: a door is sealed, and the household's id derives from it. One
 * that fits is enough, since a door may be spelled as an earlier edition spelled it.
 */
async function wrongForDoors(
  community: CommunityDocument,
  settings: Settings,
): Promise<KeySetting | undefined> {
  const estateId = oneOf(community.estates.map((estate) => estate.estateId))
  const among = { communityId: community._id, estateId }
  const found = await households.find('byEstate', among, { limit: askedHouseholds })
  if (found.length === 0) return undefined
  const opened = found.flatMap((household) => {
    const door = opens(() => openDoor(household, settings))
    return door ? [{ household, door }] : []
  })
  if (opened.length === 0) return 'SEAL_KEYS'
  const fits = opened.some(
    ({ household: { _id, estateId }, door }) =>
      householdIdOf({ settings, community }, { estateId, ...door }) === _id,
  )
  return fits ? undefined : 'INDEX_KEY'
}

/** Undefined for what does not open: another key, or a text that was changed by hand. */
function opens<Opened>(open: () => Opened): Opened | undefined {
  try {
    return open()
  } catch {
    return undefined
  }
}
