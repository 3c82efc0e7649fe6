import { Words } from './Words'
import './Icon.scss'

export type IconName =
  | 'alert'
  | 'back'
  | 'bell'
  | 'care'
  | 'check'
  | 'chevron'
  | 'close'
  | 'computer'
  | 'family'
  | 'hall'
  | 'hands'
  | 'home'
  | 'info'
  | 'knot'
  | 'ledger'
  | 'me'
  | 'phone'
  | 'repair'
  | 'star'
  | 'star-on'
  | 'team'

/** A line drawing in the colour of the text around it; the words beside it say what it means. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return <Words className={`icon icon-${name} ${className}`} silent />
}
