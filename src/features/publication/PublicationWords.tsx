import type { ReactNode } from 'react'
import { useFileUrls } from '#cloud/picture/useFileUrls'
import type { PublicationContent, PublicationLink, StandardPromise } from '#contract/publication'
import type { FileId } from '#contract/shared/scalars'
import { activityDetail, requestDetail } from '#routes'
import { publicationText as words } from '#text/publication/publication'
import { openHoursWords, thingsWords } from '#text/publication/stationWords'
import { standardText as promiseWords } from '#text/standard/standard'
import { PictureStrip } from '#ui/picture/PictureStrip'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Heading } from '#ui/show/Heading'
import { Cell, ListRow, ListRows } from '#ui/show/Row'

export interface PublicationWordsProps {
  content: PublicationContent
  /** Stands under the title: since when, for whom. */
  note?: string | undefined
  /** What stands under a promise: how it was kept. */
  besidePromise?: ((promise: StandardPromise) => ReactNode) | undefined
}

/** What one edition says: first what one has to know, then the text, then how it is done. */
export function PublicationWords({ content, note, besidePromise }: PublicationWordsProps) {
  const { title, summary, body, fileIds = [], steps = [], links = [], promises = [] } = content
  return (
    <Box className='stack'>
      <Card title={title} edge='cinnabar'>
        {note && <Box className='soft'>{note}</Box>}
        {summary && <Box className='strong paragraph'>{summary}</Box>}
        <Facts content={content} />
        <Box className='paragraph'>{body}</Box>
        {fileIds.length > 0 && <Pictures fileIds={fileIds} />}
      </Card>
      {steps.length > 0 && (
        <Card title={words.steps}>
          {steps.map((step, index) => (
            <Box key={step}>{`${index + 1}. ${step}`}</Box>
          ))}
        </Card>
      )}
      {promises.map((promise) => (
        <PromiseCard key={promise.duty} promise={promise}>
          {besidePromise?.(promise)}
        </PromiseCard>
      ))}
      {links.length > 0 && <Links links={links} />}
    </Box>
  )
}

/** What is promised: what is done, by whom, how well and how soon. */
function PromiseCard({ promise, children }: { promise: StandardPromise; children: ReactNode }) {
  const { duty, who, standard, limit } = promise
  return (
    <Card title={duty}>
      <Box>
        <Cell name={promiseWords.who}>{who}</Cell>
        <Cell name={promiseWords.standard}>{standard}</Cell>
        <Cell name={promiseWords.limit}>{limit}</Cell>
      </Box>
      {children}
    </Card>
  )
}

/** For whom, where, when and for how long, each in a line of its own. */
function Facts({ content }: Pick<PublicationWordsProps, 'content'>) {
  const { concerns, place, hoursText, hours, things, takesText, phone } = content
  const facts = [
    { name: words.concerns, value: concerns },
    { name: words.place, value: place },
    { name: words.hoursText, value: hoursText },
    { name: words.hours, value: hours && openHoursWords(hours) },
    { name: words.things, value: things && thingsWords(things) },
    { name: words.takesText, value: takesText },
    { name: words.phone, value: phone },
  ].flatMap(({ name, value }) => (value ? [{ name, value }] : []))
  if (facts.length === 0) return null
  return (
    <Box>
      {facts.map(({ name, value }) => (
        <Cell key={name} name={name}>
          {value}
        </Cell>
      ))}
    </Box>
  )
}

function Pictures({ fileIds }: { fileIds: readonly FileId[] }) {
  return <PictureStrip pictures={useFileUrls(fileIds)} />
}

function Links({ links }: { links: readonly PublicationLink[] }) {
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.links}</Heading>
      <ListRows>
        {links.map((link) =>
          'activityId' in link ? (
            <ListRow
              key={link.activityId}
              icon='knot'
              title={words.aboutActivity}
              to={activityDetail(link.activityId)}
            />
          ) : (
            <ListRow
              key={link.requestId}
              icon='stamp'
              title={words.aboutRequest}
              to={requestDetail(link.requestId)}
            />
          ),
        )}
      </ListRows>
    </Box>
  )
}
