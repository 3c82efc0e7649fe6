import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { AppointedProxy } from '#contract/proxy'
import { proxyText as words } from '#text/member/proxy'
import { dateWords } from '#text/shared/time'
import { LineButton } from '#ui/button/LineButton'
import { Confirm } from '#ui/sheet/Confirm'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

export interface ProxyRowsProps {
  proxies: readonly AppointedProxy[]
  onDismissed: (proxy: AppointedProxy) => void
}

/** The proxies of the viewer. Each can be dismissed. */
export function ProxyRows({ proxies, onDismissed }: ProxyRowsProps) {
  const [leaving, setLeaving] = useState<AppointedProxy>()
  const dismiss = useCommand('member.dismissProxy')

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
            detail={words.since(dateWords(proxy.since))}
            end={
              <LineButton label={words.dismissOf(proxy.name)} onPress={() => ask(proxy)}>
                {words.dismiss}
              </LineButton>
            }
          />
        ))}
      </ListRows>
      <Maybe>
        {leaving && (
          <Confirm
            title={words.dismissTitle(leaving.name)}
            text={words.dismissText(leaving.name)}
            action={words.dismiss}
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
