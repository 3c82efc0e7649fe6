import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { Unfinished } from '#contract/account'
import { routes } from '#routes'
import { endedNow, closeText as words } from '#text/account/account'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Confirm } from '#ui/sheet/Confirm'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'

export interface CloseStepsProps {
  unfinished: Unfinished
  /** Whether the person is a volunteer, whose hours stay under the volunteer number. */
  volunteer: boolean
  onAsked: (closesAt: number) => void
}

/** Says what closing the account ends, now and later, and what stays. Then it asks for the closing. */
export function CloseSteps({ unfinished, volunteer, onAsked }: CloseStepsProps) {
  const [asking, setAsking] = useState(false)
  const close = useCommand('member.close')
  const { closeDays, underWay, firstAdmin } = unfinished
  const hindered = firstAdmin ? words.hindered.firstAdmin : underWay ? words.hindered.underWay : undefined
  const ended = endedNow(unfinished)
  return (
    <>
      <Box>{words.lead(closeDays)}</Box>
      <Card title={words.now}>
        <Lines lines={ended.length > 0 ? ended : [words.nothing]} />
      </Card>
      <Card title={words.later(closeDays)}>
        <Lines lines={words.laterLines} />
      </Card>
      <Card title={words.staysTitle}>
        <Lines lines={[...(volunteer ? [words.staysVolunteer] : []), words.stays, words.back]} />
      </Card>
      <Button look='quiet' to={routes.exported}>
        {words.exportFirst}
      </Button>
      {hindered ? (
        <Banner tone='plain'>{hindered}</Banner>
      ) : (
        <Button look='danger' onPress={() => setAsking(true)}>
          {words.ask}
        </Button>
      )}
      <Maybe>
        {asking && (
          <Confirm
            title={words.askTitle}
            text={words.askText(closeDays)}
            action={words.ask}
            keep={words.keep}
            busy={close.busy}
            failure={close.failure}
            onConfirm={async () => {
              const asked = await close.run({})
              if (asked) onAsked(asked.closesAt)
            }}
            onClose={() => setAsking(false)}
          />
        )}
      </Maybe>
    </>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <Box key={line}>{line}</Box>
      ))}
    </>
  )
}
