import type { MemberId } from '#contract/shared/scalars'
import { plainNumber } from '#contract/shared/text'

/** The text in the square of a proxy code. */
export const proxyCodeOf = (memberId: MemberId): string => `PX1.${memberId}`

/** The code as people read it out and type it: six groups of four. */
export function proxyGroups(memberId: MemberId): string[] {
  return memberId.replace(/^m_/, '').match(/.{1,4}/g) ?? []
}

/** The member of a scanned or typed proxy code. Spaces and hyphens do not count. Undefined for other text. */
export function memberIdOfProxyCode(text: string): MemberId | undefined {
  const digits = /^(?:px1\.)?m?([0-9a-f]{24})$/.exec(plainNumber(text).toLowerCase())?.[1]
  return digits && `m_${digits}`
}
