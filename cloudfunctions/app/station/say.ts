import { invalid, type MemberContext, no, yes } from '#app/call/context'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { stationSay } from '#contract/station'
import { decideSaying } from '#core/station/say'
import { publications } from '#store/collections'

/** Somebody who is at a station says whether it is open and what is there now. */
export async function sayHowItIs(
  { community, command, change }: MemberContext,
  { publicationId, open, has }: Input<typeof stationSay>,
): Promise<Answer<{ state: 'open' | 'closed' }>> {
  const said = await change(publications, publicationId, command, (station) =>
    station.communityId === community._id
      ? decideSaying(station, command, { open, has })
      : { refusal: 'not_found' },
  )
  if (said.refusal?.code === 'invalid_input') return invalid('has', 'names what the station does not have')
  if (said.refusal) return said.refusal
  const { now } = said.state
  return now ? yes({ state: now.open ? 'open' : 'closed' }) : no('not_found')
}
