import { useState } from 'react'
import type { StepCourse } from '#cloud/call/useStep'
import type { SubsidyBook, SubsidyDeskLine } from '#contract/subsidy'
import { subsidyDeskText as words } from '#text/subsidy/desk'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { TextField } from '#ui/field/TextField'
import { Pager } from '#ui/page/Pager'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { type BookShow, bookRows, bookShows, linesFor } from './bookRows'
import { type BookAct, ClaimantCard } from './ClaimantCard'
import { ApproveSheet, PaySheet, ReceiveSheet, ReverseSheet } from './LineSheets'

/** WeChat does not draw more of these cards smoothly. */
const fewPeople = 6

const shows = bookShows.map((value) => ({ value, title: words.shows[value] }))

type Asked =
  | { act: 'approve' | 'pay'; lineIds: string[] }
  | { act: 'receive' | 'reverse'; line: SubsidyDeskLine }

export interface BookViewProps {
  book: SubsidyBook
  course: StepCourse
}

/** The subsidies of a course, person by person, and the steps that are the viewer's. */
export function BookView({ book, course }: BookViewProps) {
  const [show, setShow] = useState<BookShow>('all')
  const [typed, setTyped] = useState('')
  const [first, setFirst] = useState(0)
  const [asked, setAsked] = useState<Asked>()
  const close = () => setAsked(undefined)
  const rows = bookRows(book, show, typed)
  const from = first < rows.length ? first : 0
  const see = (change: () => void) => {
    setFirst(0)
    change()
  }
  const act = (what: BookAct, line: SubsidyDeskLine) =>
    setAsked(
      what === 'approve' || what === 'pay' ? { act: what, lineIds: [line.lineId] } : { act: what, line },
    )
  return (
    <Box className='stack'>
      <AllAtOnce book={book} onAsk={setAsked} />
      <TextField
        label={words.search}
        hint={words.searchHint}
        optional
        maxLength={20}
        onText={(text) => see(() => setTyped(text))}
      />
      <Choice
        label={words.show}
        options={shows}
        chosen={show}
        onChoose={(value) => see(() => setShow(value))}
      />
      <Box live='polite' className='soft'>
        {rows.length > 0 ? words.found(rows.length) : words.noneFound}
      </Box>
      <Box className='pair'>
        {rows.slice(from, from + fewPeople).map((row) => (
          <ClaimantCard key={row.person.memberId} row={row} lessons={book.lessons} onAct={act} />
        ))}
      </Box>
      <Pager
        onNewer={from > 0 ? () => setFirst(Math.max(0, from - fewPeople)) : undefined}
        onOlder={from + fewPeople < rows.length ? () => setFirst(from + fewPeople) : undefined}
      />
      <Maybe>
        {asked?.act === 'approve' && <ApproveSheet lineIds={asked.lineIds} course={course} onClose={close} />}
        {asked?.act === 'pay' && <PaySheet lineIds={asked.lineIds} course={course} onClose={close} />}
        {asked?.act === 'receive' && <ReceiveSheet line={asked.line} course={course} onClose={close} />}
        {asked?.act === 'reverse' && <ReverseSheet line={asked.line} course={course} onClose={close} />}
      </Maybe>
    </Box>
  )
}

interface AllAtOnceProps {
  book: SubsidyBook
  onAsk: (asked: Asked) => void
}

/** As many as one command takes. */
const mostAtOnce = 200

/** The steps for all lines at which they are the viewer's. */
function AllAtOnce({ book, onAsk }: AllAtOnceProps) {
  const steps = (['approve', 'pay'] as const).map((act) => ({ act, ...linesFor(book, act) }))
  return (
    <Maybe>
      {steps.map(
        ({ act, lineIds, fen }) =>
          lineIds.length > 1 && (
            <Button key={act} onPress={() => onAsk({ act, lineIds: lineIds.slice(0, mostAtOnce) })}>
              {(act === 'approve' ? words.approveAll : words.payAll)(lineIds.length, fen)}
            </Button>
          ),
      )}
    </Maybe>
  )
}
