import { withNameKey } from '#core/member/member'
import { members } from '#store/collections'

/** Documents looked at in one read. */
const page = 100

/** Makes the key of names that were written before there was one, so that they are found in any spelling. */
export async function keyNames(communityId: string, stopAt: number): Promise<number> {
  let keyed = 0
  while (performance.now() < stopAt) {
    const found = await members.find('byNameKey', { communityId, nameKey: null }, { limit: page })
    for (const member of found) if (await members.rewrite(member, withNameKey(member))) keyed += 1
    if (found.length < page) return keyed
  }
  return keyed
}
