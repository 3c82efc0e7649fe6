import type { Instant } from '#contract/shared/scalars'
import type { Command } from '#core/change/aggregate'
import { intents } from '#store/collections'

/** When a command arrived for the first time. A repeat is as old as what it repeats. */
export const firstSentAt = async ({ key, at }: Command): Promise<Instant> =>
  (await intents.get(key))?.at ?? at
