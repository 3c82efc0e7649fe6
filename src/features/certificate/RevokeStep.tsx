import { useState } from 'react'
import { useCommand } from '../../cloud/useCommand'
import { revokeText as words } from '../../text/certificate'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Place } from '../../ui/Place'
import { ReasonSheet } from '../../ui/ReasonSheet'

export interface RevokeStepProps {
  certificateNo: string
  onRevoked: () => unknown
}

/** An administrator takes a certificate back, with the reason its holder reads. */
export function RevokeStep({ certificateNo, onRevoked }: RevokeStepProps) {
  const [asking, setAsking] = useState(false)
  const revoke = useCommand('certificate.revoke')
  const open = (on: boolean) => {
    revoke.clear()
    setAsking(on)
  }
  return (
    <Card title={words.card} edge='ochre'>
      <Box>{words.lead}</Box>
      <Button look='danger' onPress={() => open(true)}>
        {words.open}
      </Button>
      <Place>
        {asking && (
          <ReasonSheet
            title={words.title(certificateNo)}
            text={words.text}
            label={words.label}
            reasons={words.reasons}
            action={words.action}
            busy={revoke.busy}
            failure={revoke.failure?.message}
            onReason={async (reason) => {
              if (!(await revoke.run({ certificateNo, reason }))) return
              open(false)
              await onRevoked()
            }}
            onClose={() => open(false)}
          />
        )}
      </Place>
    </Card>
  )
}
