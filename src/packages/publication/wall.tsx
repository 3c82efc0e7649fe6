import { useRouter } from '@tarojs/taro'
import { useNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import type { PublicationDetail } from '#contract/publication'
import { useMeasures } from '#features/standard/useMeasures'
import { WallPaper } from '#features/standard/WallPaper'
import { publicationDetail, routes } from '#routes'
import { publicationText } from '#text/publication/publication'
import { titles } from '#text/shared/titles'
import { standardText as words } from '#text/standard/standard'
import { Button } from '#ui/button/Button'
import { canPrint, printPage } from '#ui/device/print'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'

/** A standard as one sheet for the wall: its promises, and how the last whole month kept them. */
export default function StandardWall() {
  const { id } = useRouter().params
  return <Screen title={titles.standardWall}>{id ? <Sheet publicationId={id} /> : <NoStandard />}</Screen>
}

function Sheet({ publicationId }: { publicationId: string }) {
  const [read, refresh] = useRead('publication.get', { publicationId }, { visitor: true })
  if (read.state === 'failed' && read.code === 'not_found') return <NoStandard />
  return (
    <StateView of={read} onRetry={refresh}>
      {(standard) => (standard.kind === 'standard' ? <Printed standard={standard} /> : <NoStandard />)}
    </StateView>
  )
}

function Printed({ standard }: { standard: PublicationDetail }) {
  const { title, content, publicationId } = standard
  const { promises = [] } = content
  const [figures, refresh] = useMeasures()
  const now = useNow()
  return (
    <StateView of={figures} onRetry={refresh}>
      {(shown) => (
        <>
          <Box className='stack not-printed'>
            <Box>{canPrint ? words.paperLead : words.printOnComputer}</Box>
            {canPrint && <Button onPress={printPage}>{words.print}</Button>}
            {promises.map(({ duty, who, standard: level, limit, measure }) => (
              <Card key={duty} title={duty}>
                <Box>
                  <Cell name={words.who}>{who}</Cell>
                  <Cell name={words.standard}>{level}</Cell>
                  <Cell name={words.limit}>{limit}</Cell>
                  <Cell name={words.paper.figure(shown.to, now)}>
                    {words.paper.cell(measure && shown.measures[measure].slice(-1)[0])}
                  </Cell>
                </Box>
              </Card>
            ))}
            <Button look='quiet' to={publicationDetail(publicationId)}>
              {words.toWords}
            </Button>
          </Box>
          <WallPaper title={title} promises={promises} figures={shown} now={now} />
        </>
      )}
    </StateView>
  )
}

/** A link that is old or wrong. */
function NoStandard() {
  const { title, text, action } = publicationText.none
  return (
    <Empty title={title} text={text} drawing='gate'>
      <Button to={routes.publications}>{action}</Button>
    </Empty>
  )
}
