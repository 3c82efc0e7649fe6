import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { MemberId } from '#contract/shared/scalars'
import { ForWhom } from '#features/member/proxy/ForWhom'
import { UnsentRequests } from '#features/request/filing/UnsentRequests'
import { OwnRequests } from '#features/request/list/OwnRequests'
import { RequestPages } from '#features/request/list/RequestPages'
import { behalfAt, routes } from '#routes'
import { requestListText as words } from '#text/request/request'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Screen } from '#ui/page/Screen'
import { Empty } from '#ui/page/StateView'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

const empties = {
  mine: { ...words.mineEmpty, to: routes.requestFile },
  supported: { ...words.supportedEmpty, to: routes.requestBoard },
} as const

/** The requests that the viewer, or a member for whom they act, has filed or supports. */
export default function MyRequests() {
  return (
    <Screen title={titles.myRequests}>
      <ForWhom>{(principal) => <Requests actingFor={principal?.memberId} />}</ForWhom>
    </Screen>
  )
}

function Requests({ actingFor }: { actingFor: MemberId | undefined }) {
  const [community] = useRead('community.get', {})
  const [scope, setScope] = useState<'mine' | 'supported'>('mine')
  /** The number of requests sent from here. It is the list's key, so that the list is read again after each. */
  const [sent, setSent] = useState(0)
  const { title, text, action, to } = empties[scope]
  return (
    <>
      <Maybe>{!actingFor && <UnsentRequests onSent={() => setSent((count) => count + 1)} />}</Maybe>
      <Choice
        label={words.which}
        options={[
          { value: 'mine' as const, title: words.mine },
          { value: 'supported' as const, title: words.supported },
        ]}
        chosen={scope}
        onChoose={setScope}
      />
      <RequestPages
        key={`${scope}${sent}`}
        scope={scope}
        community={community.state === 'ready' ? community.data : undefined}
        actingFor={actingFor}
        empty={
          <Empty title={title} text={text} drawing='hill'>
            <Button to={behalfAt(to, actingFor)}>{action}</Button>
          </Empty>
        }
      >
        {scope === 'mine' ? (items, row) => <OwnRequests items={items} row={row} /> : undefined}
      </RequestPages>
      <ListRows>
        <ListRow icon='stamp' title={titles.requestFile} to={behalfAt(routes.requestFile, actingFor)} />
        <ListRow icon='eye' title={words.board} detail={words.boardRow} to={routes.requestBoard} />
      </ListRows>
    </>
  )
}
