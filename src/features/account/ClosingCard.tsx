import { useCommand } from '../../cloud/useCommand'
import { accountText } from '../../text/account'
import { fullDateWords } from '../../text/time'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Place } from '../../ui/Place'

export interface ClosingCardProps {
  closesAt: number
  onKept: () => void
}

/** The account is being closed: when, what that means, and the way back. */
export function ClosingCard({ closesAt, onKept }: ClosingCardProps) {
  const keep = useCommand('member.keep')
  return (
    <Card title={accountText.closingTitle} edge='ochre'>
      <Box>{accountText.closingText(fullDateWords(closesAt))}</Box>
      <Place>{keep.failure && <Banner tone='bad'>{keep.failure.message}</Banner>}</Place>
      <Button
        busy={keep.busy}
        onPress={async () => {
          if (await keep.run({})) onKept()
        }}
      >
        {accountText.keep}
      </Button>
    </Card>
  )
}
