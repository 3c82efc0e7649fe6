import { useState } from 'react'
import { useRead } from '../../cloud/useRead'
import { RequestPages } from '../../features/request/RequestPages'
import { UnsentRequests } from '../../features/request/UnsentRequests'
import { routes } from '../../routes'
import { requestListText as words } from '../../text/request'
import { titles } from '../../text/titles'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Place } from '../../ui/Place'
import { Row, Rows } from '../../ui/Row'
import { Screen } from '../../ui/Screen'
import { Empty } from '../../ui/StateView'

const empties = {
  mine: { ...words.mineEmpty, to: routes.requestFile },
  supported: { ...words.supportedEmpty, to: routes.requestBoard },
} as const

/** The requests I filed, and those I support. */
export default function MyRequests() {
  const [community] = useRead('community.get', {})
  const [scope, setScope] = useState<'mine' | 'supported'>('mine')
  /** A new one stands in the list when something has gone out. */
  const [sent, setSent] = useState(0)
  const { title, text, action, to } = empties[scope]
  return (
    <Screen title={titles.myRequests}>
      <Place>
        <UnsentRequests onSent={() => setSent((count) => count + 1)} />
      </Place>
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
        empty={
          <Empty title={title} text={text}>
            <Button to={to}>{action}</Button>
          </Empty>
        }
      />
      <Rows>
        <Row icon='stamp' title={titles.requestFile} to={routes.requestFile} />
        <Row icon='eye' title={words.board} detail={words.boardRow} to={routes.requestBoard} />
      </Rows>
    </Screen>
  )
}
