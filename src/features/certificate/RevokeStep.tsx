import { useCommand } from '#cloud/call/useCommand'
import { revokeText as words } from '#text/certificate/certificate'
import { ReasonButton } from '#ui/button/ReasonButton'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'

export interface RevokeStepProps {
  certificateNo: string
  onRevoked: () => void
}

/** Lets an admin revoke a certificate, with a reason that its holder reads. */
export function RevokeStep({ certificateNo, onRevoked }: RevokeStepProps) {
  const revoke = useCommand('certificate.revoke')
  return (
    <Card title={words.card} edge='ochre'>
      <Box>{words.lead}</Box>
      <ReasonButton
        open={words.open}
        openLook='danger'
        title={words.title(certificateNo)}
        text={words.text}
        label={words.label}
        reasons={words.reasons}
        action={words.action}
        step={{ busy: revoke.busy, failure: revoke.failure, clear: revoke.clear }}
        onReason={async (reason) => {
          if (!(await revoke.run({ certificateNo, reason }))) return false
          onRevoked()
          return true
        }}
      />
    </Card>
  )
}
