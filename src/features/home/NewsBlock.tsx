import type { PublicationNews } from '#contract/publication'
import { publicationDetail, routes } from '#routes'
import { kindNames, newsText as words } from '#text/publication/news'
import { dateWords } from '#text/shared/time'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ListRow, ListRows } from '#ui/show/Row'
import { SealChip } from '#ui/show/SealChip'

/** What stands written and is pinned, and the newest two; it shows nothing where there is none. */
export function NewsBlock({ publications }: { publications: readonly PublicationNews[] }) {
  if (publications.length === 0) return null
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.title}</Heading>
      <ListRows>
        {publications.map((publication) => (
          <NewsRow key={publication.publicationId} publication={publication} />
        ))}
        <ListRow icon='ledger' title={words.more} to={routes.publications} />
      </ListRows>
    </Box>
  )
}

function NewsRow({ publication }: { publication: PublicationNews }) {
  const { publicationId, kind, title, at, pinned, urgent } = publication
  const seal = urgent ? (
    <SealChip tone='needs'>{words.urgent}</SealChip>
  ) : pinned ? (
    <SealChip tone='going'>{words.pinned}</SealChip>
  ) : undefined
  return (
    <ListRow
      title={title}
      detail={`${kindNames[kind]} · ${dateWords(at)}`}
      {...(seal && { end: seal })}
      to={publicationDetail(publicationId)}
    />
  )
}
