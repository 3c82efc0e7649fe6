import type { PublicationNews } from '#contract/publication'
import { publicationDetail } from '#routes'
import { inboxText as words } from '#text/notice/inbox'
import { kindNames, newsText } from '#text/publication/news'
import { dateWords } from '#text/shared/time'
import { LineButton } from '#ui/button/LineButton'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ListRow, ListRows } from '#ui/show/Row'

export interface FreshNewsProps {
  news: readonly PublicationNews[]
  /** The person knows what was published up to then. */
  onKnown: (until: number) => void
}

/** What was published since the person last said that they know it. */
export function FreshNews({ news, onKnown }: FreshNewsProps) {
  const [latest] = news
  if (!latest) return null
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{newsText.title}</Heading>
      <ListRows>
        {news.map(({ publicationId, kind, title, at }) => (
          <ListRow
            key={publicationId}
            title={title}
            detail={`${kindNames[kind]} · ${dateWords(at)}`}
            to={publicationDetail(publicationId)}
          />
        ))}
      </ListRows>
      <LineButton onPress={() => onKnown(latest.at)}>{words.newsKnown}</LineButton>
    </Box>
  )
}
