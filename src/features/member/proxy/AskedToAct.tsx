import { useCommand } from '#cloud/call/useCommand'
import type { AppointedProxy } from '#contract/proxy'
import { proxyText as words } from '#text/member/proxy'
import { dateWords } from '#text/shared/time'
import { Button } from '#ui/button/Button'
import { Failure } from '#ui/form/Failure'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'

export interface AskedToActProps {
  principal: AppointedProxy
  onAnswered: (sentence: string) => void
}

/** Somebody asks the viewer to act for them. The viewer agrees or does not. */
export function AskedToAct({ principal, onAnswered }: AskedToActProps) {
  const { memberId, name, asksUntil = 0 } = principal
  const accept = useCommand('member.acceptProxy')
  const decline = useCommand('member.declineProxy')

  async function agree() {
    if (await accept.run({ memberId })) onAnswered(words.agreed(name))
  }
  async function disagree() {
    if (await decline.run({ memberId })) onAnswered(words.disagreed(name))
  }
  const busy = accept.busy || decline.busy
  return (
    <Card title={words.askedTitle(name)} edge='ochre'>
      <Box>{words.askedText(dateWords(asksUntil))}</Box>
      <Failure>{accept.failure ?? decline.failure}</Failure>
      <Button label={words.agreeOf(name)} busy={busy} onPress={agree}>
        {words.agree}
      </Button>
      <Button look='quiet' label={words.disagreeOf(name)} busy={busy} onPress={disagree}>
        {words.disagree}
      </Button>
    </Card>
  )
}
