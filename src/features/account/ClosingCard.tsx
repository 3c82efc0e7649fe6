import { useCommand } from '#cloud/call/useCommand'
import { closingText } from '#text/account/closing'
import { fullDateWords } from '#text/shared/time'
import { Button } from '#ui/button/Button'
import { Failure } from '#ui/form/Failure'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'

export interface ClosingCardProps {
  closesAt: number
  onKept: () => void
  /** A link to another page. */
  more?: { words: string; to: string }
}

/** Says that the account is being closed, when it ends and what that means, and offers to keep it. */
export function ClosingCard({ closesAt, onKept, more }: ClosingCardProps) {
  const keep = useCommand('member.keep')
  return (
    <Card title={closingText.title} edge='ochre'>
      <Box>{closingText.text(fullDateWords(closesAt))}</Box>
      <Failure>{keep.failure}</Failure>
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
