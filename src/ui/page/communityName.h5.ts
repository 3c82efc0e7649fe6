import { everywhere, useEverywhere } from './everywhere'

const keptUnder = 'community'

/** Empty where this browser does not know. */
const community = everywhere(() => localStorage.getItem(keptUnder) ?? '')

/** Notes the community's name, as the cloud has last said it, for the frame of every page. It belongs to the place and not to a person: who signs out leaves it. */
export function noteCommunity(name: string): void {
  if (community.read() === name) return
  community.set(name)
  try {
    localStorage.setItem(keptUnder, name)
  } catch {
    // It is shown all the same, for as long as the tab lives.
  }
}

/** The community's name; empty until the cloud has said it. */
export const useCommunityName = (): string => useEverywhere(community)
