import { useRouter } from '@tarojs/taro'
import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import type { Grid } from '#contract/community'
import type { PublicationDetail, StandardPromise } from '#contract/publication'
import { idInScene } from '#contract/scene'
import { CampaignCourse } from '#features/campaign/CampaignCourse'
import { ApplyOffer, takesApplications } from '#features/guide/ApplyOffer'
import { BringList } from '#features/guide/BringList'
import { useMatterRead } from '#features/notice/useMatterRead'
import { PactPart } from '#features/pact/PactPart'
import { forwardedPublication } from '#features/publication/forwardedPublication'
import { PublicationWords } from '#features/publication/PublicationWords'
import { StaffSteps } from '#features/publication/StaffSteps'
import { PromiseFigures } from '#features/standard/PromiseFigures'
import { useMeasures } from '#features/standard/useMeasures'
import { StationHere, StationReport } from '#features/station/StationHere'
import { editionsOfPublication, posterAt, publicationDetail, routes, standardWall } from '#routes'
import { kindNames } from '#text/publication/news'
import { partWords, publicationText as words } from '#text/publication/publication'
import { titles } from '#text/shared/titles'
import { uiText } from '#text/shared/ui'
import { standardText } from '#text/standard/standard'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { PassOn } from '#ui/forward/PassOn'
import { useForward } from '#ui/forward/useForward'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { useBarTitle } from '#ui/page/useBarTitle'
import { useNews } from '#ui/page/useNews'
import { useWindowName } from '#ui/page/windowName'
import { HiddenCanvas } from '#ui/picture/HiddenCanvas'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

const prepared = '/packages/publication/forward.png'

/** One of what stands written, for everybody, in its present edition or in an older one. */
export default function PublicationPage() {
  const { id, scene, edition } = useRouter().params
  const publicationId = id ?? idInScene('publication', scene)
  const number = Number(edition)
  return (
    <Screen title={titles.publication}>
      {publicationId ? (
        <OpenPublication
          publicationId={publicationId}
          edition={Number.isInteger(number) ? number : undefined}
        />
      ) : (
        <NoPublication />
      )}
    </Screen>
  )
}

interface OpenPublicationProps {
  publicationId: string
  edition: number | undefined
}

function OpenPublication({ publicationId, edition }: OpenPublicationProps) {
  const asked = { publicationId, ...(edition !== undefined && { edition }) }
  const [read, refresh] = useRead('publication.get', asked, { visitor: true, offline: true })
  const [community] = useRead('community.get', {}, { visitor: true })
  const [news, tell] = useNews()
  const signedIn = useSignedIn()
  const shared = community.state === 'ready' ? community.data : undefined
  const publication = read.state === 'ready' ? read.data : undefined
  useMatterRead({ publicationId }, signedIn && publication !== undefined)
  const bring = publication?.content.bring ?? []
  useBarTitle(publication && kindNames[publication.kind])
  useWindowName(publication && uiText.about.publication(publication.title))
  useForward(prepared, publication && shared && forwardedPublication(publication, shared))
  if (read.state === 'failed' && (read.code === 'not_found' || read.code === 'invalid_input'))
    return <NoPublication />
  return (
    <>
      <StateView of={read} onRetry={refresh}>
        {(shown) => (
          <Box className='stack'>
            <Maybe>
              {news && <Banner tone={news.tone}>{news.text}</Banner>}
              {shown.newer !== undefined && <Banner tone='plain'>{words.olderOf(shown.edition)}</Banner>}
              {shown.state === 'retired' && (
                <Banner tone='plain'>{words.retired(shown.retiredReason)}</Banner>
              )}
            </Maybe>
            <Maybe>{isStation(shown) && <StationHere station={shown} course={{ refresh, tell }} />}</Maybe>
            <Written shown={shown} note={noteOf(shown, shared?.grids ?? [])} />
            <Maybe>
              {shown.kind === 'campaign' && shown.edition > 0 && shown.newer === undefined && (
                <CampaignCourse campaign={shown} />
              )}
            </Maybe>
            <Maybe>{isStation(shown) && <StationReport station={shown} />}</Maybe>
            <Maybe>
              {bring.length > 0 && <BringList publicationId={publicationId} things={bring} />}
              {takesApplications(shown) && <ApplyOffer guide={shown} />}
            </Maybe>
            <Maybe>
              {shown.changed && <Changed publication={shown} />}
              {shown.newer !== undefined && (
                <Button to={publicationDetail(publicationId)}>{words.toPresent}</Button>
              )}
            </Maybe>
            <Maybe>
              {shown.pact && (
                <PactPart
                  publication={shown}
                  pact={shown.pact}
                  course={{ refresh, tell }}
                  showing={(content) => <PublicationWords content={content} />}
                />
              )}
            </Maybe>
            <StaffSteps publication={shown} course={{ refresh, tell }} />
            <Maybe>
              {shown.edition > 0 && (
                <PassOn
                  path={publicationDetail(publicationId)}
                  pageAddress={shared?.pageAddress}
                  poster={posterAt('publication', publicationId)}
                />
              )}
              {shown.edition > 1 && (
                <LineButton to={editionsOfPublication(publicationId)}>{words.editions}</LineButton>
              )}
            </Maybe>
            <Button look='quiet' to={routes.publications}>
              {words.more}
            </Button>
          </Box>
        )}
      </StateView>
      <HiddenCanvas />
    </>
  )
}

interface WrittenProps {
  shown: PublicationDetail
  note: string
}

/** Its text; of a standard that holds, each promise with how it was kept. */
function Written({ shown, note }: WrittenProps) {
  const { kind, edition, newer } = shown
  return kind === 'standard' && edition > 0 && newer === undefined ? (
    <KeptStandard shown={shown} note={note} />
  ) : (
    <PublicationWords content={shown.content} note={note} />
  )
}

function KeptStandard({ shown, note }: WrittenProps) {
  const [figures] = useMeasures()
  const besidePromise = ({ measure }: StandardPromise) =>
    measure && figures.state === 'ready' && <PromiseFigures measure={measure} figures={figures.data} />
  return (
    <Box className='stack'>
      <PublicationWords content={shown.content} note={note} besidePromise={besidePromise} />
      <Box className='soft'>{standardText.source}</Box>
      <ListRows>
        <ListRow
          icon='info'
          title={standardText.wall}
          detail={standardText.wallDetail}
          to={standardWall(shown.publicationId)}
        />
      </ListRows>
    </Box>
  )
}

/** A station that one can go to, in its present edition. */
const isStation = ({ kind, state, newer }: PublicationDetail): boolean =>
  kind === 'station' && state === 'published' && newer === undefined

/** Since when it stands and until when, and for whom where not for everybody. */
function noteOf(
  { at, validTo, audience }: PublicationDetail,
  grids: readonly Pick<Grid, 'gridId' | 'name'>[],
) {
  const { gridIds = [] } = audience ?? {}
  const names = grids.filter(({ gridId }) => gridIds.includes(gridId)).map(({ name }) => name)
  const since = words.since({ at, ...(validTo !== undefined && { validTo }) })
  return names.length > 0 ? `${since} · ${words.forSome(names.join('、'))}` : since
}

/** What this edition changed. */
function Changed({ publication: { edition, changed = [] } }: { publication: PublicationDetail }) {
  return (
    <Box className='soft'>
      {`${words.changedIn(edition)}：${changed.map((part) => partWords[part]).join('、')}`}
    </Box>
  )
}

/** A link that is old or wrong. */
function NoPublication() {
  const { title, text, action } = words.none
  return (
    <Empty title={title} text={text} drawing='gate'>
      <Button to={routes.publications}>{action}</Button>
    </Empty>
  )
}
