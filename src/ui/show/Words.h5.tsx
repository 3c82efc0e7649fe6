import { aria } from './aria'
import type { WordsProps } from './Words'

/** Words inside a line. */
export function Words({ className, silent, children }: WordsProps) {
  return (
    <span className={className} {...aria({ hidden: silent })}>
      {children}
    </span>
  )
}
