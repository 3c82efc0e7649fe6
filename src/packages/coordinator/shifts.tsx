import { useRouter } from '@tarojs/taro'
import { ShiftVolunteers } from '#features/coordinator/roster/ShiftVolunteers'
import { WordSheet } from '#features/hours/word/WordSheet'
import { titles } from '#text/shared/titles'
import { Screen } from '#ui/page/Screen'

/** The volunteers of a session's shifts, for a coordinator and for the leaders of the shifts' teams. */
export default function ShiftsPage() {
  const { id: sessionId = '' } = useRouter().params
  return (
    <Screen title={titles.coordinatorShifts}>
      <ShiftVolunteers
        sessionId={sessionId}
        wordSheet={({ shift, volunteer, ...ways }) => (
          <WordSheet about={{ shiftId: shift.shiftId }} people={[volunteer]} planned={shift} {...ways} />
        )}
      />
    </Screen>
  )
}
