import { useState } from 'react'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { FiguresCard } from '#features/vacancy/FiguresCard'
import { FollowUps } from '#features/vacancy/FollowUps'
import { ForPublishers } from '#features/vacancy/ForPublishers'
import { VacancyRow } from '#features/vacancy/VacancyRow'
import { vacancyEditor, vacancyPeople } from '#routes'
import { titles } from '#text/shared/titles'
import { vacancyText, vacancyRunText as words } from '#text/vacancy/vacancy'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Banner } from '#ui/page/Banner'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { useNews } from '#ui/page/useNews'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'

type When = 'open' | 'over'
const whens = (['open', 'over'] as const).map((value) => ({ value, title: vacancyText.views[value] }))
const vacanciesAtOnce = 10

/** What a coordinator has to do about vacancies: who is to be asked, which stand, and what came of them. */
export default function VacancyBoard() {
  return (
    <Screen title={titles.vacancyBoard}>
      <ForPublishers>
        <Board />
      </ForPublishers>
    </Screen>
  )
}

function Board() {
  const [news, tell] = useNews()
  const [figures, refresh] = useRead('placement.figures', {})
  return (
    <Box className='stack'>
      <Maybe>{news && <Banner tone={news.tone}>{news.text}</Banner>}</Maybe>
      <Button to={vacancyEditor()}>{words.publish}</Button>
      <FollowUps tell={tell} onAnswered={refresh} />
      <Run />
      <Box tag='section' className='stack-tight'>
        <Heading>{words.figures}</Heading>
        <Box className='soft'>{words.figuresNote}</Box>
        <StateView of={figures} onRetry={refresh}>
          {({ courses, ...all }) => (
            <Box className='stack-tight'>
              <FiguresCard title={words.all} of={all} />
              {courses.map((course) => (
                <FiguresCard key={course.activityId} title={words.ofCourse(course.title)} of={course} />
              ))}
            </Box>
          )}
        </StateView>
      </Box>
    </Box>
  )
}

function Run() {
  const [when, setWhen] = useState<When>('open')
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.vacancies}</Heading>
      <Choice label={vacancyText.which} options={whens} chosen={when} onChoose={setWhen} />
      <Listed key={when} when={when} />
    </Box>
  )
}

function Listed({ when }: { when: When }) {
  const { paging, older, newer } = usePages(vacanciesAtOnce)
  const [read, refresh] = useRead('vacancy.list', { when, ...paging })
  const { title } = when === 'open' ? vacancyText.empty : vacancyText.emptyOver
  return (
    <StateView
      of={read}
      onRetry={refresh}
      empty={<Empty title={title} text={words.emptyText} drawing='tools' />}
    >
      {({ items, nextCursor }) => (
        <Box className='stack-tight'>
          {items.map((vacancy) => (
            <VacancyRow key={vacancy.vacancyId} vacancy={vacancy} to={vacancyPeople(vacancy.vacancyId)} />
          ))}
          <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
        </Box>
      )}
    </StateView>
  )
}
