import type { Instant } from '#contract/shared/scalars'
import { type Dwelling, vouchingMs } from '#core/register/match'
import { dwellings } from '#store/collections'
import { entryOf } from '#store/engine/entry'
import { below } from '#store/words/conditions'

const vouchingFor = (nameKey: string) => entryOf<Dwelling>()('vouching', nameKey)

/**
 * Holds a name of a dwelling for one account while its registration is being written; false where another
 * account holds it. A hold that is older than a minute was left behind.
 */
export function holdName(dwellingId: string, nameKey: string, to: string, at: Instant): Promise<boolean> {
  const own = vouchingFor(nameKey)
  return dwellings.update(
    { _id: dwellingId, anyOf: [own.absent, own.where({ to }), own.where({ at: below(at - vouchingMs) })] },
    own.set({ to, at }),
  )
}

/** Lets the name go; what the account's own document says counts from now on. */
export async function letNameGo(dwellingId: string, nameKey: string, to: string): Promise<void> {
  const own = vouchingFor(nameKey)
  await dwellings.update({ _id: dwellingId, ...own.where({ to }) }, own.gone)
}
