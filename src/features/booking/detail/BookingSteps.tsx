import { Fragment, type ReactNode } from 'react'
import { cloudNow } from '#clock'
import type { BookingDetail, BookingStep } from '#contract/booking'
import { AttendanceStep } from '#features/booking/attendance/AttendanceStep'
import { CodePanel } from '#features/booking/attendance/CodePanel'
import { DispatchStep } from '#features/booking/lead/DispatchStep'
import { SettleStep } from '#features/booking/lead/SettleStep'
import { NoShowStep } from '#features/booking/noShow/NoShowStep'
import { Box } from '#ui/show/Box'
import type { BookingCourse } from './bookingCourse'
import { ChangeStep } from './ChangeStep'
import { ClaimStep } from './ClaimStep'
import { ConfirmStep } from './ConfirmStep'
import { ObjectStep } from './ObjectStep'
import { ReasonStep } from './ReasonStep'

export interface StepProps {
  booking: BookingDetail
  course: BookingCourse
}

/** The part that takes each step. A step without an entry does not compile. */
const steps: Record<BookingStep, (props: StepProps) => ReactNode> = {
  claim: (props) => <ClaimStep {...props} />,
  checkIn: (props) => <AttendanceStep attendance='checkIn' {...props} />,
  checkOut: (props) => <AttendanceStep attendance='checkOut' {...props} />,
  showCode: ({ booking, course }) => (
    <CodePanel
      bookingId={booking.bookingId}
      actingFor={course.actingFor}
      onLook={course.refresh}
      due={booking.state === 'in_service' || cloudNow() >= booking.checkInOpensAt}
    />
  ),
  confirm: (props) => <ConfirmStep {...props} />,
  noShow: (props) => <NoShowStep {...props} />,
  object: ({ course }) => <ObjectStep course={course} />,
  settle: (props) => <SettleStep {...props} />,
  word: ({ booking, course }) => course.wordStep?.(booking) ?? null,
  dispatch: ({ booking }) => <DispatchStep bookingId={booking.bookingId} />,
  change: (props) => <ChangeStep {...props} />,
  release: (props) => <ReasonStep step='release' {...props} />,
  cancel: (props) => <ReasonStep step='cancel' {...props} />,
}

const waysOut: ReadonlySet<BookingStep> = new Set(['word', 'noShow', 'change', 'release', 'cancel'])

/** Whether the step changes, ends or gives up a booking. Such steps stand below the particulars. */
export const isWayOut = (step: BookingStep) => waysOut.has(step)

/** The given steps of a booking, in the order the cloud offers them. */
export function BookingSteps({ offered, ...props }: StepProps & { offered: readonly BookingStep[] }) {
  return (
    <Box className='stack'>
      {offered.map((step) => (
        <Fragment key={step}>{steps[step](props)}</Fragment>
      ))}
    </Box>
  )
}
