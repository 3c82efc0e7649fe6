import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { AppointedProxy } from '#contract/proxy'
import type { MemberId } from '#contract/shared/scalars'
import { proxyText as words } from '#text/member/proxy'
import { dateWords, fullDateWords } from '#text/shared/time'
import { LineButton } from '#ui/button/LineButton'
import { Confirm } from '#ui/sheet/Confirm'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

/** What ending it is called: a proxy who has not agreed is not dismissed, the appointment is taken back. */
const endWords = ({ asksUntil }: AppointedProxy) =>
  asksUntil === undefined
    ? {
        action: words.dismiss,
        of: words.dismissOf,
        title: words.dismissTitle,
        text: words.dismissText,
      }
    : {
        action: words.withdraw,
        of: words.withdrawOf,
        title: words.withdrawTitle,
        text: words.withdrawText,
      }

export interface ProxyRowsProps {
  proxies: readonly AppointedProxy[]
  /** The paper member for whom a worker does it; absent for one's own. */
  actingFor?: MemberId
  onDismissed: (proxy: AppointedProxy) => void
}

/** The proxies of the viewer, and those who have not agreed yet. Each can be dismissed. */
export function ProxyRows({ proxies, actingFor, onDismissed }: ProxyRowsProps) {
  const [leaving, setLeaving] = useState<AppointedProxy>()
  const dismiss = useCommand('member.dismissProxy', { actingFor })

  async function confirm(proxy: AppointedProxy) {
    if (!(await dismiss.run({ memberId: proxy.memberId }))) return
    setLeaving(undefined)
    onDismissed(proxy)
  }
  const ask = (proxy: AppointedProxy | undefined) => {
    dismiss.clear()
    setLeaving(proxy)
  }

  return (
    <>
      <ListRows>
        {proxies.map((proxy) => (
          <ListRow
            key={proxy.memberId}
            title={proxy.name}
            detail={
              proxy.asksUntil === undefined
                ? words.since(fullDateWords(proxy.since))
                : words.waiting(dateWords(proxy.asksUntil))
            }
            end={
              <LineButton label={endWords(proxy).of(proxy.name)} onPress={() => ask(proxy)}>
                {endWords(proxy).action}
              </LineButton>
            }
          />
        ))}
      </ListRows>
      <Maybe>
        {leaving && (
          <Confirm
            title={endWords(leaving).title(leaving.name)}
            text={endWords(leaving).text(leaving.name)}
            action={endWords(leaving).action}
            keep={words.dismissKeep}
            busy={dismiss.busy}
            failure={dismiss.failure}
            onConfirm={() => confirm(leaving)}
            onClose={() => ask(undefined)}
          />
        )}
      </Maybe>
    </>
  )
}
