import type { MemberId } from '#contract/shared/scalars'

/** What the square of a proxy code holds. */
export const proxyCodeOf = (memberId: MemberId): string => `PX1.${memberId}`

/** The same to be read out and typed: six groups of four. */
export function proxyGroups(memberId: MemberId): string[] {
  return memberId.replace(/^m_/, '').match(/.{1,4}/g) ?? []
}

/** Whose proxy code was scanned or typed, with spaces or hyphens where people put them; undefined where it is none. */
export function memberIdOfProxyCode(text: string): MemberId | undefined {
  const digits = /^(?:px1\.)?(?:m_)?([0-9a-f]{24})$/.exec(text.replace(/[\s-]/g, '').toLowerCase())?.[1]
  return digits && `m_${digits}`
}
