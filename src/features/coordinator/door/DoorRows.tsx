import { type ReactNode, useState } from 'react'
import { coordinatorText as words } from '#text/activity/coordinator'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { TextField } from '#ui/field/TextField'
import { Pager } from '#ui/page/Pager'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { HandList } from '#ui/still/HandList'
import { useStaying } from '#ui/still/useStaying'
import { useStillRows } from '#ui/still/useStillRows'
import { type DoorRow, pageStart, rowsNamed } from './doorBook'
import { PartyRow } from './PartyRow'

/** WeChat does not draw more rows smoothly. */
const fewRows = 10

type Show = 'absent' | 'present' | 'all'
const shows = (['absent', 'present', 'all'] as const).map((value) => ({ value, title: words.shows[value] }))

/** What stands below the list and moves with it. */
const below = 'pager'

export interface DoorRowsProps {
  rows: readonly DoorRow[]
  begin: Show
  /** What stands above the list and comes and goes: with another text the list has moved. */
  above: string
  /** Shown while nobody is on the list: why, and the way on. */
  empty: ReactNode
  onMark: (row: DoorRow, present: boolean) => void
}

/**
 * Lists everybody and searches by name. One tap marks a party as present, another takes the mark back. A row that the
 * list would no longer show stays until the hand has left.
 */
export function DoorRows({ rows, begin, above, empty, onMark }: DoorRowsProps) {
  const [asked, setAsked] = useState('')
  const [searches, setSearches] = useState(0)
  const [show, setShow] = useState<Show>(begin)
  const [from, setFrom] = useState<string>()
  const [said, setSaid] = useState('')
  const staying = useStaying()
  const fits = ({ present = false }: DoorRow) => show === 'all' || present === (show === 'present')
  const named = rowsNamed(rows, asked)
  const shown = named.filter((row) => fits(row) || staying.keys.includes(row.memberId))
  const { length: fitting } = named.filter(fits)
  const first = pageStart(shown, rows, from, fewRows)
  const page = shown.slice(first, first + fewRows)
  const more = shown.length > first + fewRows
  const press = useStillRows(
    page.map(({ memberId, present = false }) => ({ key: memberId, face: String(present) })),
    { above, view: `${show} ${asked}` },
  )

  const see = (change: () => void) => {
    staying.fold()
    setFrom(undefined)
    setSaid('')
    change()
  }
  const turnTo = (index: number) => () =>
    press(below, () => {
      staying.fold()
      setFrom(shown[Math.max(0, index)]?.memberId)
    })
  const mark = (row: DoorRow, present: boolean) =>
    press(row.memberId, () => {
      staying.pressed(row.memberId)
      setSaid((present ? words.marked : words.unmarked)(row.name))
      onMark(row, present)
    })
  const found =
    fitting > 0 ? words.parties(fitting) : show === 'absent' && !asked ? words.allCame : words.noneFound
  const seeAll = () =>
    see(() => {
      setAsked('')
      setSearches(searches + 1)
      setShow('all')
    })

  return (
    <Box className='stack'>
      <TextField
        key={searches}
        label={words.search}
        hint={words.searchHint}
        optional
        maxLength={20}
        onText={(text) => see(() => setAsked(text))}
      />
      <Choice
        label={words.show}
        options={shows}
        chosen={show}
        onChoose={(value) => see(() => setShow(value))}
      />
      <Maybe>{rows.length === 0 && empty}</Maybe>
      <Box live='polite' className='soft'>
        {rows.length > 0 && [said, found].filter(Boolean).join(' · ')}
      </Box>
      <HandList className='stack-tight' onHand={staying.hand}>
        {page.map((row) => (
          <PartyRow key={row.memberId} row={row} onMark={(present) => mark(row, present)} />
        ))}
      </HandList>
      <Maybe>
        {rows.length > 0 && shown.length === 0 && (
          <Button look='quiet' onPress={seeAll}>
            {words.seeAll}
          </Button>
        )}
      </Maybe>
      <Pager
        onNewer={first > 0 ? turnTo(first - fewRows) : undefined}
        onOlder={more ? turnTo(first + fewRows) : undefined}
      />
    </Box>
  )
}
