import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import { useRead } from '#cloud/call/useRead'
import { useStep } from '#cloud/call/useStep'
import type { SubsidyBook, SubsidyPaper } from '#contract/subsidy'
import { BookView } from '#features/subsidy/BookView'
import { SubsidySheetPaper } from '#features/subsidy/SubsidySheetPaper'
import { coordinatorActivity, coordinatorEditor } from '#routes'
import { coordinatorText } from '#text/activity/coordinator'
import { tellText } from '#text/session/tell'
import { titles } from '#text/shared/titles'
import { subsidyDeskText as words } from '#text/subsidy/desk'
import { yuanWords } from '#text/subsidy/subsidy'
import { Button } from '#ui/button/Button'
import { printPage } from '#ui/device/print'
import { saveWorkbook } from '#ui/device/saveWorkbook'
import { TakeAlong } from '#ui/device/TakeAlong'
import { Failure } from '#ui/form/Failure'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { useNews } from '#ui/page/useNews'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { Cell } from '#ui/show/Row'

/** The transport subsidies of a course: computed, approved by a second person, paid, received, reversed. */
export default function SubsidyPage() {
  const { id: activityId = '' } = useRouter().params
  const [read, refresh] = useRead('subsidy.lines', { activityId })
  const [news, tell] = useNews()
  const [paper, setPaper] = useState<SubsidyPaper>()
  const now = useNow()
  const course = { refresh, tell }
  return (
    <Screen
      title={coordinatorText.titleOf(titles.subsidy, read.state === 'ready' ? read.data.title : undefined)}
    >
      <Box className='stack not-printed'>
        <Maybe>{news && <Banner tone={news.tone}>{news.text}</Banner>}</Maybe>
        <StateView of={read} onRetry={refresh}>
          {(book) =>
            book.people.length === 0 ? (
              <Nobody book={book} />
            ) : (
              <>
                <Sums book={book} course={course} />
                <SheetWays activityId={activityId} onPaper={setPaper} />
                <BookView book={book} course={course} />
                <Box className='soft small'>{words.seen}</Box>
              </>
            )
          }
        </StateView>
      </Box>
      {paper && <SubsidySheetPaper paper={paper} now={now} />}
    </Screen>
  )
}

/** Nobody has claimed, or nothing is paid for the way. */
function Nobody({ book: { activityId, rateFen } }: { book: SubsidyBook }) {
  const { title, text } = rateFen === 0 ? words.none : words.nobody
  return (
    <Empty title={title} text={text}>
      <Button look='quiet' to={(rateFen === 0 ? coordinatorEditor : coordinatorActivity)(activityId)}>
        {rateFen === 0 ? coordinatorText.edit : tellText.activity}
      </Button>
    </Empty>
  )
}

interface SumsProps {
  book: SubsidyBook
  course: Parameters<typeof useStep>[1]
}

/** What stands over all, and whether the attendance says something else by now. */
function Sums({ book, course }: SumsProps) {
  const { activityId, people, owedFen, paidFen, differs } = book
  const draw = useStep('subsidy.draw', course, [])
  return (
    <Card title={words.rate(book)} edge={differs ? 'cinnabar' : 'pine'}>
      <Box>
        <Cell name={words.owed}>{yuanWords(owedFen)}</Cell>
        <Cell name={words.paid}>{yuanWords(paidFen)}</Cell>
        <Cell name={words.left}>{yuanWords(owedFen - paidFen)}</Cell>
      </Box>
      <Box className='soft'>
        {`${words.claimed(people.length)}。${differs ? words.differs : words.agrees}`}
      </Box>
      <Failure>{draw.failure}</Failure>
      <Maybe>
        {differs && (
          <Button busy={draw.busy} onPress={() => void draw.take({ activityId }, () => words.drawn)}>
            {words.draw}
          </Button>
        )}
      </Maybe>
    </Card>
  )
}

interface SheetWaysProps {
  activityId: string
  onPaper: (paper: SubsidyPaper) => void
}

/** The sheet for the bookkeeper: as a workbook, or on A4. */
function SheetWays({ activityId, onPaper }: SheetWaysProps) {
  const sheet = useCommand('subsidy.sheet')
  const [said, setSaid] = useState<'saved' | 'lost'>()
  const [printing, setPrinting] = useState(0)
  // the paper stands in the page before the browser is asked to print it
  useEffect(() => {
    if (printing > 0) printPage()
  }, [printing])

  async function save() {
    setSaid(undefined)
    const made = await sheet.run({ activityId })
    if (!made) return
    try {
      if (await saveWorkbook(made.fileName, made.base64)) setSaid('saved')
    } catch {
      setSaid('lost')
    }
  }
  async function print() {
    const made = await sheet.run({ activityId })
    if (!made) return
    onPaper(made)
    setPrinting((times) => times + 1)
  }
  return (
    <>
      <TakeAlong words={words} busy={sheet.busy} onExport={save} onPrint={print} />
      <Failure>{sheet.failure ?? (said === 'lost' ? words.notSaved : undefined)}</Failure>
      <Maybe>{said === 'saved' && <Banner tone='good'>{words.exported}</Banner>}</Maybe>
    </>
  )
}
