import { Words } from './Words'
import './SealChip.scss'

export interface SealChipProps {
  /**
   * `asks`: it waits for somebody to act (red characters, open frame). `going`: somebody is on it (green, filled).
   * `done`: finished well (red, filled). `waits`: it waits for time or a check (ochre, double frame).
   * `over`: nothing more happens (grey, dashed).
   */
  tone: 'asks' | 'going' | 'done' | 'waits' | 'over'
  /** Two to four characters. */
  children: string
}

/** A state as a small stamp. The word says the state; frame and colour only help. */
export function SealChip({ tone, children }: SealChipProps) {
  return <Words className={`seal seal-${tone}`}>{children}</Words>
}
