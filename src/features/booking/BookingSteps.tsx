import { Fragment, type ReactNode } from 'react'
import type { BookingDetail, BookingStep } from '#contract/booking'
import { Box } from '../../ui/Box'
import { AttendanceStep } from './AttendanceStep'
import type { Course } from './bookingCourse'
import { ClaimStep } from './ClaimStep'
import { CodePanel } from './CodePanel'
import { ConfirmStep } from './ConfirmStep'
import { DispatchStep } from './DispatchStep'
import { NoShowStep } from './NoShowStep'
import { ReasonStep } from './ReasonStep'
import { SettleStep } from './SettleStep'

export interface StepProps {
  booking: BookingDetail
  course: Course
}

/** How each step is taken. A step without an entry does not compile. */
const steps: Record<BookingStep, (props: StepProps) => ReactNode> = {
  claim: (props) => <ClaimStep {...props} />,
  checkIn: (props) => <AttendanceStep attendance='checkIn' {...props} />,
  checkOut: (props) => <AttendanceStep attendance='checkOut' {...props} />,
  showCode: ({ booking, course }) => (
    <CodePanel
      bookingId={booking.bookingId}
      actingFor={course.actingFor}
      due={booking.state === 'in_service' || Date.now() >= booking.checkInOpensAt}
    />
  ),
  confirm: (props) => <ConfirmStep {...props} />,
  noShow: (props) => <NoShowStep {...props} />,
  settle: (props) => <SettleStep {...props} />,
  dispatch: ({ booking }) => <DispatchStep bookingId={booking.bookingId} />,
  release: ({ course }) => <ReasonStep step='release' course={course} />,
  cancel: ({ course }) => <ReasonStep step='cancel' course={course} />,
}

/** Ways out of a booking: they stand below what it is about. */
export const isWayOut = (step: BookingStep) => step === 'noShow' || step === 'release' || step === 'cancel'

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
