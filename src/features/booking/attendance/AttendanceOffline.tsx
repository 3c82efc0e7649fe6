import { useEffect, useState } from 'react'
import { cloudNow, useNow } from '#clock'
import { keepReport, keptReport, onReportSent, sendKeptReports } from '#cloud/kept/keptReports'
import { attendanceOfflineText, attendanceText } from '#text/booking/attendance'
import { windowWords } from '#text/shared/time'
import { Button } from '#ui/button/Button'
import { CodeEntry } from '#ui/field/CodeEntry'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { isCode, slipLength } from './AttendanceStep'
import { type AttendanceKind, ops, reportKeptUnder } from './attendanceReport'
import type { KeptClaim } from './keptClaim'

export interface AttendanceOfflineProps {
  bookingId: string
  claim: KeptClaim
  /** Reads the booking again. */
  onRetry: () => void
}

const { code: label, codeMissing: missing, slip: hint, notACode } = attendanceText

/** A volunteer's check-in and check-out without a network. The phone keeps both and sends them in order. */
export function AttendanceOffline({ bookingId, claim, onRetry }: AttendanceOfflineProps) {
  const now = useNow()
  const read = () => ({
    checkIn: keptReport(reportKeptUnder('checkIn', bookingId)),
    checkOut: keptReport(reportKeptUnder('checkOut', bookingId)),
  })
  const [kept, setKept] = useState(read)
  const came = claim.next === 'checkOut' || kept.checkIn !== undefined
  const next: AttendanceKind | undefined = came ? (kept.checkOut ? undefined : 'checkOut') : 'checkIn'

  useEffect(() => onReportSent(() => onRetry()), [onRetry])

  async function report(attendance: AttendanceKind, code: string) {
    keepReport(reportKeptUnder(attendance, bookingId), {
      op: ops[attendance],
      about: { bookingId },
      code,
      at: cloudNow(),
    })
    setKept(read())
    await sendKeptReports()
  }

  return (
    <Box className='stack'>
      <Banner tone='plain'>{attendanceOfflineText.lead}</Banner>
      <Card title={claim.kindTitle} edge='pine'>
        <Box>{windowWords(claim.window, now)}</Box>
        <Maybe>
          {(['checkIn', 'checkOut'] as const).map((attendance) => {
            const made = kept[attendance]
            return made && <Box key={attendance}>{attendanceOfflineText.kept(attendance, made.at, now)}</Box>
          })}
        </Maybe>
        <Maybe>
          {next && (
            <CodeEntry
              key={next}
              words={{ ...attendanceText[next], label, hint, missing, notACode }}
              isCode={isCode}
              maxLength={slipLength}
              report={(code) => report(next, code)}
              unsent={undefined}
              resend={async () => {}}
              busy={false}
              failure={undefined}
            />
          )}
          {!next && <Box>{attendanceOfflineText.done}</Box>}
        </Maybe>
      </Card>
      <Button look='quiet' onPress={onRetry}>
        {attendanceOfflineText.retry}
      </Button>
    </Box>
  )
}
