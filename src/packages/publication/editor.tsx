import { useRouter } from '@tarojs/taro'
import { cloudNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import { type PublicationMoved, publicationKinds } from '#contract/publication'
import {
  draftOfPublication,
  emptyPublication,
  type PublicationDraft,
} from '#features/publication/edit/publicationDraft'
import { WritePublication } from '#features/publication/edit/WritePublication'
import { ForWriters } from '#features/publication/ForWriters'
import { publicationDetail, routes } from '#routes'
import { publicationRunText as words } from '#text/publication/writing'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { goInstead } from '#ui/go/go'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'

/** Writes what is to stand: something new, a draft, or a new edition of what stands. */
export default function PublicationEditor() {
  const { id = '', kind, category } = useRouter().params
  const known = publicationKinds.find((each) => each === kind)
  return (
    <Screen title={titles.publicationEditor}>
      <ForWriters>
        {id ? (
          <Change publicationId={id} />
        ) : (
          <Writer begin={emptyPublication(cloudNow(), known, category)} state='draft' />
        )}
      </ForWriters>
    </Screen>
  )
}

function Change({ publicationId }: { publicationId: string }) {
  const [read, refresh] = useRead('publication.get', { publicationId })
  return (
    <StateView of={read} onRetry={refresh}>
      {(publication) =>
        publication.steps.includes('edit') && !publication.proposed ? (
          <Writer begin={draftOfPublication(publication)} state={publication.state} />
        ) : (
          <Empty title={words.notNow.title} text={words.notNow.text}>
            <Button look='quiet' to={publicationDetail(publicationId)}>
              {words.notNow.action}
            </Button>
          </Empty>
        )
      }
    </StateView>
  )
}

interface WriterProps {
  begin: PublicationDraft
  state: 'draft' | 'published' | 'waiting' | 'retired'
}

function Writer({ begin, state }: WriterProps) {
  const [community, refresh] = useRead('community.get', {}, { visitor: true })
  const toIt = ({ publicationId }: PublicationMoved) => goInstead(publicationDetail(publicationId))
  return (
    <StateView of={community} onRetry={refresh}>
      {(shared) => (
        <WritePublication
          begin={begin}
          state={state}
          community={shared}
          onDone={toIt}
          onSaved={() => goInstead(routes.publicationBoard)}
        />
      )}
    </StateView>
  )
}
