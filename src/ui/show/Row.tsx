import type { ReactNode } from 'react'
import { Pressable } from '#ui/button/Pressable'
import { Box } from './Box'
import { Icon, type IconName } from './Icon'
import './Row.scss'

/** Rows below each other on one sheet, with hairlines between them. */
export function ListRows({ children }: { children: ReactNode }) {
  return <Box className='rows'>{children}</Box>
}

export interface RowProps {
  icon?: IconName
  title: string
  /** The second line. */
  detail?: string | undefined
  /** At the end of the first line: a count, a seal. */
  end?: ReactNode
  to?: string | undefined
  onPress?: (() => void) | undefined
  /** Of a row that is a switch: whether it is on. It leads nowhere. */
  on?: boolean | undefined
}

/** One line of a list. With `to` or `onPress` a tap anywhere on the row counts. */
export function ListRow({ icon, title, detail, end, to, onPress, on }: RowProps) {
  const content = (
    <>
      {icon && <Icon name={icon} className='row-icon' />}
      {detail ? (
        <Box className='row-words'>
          <Box className='row-title'>{title}</Box>
          <Box className='row-detail'>{detail}</Box>
        </Box>
      ) : (
        <Box className='row-words row-title'>{title}</Box>
      )}
      {end !== undefined && <Box className='row-end'>{end}</Box>}
      {(to || onPress) && on === undefined && <Icon name='chevron' className='row-chevron' />}
    </>
  )
  if (!to && !onPress) return <Box className='row'>{content}</Box>
  return (
    <Pressable className='row row-pressable' to={to} onPress={onPress} on={on}>
      {content}
    </Pressable>
  )
}

/** A name and its value, for example one of a booking's particulars. */
export function Cell({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Box className='cell'>
      <Box className='cell-name'>{name}</Box>
      <Box className='cell-value'>{children}</Box>
    </Box>
  )
}
