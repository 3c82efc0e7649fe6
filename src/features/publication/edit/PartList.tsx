import { type ReactNode, useState } from 'react'
import { LineButton } from '#ui/button/LineButton'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

export interface PartListProps<Part> {
  title: string
  hint?: string
  error?: string | undefined
  parts: readonly Part[]
  most: number
  /** A line of the list. */
  row: (part: Part) => { title: string; detail?: string | undefined }
  /** The button that adds one. */
  add: string
  /** The sheet that writes one; without a part, a new one. */
  sheet: (
    part: Part | undefined,
    on: { keep: (part: Part) => void; remove?: () => void; close: () => void },
  ) => ReactNode
  onChange: (parts: Part[]) => void
}

/** Parts that a sheet writes one at a time: each is a row that opens it, and a button adds one. */
export function PartList<Part>(props: PartListProps<Part>) {
  const { title, hint, error, parts, most, row, add, sheet, onChange } = props
  const [open, setOpen] = useState<number>()
  const close = () => setOpen(undefined)
  const put = (index: number, added: readonly Part[]) => {
    onChange([...parts.slice(0, index), ...added, ...parts.slice(index + 1)])
    close()
  }
  const standing = open === undefined ? undefined : parts[open]
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{title}</Heading>
      {hint && <Box className='soft'>{hint}</Box>}
      <Maybe>
        {error && (
          <Box className='field-error' role='alert'>
            {error}
          </Box>
        )}
        {parts.length > 0 && (
          <ListRows>
            {parts.map((part, index) => {
              const { title: name, detail } = row(part)
              return <ListRow key={name} title={name} detail={detail} onPress={() => setOpen(index)} />
            })}
          </ListRows>
        )}
        {parts.length < most && <LineButton onPress={() => setOpen(parts.length)}>{add}</LineButton>}
        {open !== undefined &&
          sheet(standing, {
            keep: (part) => put(open, [part]),
            ...(standing !== undefined && { remove: () => put(open, []) }),
            close,
          })}
      </Maybe>
    </Box>
  )
}
