import type { PublicationCard } from '#contract/publication'
import { publicationDetail } from '#routes'
import { kindNames, newsText } from '#text/publication/news'
import { stateNames, publicationText as words } from '#text/publication/publication'
import { Pressable } from '#ui/button/Pressable'
import { Box } from '#ui/show/Box'
import { SealChip } from '#ui/show/SealChip'
import './PublicationRow.scss'

/** One of what stands written: what it is called, how it begins, of which kind it is and until when it holds. */
export function PublicationRow({ publication }: { publication: PublicationCard }) {
  const { publicationId, kind, state, title, lead } = publication
  const over = state === 'retired'
  return (
    <Pressable
      className={`publication-row ${over ? 'publication-row-over' : ''}`}
      to={publicationDetail(publicationId)}
    >
      <Box className='publication-row-head'>
        <Box className='publication-row-title'>{title}</Box>
        <PublicationSeal publication={publication} />
      </Box>
      <Box>{lead}</Box>
      <Box className='publication-row-foot'>{`${kindNames[kind]} · ${words.since(publication)}`}</Box>
    </Pressable>
  )
}

/** What of a publication is to be seen at once: that it is urgent, pinned, over, or not published yet. */
function PublicationSeal({ publication }: { publication: PublicationCard }) {
  const { state, urgent, pinnedUntil } = publication
  if (state === 'retired') return <SealChip tone='off'>{words.over}</SealChip>
  if (state !== 'published') return <SealChip tone='waits'>{stateNames[state]}</SealChip>
  if (urgent) return <SealChip tone='needs'>{newsText.urgent}</SealChip>
  return pinnedUntil === undefined ? null : <SealChip tone='going'>{newsText.pinned}</SealChip>
}
