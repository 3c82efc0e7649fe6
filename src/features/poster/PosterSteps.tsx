import { posterText as text } from '#text/poster/poster'
import { albumText } from '#text/shared/album'
import { Banner } from '#ui/page/Banner'
import { AlbumSteps } from '#ui/picture/AlbumSteps'
import { Box } from '#ui/show/Box'
import type { PosterSheetProps } from './PosterSheet'

export interface PosterStepsProps extends PosterSheetProps {
  /** The picture could not be drawn. */
  failed: boolean
}

/** The poster's picture, for the phone's album or to be looked at. */
export function PosterSteps({ drawn, failed }: PosterStepsProps) {
  if (failed) return <Banner tone='bad'>{albumText.failed}</Banner>
  if (!drawn) return null
  return (
    <Box className='stack-tight'>
      <AlbumSteps file={async () => drawn} words={text} />
      <Box className='soft small'>{text.onComputer}</Box>
    </Box>
  )
}
