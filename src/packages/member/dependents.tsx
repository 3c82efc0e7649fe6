import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { MemberId } from '#contract/shared/scalars'
import { AddDependent } from '#features/member/dependent/AddDependent'
import { DependentRows } from '#features/member/dependent/DependentRows'
import { ForWhom } from '#features/member/proxy/ForWhom'
import { routes } from '#routes'
import { dependentText } from '#text/member/dependent'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

/** The relatives of the viewer, or of a member for whom they act. */
export default function Dependents() {
  return (
    <Screen title={titles.dependents}>
      <ForWhom>{(principal) => <Relatives actingFor={principal?.memberId} />}</ForWhom>
    </Screen>
  )
}

function Relatives({ actingFor }: { actingFor: MemberId | undefined }) {
  const [relatives, refresh] = useRead('member.dependents', {}, { actingFor })
  const [adding, setAdding] = useState(false)
  const [done, setDone] = useState<string>()

  const finish = (sentence: string) => {
    setAdding(false)
    setDone(sentence)
    void refresh()
  }

  return (
    <>
      <Box>{dependentText.lead}</Box>
      <Maybe>{done && <Banner tone='good'>{done}</Banner>}</Maybe>
      <StateView of={relatives} onRetry={refresh}>
        {({ items: dependents }) => {
          return (
            <Box className='stack'>
              <Maybe>
                {dependents.length === 0 && !adding && (
                  <Empty title={dependentText.emptyTitle} text={dependentText.emptyText} />
                )}
                {dependents.length > 0 && (
                  <DependentRows
                    dependents={dependents}
                    actingFor={actingFor}
                    onChanged={({ name }) => finish(dependentText.changed(name))}
                    onRemoved={({ name }) => finish(dependentText.removed(name))}
                  />
                )}
              </Maybe>
              <Maybe>
                {adding ? (
                  <AddDependent actingFor={actingFor} onAdded={(name) => finish(dependentText.added(name))} />
                ) : (
                  <Button onPress={() => setAdding(true)}>{dependentText.openAdd}</Button>
                )}
              </Maybe>
              {!actingFor && (
                <ListRows>
                  <ListRow
                    icon='stamp'
                    title={dependentText.guardian}
                    detail={dependentText.guardianDetail}
                    to={routes.guardian}
                  />
                </ListRows>
              )}
            </Box>
          )
        }}
      </StateView>
    </>
  )
}
