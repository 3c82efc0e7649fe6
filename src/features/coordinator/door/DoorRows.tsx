import { useRef, useState } from 'react'
import { coordinatorText as words } from '#text/activity/coordinator'
import { Choice } from '#ui/choice/Choice'
import { TextField } from '#ui/field/TextField'
import { Pager } from '#ui/page/Pager'
import { Box } from '#ui/show/Box'
import { type DoorRow, rowsNamed } from './doorBook'
import { PartyRow } from './PartyRow'

/** WeChat does not draw more rows smoothly. */
const fewRows = 10

type Show = 'absent' | 'present' | 'all'
const shows = (['absent', 'present', 'all'] as const).map((value) => ({ value, title: words.shows[value] }))

export interface DoorRowsProps {
  rows: readonly DoorRow[]
  begin: Show
  onMark: (row: DoorRow, present: boolean) => void
}

/** Lists everybody and searches by name. One tap marks a party as present, another takes the mark back. */
export function DoorRows({ rows, begin, onMark }: DoorRowsProps) {
  const typed = useRef('')
  const [asked, setAsked] = useState('')
  const [show, setShow] = useState<Show>(begin)
  const [page, setPage] = useState(0)
  const shown = rowsNamed(rows, asked).filter(
    ({ present = false }) => show === 'all' || present === (show === 'present'),
  )
  const first = Math.min(page, Math.max(0, Math.ceil(shown.length / fewRows) - 1)) * fewRows
  const more = shown.length > first + fewRows

  return (
    <Box className='stack'>
      <TextField
        label={words.search}
        hint={words.searchHint}
        optional
        maxLength={20}
        onText={(text) => {
          typed.current = text
          setPage(0)
          setAsked(text)
        }}
      />
      <Choice
        label={words.show}
        options={shows}
        chosen={show}
        onChoose={(value) => {
          setPage(0)
          setShow(value)
        }}
      />
      <Box live='polite' className='soft'>
        {shown.length === 0
          ? rows.length === 0
            ? words.rosterEmpty
            : words.noneFound
          : words.parties(shown.length)}
      </Box>
      <Box tag='ul' className='stack-tight'>
        {shown.slice(first, first + fewRows).map((row) => (
          <PartyRow key={row.memberId} row={row} onMark={(present) => onMark(row, present)} />
        ))}
      </Box>
      <Pager
        onNewer={first > 0 ? () => setPage(first / fewRows - 1) : undefined}
        onOlder={more ? () => setPage(first / fewRows + 1) : undefined}
      />
    </Box>
  )
}
