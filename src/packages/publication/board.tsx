import { useState } from 'react'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { ForWriters } from '#features/publication/ForWriters'
import { PublicationRow } from '#features/publication/PublicationRow'
import { publicationEditor, routes } from '#routes'
import { campaignRunText } from '#text/campaign/campaign'
import { publicationRunText as words } from '#text/publication/writing'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { ListRow, ListRows } from '#ui/show/Row'

const views = ['published', 'waiting', 'drafts', 'retired'] as const
type View = (typeof views)[number]
const atOnce = 10

/** What stands written and what is being written, for those who write it. */
export default function PublicationBoard() {
  return (
    <Screen title={titles.publicationBoard}>
      <ForWriters>
        <Board />
      </ForWriters>
    </Screen>
  )
}

function Board() {
  const [when, setWhen] = useState<View>('published')
  return (
    <>
      <Button to={publicationEditor()}>{words.write}</Button>
      <ListRows>
        <ListRow icon='stamp' title={campaignRunText.proposed} to={routes.campaigns} />
      </ListRows>
      <Choice
        label={words.which}
        options={views.map((value) => ({ value, title: words.views[value] }))}
        chosen={when}
        onChoose={setWhen}
      />
      <Listed key={when} when={when} />
    </>
  )
}

function Listed({ when }: { when: View }) {
  const { paging, older, newer } = usePages(atOnce)
  const [read, refresh] = useRead('publication.list', { when, ...paging })
  const { title, text } = words.empty[when]
  return (
    <StateView of={read} onRetry={refresh} empty={<Empty title={title} text={text} drawing='hill' />}>
      {({ items, nextCursor }) => (
        <Box className='stack'>
          {items.map((publication) => (
            <PublicationRow key={publication.publicationId} publication={publication} />
          ))}
          <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
        </Box>
      )}
    </StateView>
  )
}
