import type { AttendanceProof } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { attendanceText } from '#text/booking/attendance'
import { noShowText } from '#text/booking/noShow'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'

/** What proves, for staff, that a volunteer was there whose claim had ended. */
export function EndedClaimProofs({ proofs, now }: { proofs: readonly AttendanceProof[]; now: Instant }) {
  return (
    <Card title={attendanceText.proved.title} edge='cinnabar'>
      <Box className='stack-tight'>
        {proofs.map((proof) => (
          <Box key={`${proof.step}${proof.at}`}>{noShowText.proof(proof, now)}</Box>
        ))}
        <Box className='soft small'>{attendanceText.proved.ask}</Box>
      </Box>
    </Card>
  )
}
