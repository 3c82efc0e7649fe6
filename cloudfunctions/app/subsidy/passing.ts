import { sha256 } from '#app/call/ids'
import type { Changes } from '#app/change/change'
import type { Limits } from '#contract/community'
import type { Command } from '#core/change/aggregate'
import { decideGroundPassing } from '#core/subsidy/claim'
import type { StoredSubsidy } from '#core/subsidy/subsidy'
import { activities, subsidies } from '#store/collections'

/** Removes a ground when its term is over, by the end that the course has now; does what is owed. */
export async function passSubsidy(
  found: StoredSubsidy,
  limits: Limits,
  { change, payOff }: Pick<Changes, 'change' | 'payOff'>,
): Promise<void> {
  const key = sha256(`${found._id}:${found.rev}:passing`).slice(0, 24)
  const command: Command = { key, fingerprint: key, at: Date.now() }
  const [activity] = await activities.getMany([found.activityId], { fields: ['lastTo'] })
  const courseEnds = activity?.lastTo ?? found.courseEnds
  const rule = (subsidy: StoredSubsidy) => decideGroundPassing(subsidy, command, courseEnds, limits)
  if (rule(found))
    await change(subsidies, found._id, command, (subsidy) => rule(subsidy) ?? { next: subsidy })
  else await payOff(subsidies, found)
}
