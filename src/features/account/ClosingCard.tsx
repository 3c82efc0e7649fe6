import { useCommand } from '../../cloud/useCommand'
import { closingText } from '../../text/closing'
import { fullDateWords } from '../../text/time'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Place } from '../../ui/Place'

export interface ClosingCardProps {
  closesAt: number
  onKept: () => void
  /** Where else one may want to go from here. */
  more?: { words: string; to: string }
}

/** The account is being closed: when, what that means, and the way back. */
export function ClosingCard({ closesAt, onKept, more }: ClosingCardProps) {
  const keep = useCommand('member.keep')
  return (
    <Card title={closingText.title} edge='ochre'>
      <Box>{closingText.text(fullDateWords(closesAt))}</Box>
      <Place>{keep.failure && <Banner tone='bad'>{keep.failure.message}</Banner>}</Place>
      <Button
        busy={keep.busy}
        onPress={async () => {
          if (await keep.run({})) onKept()
        }}
      >
        {closingText.keep}
      </Button>
      {more && (
        <Button look='quiet' to={more.to}>
          {more.words}
        </Button>
      )}
    </Card>
  )
}
