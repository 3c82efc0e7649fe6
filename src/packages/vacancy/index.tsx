import { useState } from 'react'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import type { MemberId } from '#contract/shared/scalars'
import { ForWhom } from '#features/member/proxy/ForWhom'
import { VacancyRow } from '#features/vacancy/VacancyRow'
import { routes } from '#routes'
import { titles } from '#text/shared/titles'
import { vacancyText as words } from '#text/vacancy/vacancy'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'

type When = 'open' | 'over'
const whens = (['open', 'over'] as const).map((value) => ({ value, title: words.views[value] }))
const vacanciesAtOnce = 10

/** The vacancies of firms around here, for everybody, and above them how far the viewer is with theirs. */
export default function Vacancies() {
  return (
    <Screen title={titles.vacancies}>
      <ForWhom>{(principal) => <AllVacancies actingFor={principal?.memberId} />}</ForWhom>
    </Screen>
  )
}

function AllVacancies({ actingFor }: { actingFor: MemberId | undefined }) {
  const signedIn = useSignedIn()
  const [when, setWhen] = useState<When>('open')
  return (
    <>
      <Box>{words.lead}</Box>
      {signedIn && <Mine actingFor={actingFor} />}
      <Choice label={words.which} options={whens} chosen={when} onChoose={setWhen} />
      <Listed key={when} when={when} onWhen={setWhen} actingFor={actingFor} />
    </>
  )
}

/** What the viewer wanted to go to, the latest first; nothing where there is none. */
function Mine({ actingFor }: { actingFor: MemberId | undefined }) {
  const { paging, older, newer } = usePages(vacanciesAtOnce)
  const [read] = useRead('placement.mine', { ...paging }, { visitor: true, actingFor })
  const { items = [], nextCursor } = read.state === 'ready' ? read.data : {}
  return (
    <Maybe>
      {items.length > 0 && (
        <Box tag='section' className='stack-tight'>
          <Heading>{words.mine}</Heading>
          {items.map(({ placementId, state, vacancy }) => (
            <VacancyRow key={placementId} vacancy={vacancy} mine={state} actingFor={actingFor} />
          ))}
          <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
        </Box>
      )}
    </Maybe>
  )
}

interface ListedProps {
  when: When
  onWhen: (when: When) => void
  actingFor: MemberId | undefined
}

function Listed({ when, onWhen, actingFor }: ListedProps) {
  const { paging, older, newer } = usePages(vacanciesAtOnce)
  const [read, refresh] = useRead('vacancy.list', { when, ...paging }, { visitor: true, actingFor })
  const { title, text, action } = when === 'open' ? words.empty : words.emptyOver
  return (
    <StateView
      of={read}
      onRetry={refresh}
      empty={
        <Empty title={title} text={text} drawing='tools'>
          {when === 'open' ? (
            <Button look='quiet' to={routes.activities}>
              {action}
            </Button>
          ) : (
            <Button look='quiet' onPress={() => onWhen('open')}>
              {action}
            </Button>
          )}
        </Empty>
      }
    >
      {({ items, nextCursor }) => (
        <Box className='stack'>
          {items.map((vacancy) => (
            <VacancyRow key={vacancy.vacancyId} vacancy={vacancy} actingFor={actingFor} />
          ))}
          <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
        </Box>
      )}
    </StateView>
  )
}
