import { type ReactNode, useState } from 'react'
import { useNow } from '#clock'
import { Button } from '#ui/button/Button'
import { readWindow } from '#ui/field/windowDraft'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'
import type { ActivityForm, SessionForm } from './activityFields'
import { DatesNote, faultShown } from './DatesNote'
import { type DatesRemark, lastOf } from './planDates'
import { SeriesSheet, type SeriesSheetProps } from './SeriesSheet'
import { keyedSessions } from './sessionWords'

/** What may be done to the part whose sheet is open. */
export interface OpenPart {
  part: SessionForm
  keep: (kept: SessionForm) => void
  /** Takes it out; absent for a new one. */
  remove?: () => void
  close: () => void
}

export interface DatedPartsProps extends Pick<SeriesSheetProps, 'daily'> {
  words: { title: string; hint: string; add: string; series: string; full: (most: number) => string }
  parts: ActivityForm['sessions']
  /** How many there may be. */
  most: number
  rowOf: (part: SessionForm, index: number) => { title: string; detail: string }
  remark: DatesRemark | undefined
  error: string | undefined
  /** What is proposed for one more. */
  another: () => SessionForm
  onMend: (mended: DatesRemark['mended']) => void
  /** `removed`: the part that was taken out. */
  onPut: (parts: readonly SessionForm[], removed?: SessionForm) => void
  sheetOf: (open: OpenPart) => ReactNode
  /** What is remarked below the list. */
  children?: ReactNode
}

/** The dated parts of an activity, sessions or lessons: a list, a sheet for each, one more, or a series. */
export function DatedParts(props: DatedPartsProps) {
  const { words, parts, most, daily, rowOf, remark, error, onMend, children } = props
  const [open, setOpen] = useState<number | 'new' | 'series'>()
  const now = useNow()
  const close = () => setOpen(undefined)
  const put = (next: readonly SessionForm[], removed?: SessionForm) => {
    close()
    props.onPut(next, removed)
  }
  const last = lastOf(parts)
  const fault = faultShown(remark, now) ?? error
  return (
    <Card title={words.title}>
      <Box className='soft small'>{words.hint}</Box>
      <Maybe>
        {parts.length > 0 && (
          <ListRows>
            {keyedSessions(parts).map(({ key, session, index }) => (
              <ListRow key={key} {...rowOf(session, index)} onPress={() => setOpen(index)} />
            ))}
          </ListRows>
        )}
      </Maybe>
      <Maybe>
        {fault && (
          <Box className='field-error' role='alert'>
            {fault}
          </Box>
        )}
      </Maybe>
      <Maybe>{remark && <DatesNote remark={remark} now={now} onMend={onMend} />}</Maybe>
      <Maybe>{children}</Maybe>
      {parts.length < most ? (
        <Box className='stack-tight'>
          <Button look='quiet' onPress={() => setOpen('new')}>
            {words.add}
          </Button>
          <Maybe>
            {last && readWindow(last.window) && (
              <Button look='quiet' onPress={() => setOpen('series')}>
                {words.series}
              </Button>
            )}
          </Maybe>
        </Box>
      ) : (
        <Box className='soft small'>{words.full(most)}</Box>
      )}
      <Maybe>
        {open === 'series' && (
          <SeriesSheet
            sessions={parts}
            daily={daily}
            mostInAll={most}
            now={now}
            onAdd={(added) => put([...parts, ...added])}
            onClose={close}
          />
        )}
        <PartOpen {...props} open={open} onPut={put} close={close} />
      </Maybe>
    </Card>
  )
}

interface PartOpenProps extends Pick<DatedPartsProps, 'parts' | 'another' | 'onPut' | 'sheetOf'> {
  open: number | 'new' | 'series' | undefined
  close: () => void
}

/** The sheet of the part that is being changed or added. */
function PartOpen({ parts, another, onPut, sheetOf, open, close }: PartOpenProps) {
  if (open === 'new')
    return <>{sheetOf({ part: another(), keep: (kept) => onPut([...parts, kept]), close })}</>
  const part = typeof open === 'number' ? parts[open] : undefined
  if (!part) return null
  const keep = (kept: SessionForm) => onPut(parts.map((each) => (each === part ? kept : each)))
  const remove = () =>
    onPut(
      parts.filter((each) => each !== part),
      part,
    )
  return <>{sheetOf({ part, keep, remove, close })}</>
}
