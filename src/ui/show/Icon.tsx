import { Words } from './Words'
import './Icon.scss'

export type IconName =
  | 'activities'
  | 'alert'
  | 'back'
  | 'bell'
  | 'care'
  | 'check'
  | 'chevron'
  | 'close'
  | 'computer'
  | 'eye'
  | 'family'
  | 'hall'
  | 'hands'
  | 'home'
  | 'info'
  | 'key'
  | 'knot'
  | 'ledger'
  | 'me'
  | 'phone'
  | 'repair'
  | 'stamp'
  | 'star'
  | 'star-on'
  | 'team'
  | 'text'

export interface IconProps {
  name: IconName
  className?: string
}

/** A line drawing in the colour of the text around it. The words beside it say what it means. */
export function Icon({ name, className = '' }: IconProps) {
  return <Words className={`icon icon-${name} ${className}`} silent />
}
