import { useRouter } from '@tarojs/taro'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { publicationDetail } from '#routes'
import { partWords, publicationText as words } from '#text/publication/publication'
import { fullDateWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { ListRow, ListRows } from '#ui/show/Row'

const atOnce = 10

/** Every edition of one publication, the latest first, with what it changed and the mark by which it is known. */
export default function PublicationEditions() {
  const { id = '' } = useRouter().params
  const { paging, older, newer } = usePages(atOnce)
  const [read, refresh] = useRead('publication.editions', { publicationId: id, ...paging }, { visitor: true })
  return (
    <Screen title={titles.publicationEditions}>
      <Box>{words.editionLead}</Box>
      <StateView of={read} onRetry={refresh}>
        {({ items, nextCursor }) => (
          <Box className='stack'>
            <ListRows>
              {items.map(({ edition, hash, at, changed = [] }) => (
                <ListRow
                  key={edition}
                  title={`${words.edition(edition)} · ${fullDateWords(at)}`}
                  detail={[
                    ...(changed.length > 0
                      ? [`${words.changed}${changed.map((part) => partWords[part]).join('、')}`]
                      : []),
                    words.hash(hash),
                  ].join('\n')}
                  to={publicationDetail(id, edition)}
                />
              ))}
            </ListRows>
            <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
          </Box>
        )}
      </StateView>
    </Screen>
  )
}
