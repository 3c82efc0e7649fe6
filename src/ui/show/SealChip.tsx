import { Words } from './Words'
import './SealChip.scss'

/**
 * The one scale of states, the same for everything that has one. `waits`: it waits for time or for somebody else.
 * `going`: somebody is on it, or it is settled and lies ahead. `needs`: it needs the reader. `done`: it ended well.
 * `off`: nothing more happens.
 */
export type StateTone = 'waits' | 'going' | 'needs' | 'done' | 'off'

export interface SealChipProps {
  tone: StateTone
  /** Two to four characters. */
  children: string
}

/** A state as a small stamp. The word says the state; each tone has a colour and a shape of its own beside it. */
export function SealChip({ tone, children }: SealChipProps) {
  return <Words className={`seal seal-${tone}`}>{children}</Words>
}
