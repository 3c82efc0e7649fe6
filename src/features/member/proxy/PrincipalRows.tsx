import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { AppointedProxy } from '#contract/proxy'
import { behalfAt, bookingRequestAt, routes } from '#routes'
import { proxyText as words } from '#text/member/proxy'
import { fullDateWords } from '#text/shared/time'
import { LineButton } from '#ui/button/LineButton'
import { Confirm } from '#ui/sheet/Confirm'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

export interface PrincipalRowsProps {
  actsFor: readonly AppointedProxy[]
  onStopped: (principal: AppointedProxy) => void
}

/** For whom the viewer acts. The viewer books for them, or stops. */
export function PrincipalRows({ actsFor, onStopped }: PrincipalRowsProps) {
  const [leaving, setLeaving] = useState<AppointedProxy>()
  const decline = useCommand('member.declineProxy')

  async function stop(principal: AppointedProxy) {
    if (!(await decline.run({ memberId: principal.memberId }))) return
    setLeaving(undefined)
    onStopped(principal)
  }
  const ask = (principal: AppointedProxy | undefined) => {
    decline.clear()
    setLeaving(principal)
  }
  return (
    <>
      <ListRows>
        {actsFor.map((principal) => (
          <ListRow
            key={principal.memberId}
            title={principal.name}
            detail={words.since(fullDateWords(principal.since))}
            end={
              <Box className='stack-tight'>
                <LineButton
                  look='pine'
                  label={words.bookOf(principal.name)}
                  to={bookingRequestAt('', principal.memberId)}
                >
                  {words.book}
                </LineButton>
                <LineButton
                  label={words.otherOf(principal.name)}
                  to={behalfAt(routes.behalf, principal.memberId)}
                >
                  {words.other}
                </LineButton>
                <LineButton label={words.stopOf(principal.name)} onPress={() => ask(principal)}>
                  {words.stop}
                </LineButton>
              </Box>
            }
          />
        ))}
      </ListRows>
      <Maybe>
        {leaving && (
          <Confirm
            title={words.stopTitle(leaving.name)}
            text={words.stopText(leaving.name)}
            action={words.stop}
            keep={words.stopKeep}
            busy={decline.busy}
            failure={decline.failure}
            onConfirm={() => stop(leaving)}
            onClose={() => ask(undefined)}
          />
        )}
      </Maybe>
    </>
  )
}
