import type { ConsentKind } from './member'

/** The latest answer about a consent, of answers in their order; undefined before the first. */
export const lastSaidOf = <Said extends { kind: ConsentKind }>(
  consents: readonly Said[],
  kind: ConsentKind,
): Said | undefined => consents.filter((said) => said.kind === kind).at(-1)
