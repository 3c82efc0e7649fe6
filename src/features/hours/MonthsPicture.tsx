import { useState } from 'react'
import { cloudNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import { dayOf } from '#contract/shared/wallClock'
import { hoursText } from '#text/hours/hours'
import { durationWords } from '#text/shared/time'
import { LineButton } from '#ui/button/LineButton'
import { Pressable } from '#ui/button/Pressable'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { Words } from '#ui/show/Words'
import { MonthsTable } from './MonthsTable'
import { hoursOver, type MonthColumn, monthColumnsOf } from './monthColumns'
import './MonthsPicture.scss'

const words = hoursText.months
/** No ledger is older than the community. */
const firstYear = 2014

export interface MonthsPictureProps {
  /** Whose ledger it is, for a leader. */
  memberId?: string | undefined
  /** The member for whom the reader acts. */
  actingFor?: string | undefined
}

/** Draws a year of a ledger as columns. A screen reader reads one sentence; a tap opens the numbers below. */
export function MonthsPicture({ memberId, actingFor }: MonthsPictureProps) {
  const thisYear = Number(dayOf(cloudNow()).slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const [open, setOpen] = useState(false)
  const [read, refresh] = useRead('hours.months', { year, ...(memberId && { memberId }) }, { actingFor })
  return (
    <Card title={words.title(year)}>
      <StateView of={read} onRetry={refresh}>
        {({ months }) => {
          const { columns } = monthColumnsOf(months)
          return (
            <Box className='stack-tight'>
              <Columns columns={columns} />
              <Pressable className='months-numbers' expanded={open} onPress={() => setOpen(!open)}>
                {open ? words.noNumbers : words.numbers}
              </Pressable>
              <Maybe>{open && <MonthsTable columns={columns} />}</Maybe>
            </Box>
          )
        }}
      </StateView>
      <Box className='months-years'>
        {year > firstYear && (
          <LineButton onPress={() => setYear(year - 1)}>{words.earlier(year - 1)}</LineButton>
        )}
        {year < thisYear && (
          <LineButton onPress={() => setYear(year + 1)}>{words.later(year + 1)}</LineButton>
        )}
      </Box>
    </Card>
  )
}

function Columns({ columns }: { columns: readonly MonthColumn[] }) {
  const held = columns.filter(({ recordedMinutes, honourMinutes }) => recordedMinutes + honourMinutes > 0)
  const spoken = held.map(({ month, recordedMinutes, honourMinutes }) =>
    words.spokenMonth(month, durationWords(recordedMinutes + honourMinutes)),
  )
  return (
    <Box className='months' role='img' label={words.spoken(spoken)}>
      {[columns.slice(0, 6), columns.slice(6)].map((half) => (
        <Box key={half[0]?.month} className='months-half' silent>
          {half.map((column) => (
            <Box key={column.month} className='months-column'>
              <Words className='months-value'>{hoursOver(column)}</Words>
              {column.honourShare > 0 && (
                <Box className='months-honour' style={{ height: pixels(column.honourShare) }} />
              )}
              {column.recordedShare > 0 && (
                <Box className='months-recorded' style={{ height: pixels(column.recordedShare) }} />
              )}
              <Words className='months-name'>{column.month}</Words>
            </Box>
          ))}
        </Box>
      ))}
      <Box className='months-legend' silent>
        {words.legend}
        {held.some(({ honourMinutes }) => honourMinutes > 0) && (
          <>
            <Box className='months-key'>
              <Words className='months-swatch months-recorded' />
              {words.legendRecorded}
            </Box>
            <Box className='months-key'>
              <Words className='months-swatch months-honour' />
              {words.legendHonour}
            </Box>
          </>
        )}
      </Box>
    </Box>
  )
}

/** The height of the highest column in px. */
const highest = 96
const pixels = (share: number) => `${Math.max(3, Math.round(share * highest))}px`
