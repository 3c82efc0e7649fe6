import type { MemberId } from '#contract/scalars'
import type { Settings } from './settings'

/** Everybody of a party by name; nobody where they were forgotten. */
export function openNames(
  sealed: string,
  sessionId: string,
  memberId: MemberId,
  { sealing }: Settings,
): string[] {
  if (sealed === '') return []
  const place = { collection: 'sessions', id: sessionId, field: `roster.${memberId}.names` }
  return JSON.parse(sealing.open(sealed, place)) as string[]
}
