import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import { AddDependent } from '#features/member/dependent/AddDependent'
import { DependentRows } from '#features/member/dependent/DependentRows'
import { routes } from '#routes'
import { dependentsText } from '#text/member/dependents'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Place } from '#ui/show/Place'
import { Row, Rows } from '#ui/show/Row'

/** The relatives without a phone for whom I book. */
export default function Dependents() {
  const [relatives, refresh] = useRead('member.dependents', {})
  const [adding, setAdding] = useState(false)
  const [done, setDone] = useState<string>()

  const finish = (sentence: string) => {
    setAdding(false)
    setDone(sentence)
    void refresh()
  }

  return (
    <Screen title={titles.dependents}>
      <Box>{dependentsText.lead}</Box>
      <Place>{done && <Banner tone='good'>{done}</Banner>}</Place>
      <StateView of={relatives} onRetry={refresh}>
        {({ items: dependents }) => {
          return (
            <Box className='stack'>
              <Place>
                {dependents.length === 0 && !adding && (
                  <Empty title={dependentsText.emptyTitle} text={dependentsText.emptyText} />
                )}
                {dependents.length > 0 && (
                  <DependentRows
                    dependents={dependents}
                    onChanged={({ name }) => finish(dependentsText.changed(name))}
                    onRemoved={({ name }) => finish(dependentsText.removed(name))}
                  />
                )}
              </Place>
              <Place>
                {adding ? (
                  <AddDependent onAdded={(name) => finish(dependentsText.added(name))} />
                ) : (
                  <Button onPress={() => setAdding(true)}>{dependentsText.openAdd}</Button>
                )}
              </Place>
              <Rows>
                <Row
                  icon='stamp'
                  title={dependentsText.guardian}
                  detail={dependentsText.guardianDetail}
                  to={routes.guardian}
                />
              </Rows>
            </Box>
          )
        }}
      </StateView>
    </Screen>
  )
}
