import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { type PublicationKind, publicationKinds } from '#contract/publication'
import { PublicationRow } from '#features/publication/PublicationRow'
import { StationRows } from '#features/station/StationRows'
import { kindNames } from '#text/publication/news'
import { publicationText as words } from '#text/publication/publication'
import { titles } from '#text/shared/titles'
import { LineButton } from '#ui/button/LineButton'
import { Choice } from '#ui/choice/Choice'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'

type Kind = PublicationKind | 'all'
const kinds = (['all', ...publicationKinds] as const).map((value) => ({
  value,
  title: value === 'all' ? words.all : kindNames[value],
}))
const atOnce = 10
/** A community has not more stations, so that those that are open stand first of all. */
const stationsAtOnce = 50

/** What stands written, for everybody: the latest first, by kind if one likes. */
export default function Publications() {
  const asked = useRouter().params.kind
  const [kind, setKind] = useState<Kind>(() => publicationKinds.find((each) => each === asked) ?? 'all')
  const [retired, setRetired] = useState(false)
  return (
    <Screen title={titles.publications}>
      <Choice label={words.which} options={kinds} chosen={kind} onChoose={setKind} />
      <Listed key={`${kind} ${retired}`} kind={kind} retired={retired} />
      <LineButton onPress={() => setRetired(!retired)}>{retired ? words.present : words.older}</LineButton>
    </Screen>
  )
}

function Listed({ kind, retired }: { kind: Kind; retired: boolean }) {
  const { paging, older, newer } = usePages(kind === 'station' ? stationsAtOnce : atOnce)
  const [read, refresh] = useRead(
    'publication.list',
    { ...(kind !== 'all' && { kind }), ...(retired && { when: 'retired' as const }), ...paging },
    { visitor: true },
  )
  const { title, text } = retired ? words.emptyRetired : kind === 'all' ? words.empty : words.emptyOf(kind)
  return (
    <StateView of={read} onRetry={refresh} empty={<Empty title={title} text={text} drawing='hill' />}>
      {({ items, nextCursor }) => (
        <Box className='stack'>
          {kind === 'station' && !retired ? (
            <StationRows stations={items} />
          ) : (
            items.map((publication) => (
              <PublicationRow key={publication.publicationId} publication={publication} />
            ))
          )}
          <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
        </Box>
      )}
    </StateView>
  )
}
