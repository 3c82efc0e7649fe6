import type { HeadingProps } from './Heading'
import './Heading.scss'

/** The heading of a block. */
export function Heading({ level = 2, children }: HeadingProps) {
  const Tag = `h${level}` as const
  return <Tag className={`heading-${level}`}>{children}</Tag>
}
