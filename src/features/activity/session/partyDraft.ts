import * as v from 'valibot'
import type { Checked } from '#cloud/call/checked'
import type { Dependent } from '#contract/dependent'
import type { RawInputOf } from '#contract/operations'
import { personName } from '#contract/shared/scalars'
import { partyText as words } from '#text/session/signup'

export type Companion = RawInputOf<'session.signUp'>['party'][number]

/** Who is chosen on the sheet so far, and the typed name of a guest. */
export interface PartyDraft {
  self: boolean
  dependentIds: readonly string[]
  guests: readonly Guest[]
}
interface Guest {
  name: string
  under14: boolean
}

export const newParty: PartyDraft = { self: true, dependentIds: [], guests: [] }

const isName = v.is.bind(undefined, personName)
const written = ({ guests }: PartyDraft) => guests.filter(({ name }) => name.trim() !== '')

/** The number of people. A guest without a name does not count. */
export const partySize = (draft: PartyDraft): number =>
  Number(draft.self) + draft.dependentIds.length + written(draft).length

/** The party as `session.signUp` takes it, in the order of the sheet. */
export const chosenParty = (draft: PartyDraft, dependents: readonly Dependent[]): Companion[] => [
  ...(draft.self ? [{ self: true as const }] : []),
  ...dependents
    .filter(({ dependentId }) => draft.dependentIds.includes(dependentId))
    .map(({ dependentId }) => ({ dependentId })),
  ...written(draft).map(({ name, under14 }) => ({ name: name.trim(), ...(under14 && { under14 }) })),
]

/** The party to sign up, or what still has to be mended. */
export function checkParty(
  draft: PartyDraft,
  dependents: readonly Dependent[],
  most: number,
): Checked<Companion[], 'guest'> {
  const size = partySize(draft)
  if (size === 0) return { faults: { whole: words.nobody } }
  if (size > most) return { faults: { whole: words.tooMany(most) } }
  if (!written(draft).every(({ name }) => isName(name))) return { faults: { guest: words.guestWrong } }
  return { input: chosenParty(draft, dependents) }
}
