import type { IconName, IconProps } from './Icon'
import './Icon.h5.scss'

/** The data of each path, which the build writes in: config/drawings.ts. */
declare const iconDrawings: Record<IconName, string>

/** A line drawing in the colour of the text around it. A path of the page costs a browser less than a picture of it. */
export function Icon({ name, className = '' }: IconProps) {
  return (
    <svg className={`icon icon-${name} ${className}`} viewBox='0 0 24 24' aria-hidden='true'>
      <path d={iconDrawings[name]} />
    </svg>
  )
}
