import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { type StepCourse, useStep } from '#cloud/call/useStep'
import type { PlacementCard } from '#contract/placement'
import { defaultLimits } from '#contract/shared/defaultLimits'
import type { VacancyDetail } from '#contract/vacancy'
import { ForPublishers } from '#features/vacancy/ForPublishers'
import { type PlacementAct, PlacementRow } from '#features/vacancy/PlacementRow'
import { PlacementSheets } from '#features/vacancy/PlacementSheets'
import { wayOvertaken } from '#features/vacancy/placementSteps'
import { routes, vacancyDetail, vacancyEditor } from '#routes'
import { titles } from '#text/shared/titles'
import { uiText } from '#text/shared/ui'
import { vacancyText, vacancyRunText as words } from '#text/vacancy/vacancy'
import { Button } from '#ui/button/Button'
import { ReasonButton } from '#ui/button/ReasonButton'
import { Banner } from '#ui/page/Banner'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { useNews } from '#ui/page/useNews'
import { useWindowName } from '#ui/page/windowName'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { Cell, ListRow, ListRows } from '#ui/show/Row'

const peopleAtOnce = 10

/** Who wants to go to one vacancy, for its coordinators. */
export default function VacancyPeople() {
  const { id = '' } = useRouter().params
  return (
    <Screen title={titles.vacancyPeople}>
      <ForPublishers>
        <People vacancyId={id} />
      </ForPublishers>
    </Screen>
  )
}

function People({ vacancyId }: { vacancyId: string }) {
  const [read, refresh] = useRead('vacancy.get', { vacancyId })
  const [news, tell] = useNews()
  useWindowName(read.state === 'ready' ? uiText.about.vacancy(read.data.title) : undefined)
  if (read.state === 'failed' && (read.code === 'not_found' || read.code === 'invalid_input')) {
    const { title, text } = vacancyText.none
    return (
      <Empty title={title} text={text} drawing='gate'>
        <Button to={routes.vacancyBoard}>{titles.vacancyBoard}</Button>
      </Empty>
    )
  }
  return (
    <StateView of={read} onRetry={refresh}>
      {(vacancy) => (
        <Box className='stack'>
          <Maybe>{news && <Banner tone={news.tone}>{news.text}</Banner>}</Maybe>
          <Head vacancy={vacancy} course={{ refresh, tell }} />
          <Ways vacancy={vacancy} tell={tell} />
        </Box>
      )}
    </StateView>
  )
}

function Head({ vacancy, course }: { vacancy: VacancyDetail; course: StepCourse }) {
  const { vacancyId, title, firm, payText, validTo, count, state, closedReason } = vacancy
  const close = useStep('vacancy.close', course, wayOvertaken)
  return (
    <>
      <Card title={title}>
        <Box>
          <Cell name={vacancyText.firm}>{firm}</Cell>
          <Cell name={vacancyText.pay}>{payText}</Cell>
          {count !== undefined && <Cell name={vacancyText.count}>{vacancyText.countOf(count)}</Cell>}
          <Cell name={vacancyText.until}>{vacancyText.untilOf(validTo)}</Cell>
        </Box>
        {state === 'closed' && <Box className='strong'>{vacancyText.closed(closedReason)}</Box>}
      </Card>
      <ListRows>
        <ListRow title={words.look} to={vacancyDetail(vacancyId)} />
        {state === 'open' && <ListRow title={words.edit} to={vacancyEditor(vacancyId)} />}
      </ListRows>
      <Maybe>
        {state === 'open' && (
          <ReasonButton
            open={words.close}
            title={words.closeTitle}
            text={words.closeText}
            label={words.closeLabel}
            reasons={words.closeReasons}
            action={words.close}
            step={close}
            onReason={async (reason) =>
              (await close.take({ vacancyId, reason }, () => words.closedNow))?.ok === true
            }
          />
        )}
      </Maybe>
    </>
  )
}

function Ways({ vacancy, tell }: { vacancy: VacancyDetail; tell: StepCourse['tell'] }) {
  const { vacancyId, firm, state } = vacancy
  const { paging, older, newer } = usePages(peopleAtOnce)
  const [read, refresh] = useRead('placement.list', { vacancyId, ...paging })
  const [community] = useRead('community.get', {})
  const [asked, setAsked] = useState<{ act: PlacementAct; person: PlacementCard }>()
  const limits = community.state === 'ready' ? community.data.limits : defaultLimits
  const { title, text } = words.noPeople
  return (
    <>
      <StateView of={read} onRetry={refresh} empty={<Empty title={title} text={text} drawing='hill' />}>
        {({ items, nextCursor }) => (
          <Box className='stack'>
            <Box tag='ul' className='stack-tight'>
              {items.map((person) => (
                <PlacementRow
                  key={person.placementId}
                  person={person}
                  open={state === 'open'}
                  onAct={(act) => setAsked({ act, person })}
                />
              ))}
            </Box>
            <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
          </Box>
        )}
      </StateView>
      <Maybe>
        {asked && (
          <PlacementSheets
            {...asked}
            firm={firm}
            limits={limits}
            course={{ refresh, tell }}
            onClose={() => setAsked(undefined)}
          />
        )}
      </Maybe>
    </>
  )
}
