import { useState } from 'react'
import { useFileUrls } from '#cloud/picture/useFileUrls'
import type { ActivityDetail } from '#contract/activity'
import { photoText as words } from '#text/activity/photo'
import { Button } from '#ui/button/Button'
import { PictureStrip } from '#ui/picture/PictureStrip'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'

/** One call to the cloud reads the address of one picture, so that a page does not begin with too many. */
const fewPhotos = 6

export interface ActivityPhotosProps {
  photos: ActivityDetail['photos']
  /** Whether the viewer is a verified resident. Others are only told that there are photos. */
  mayLook: boolean
}

/** Shows an activity's photos to residents only, since neighbours are on them. */
export function ActivityPhotos({ photos, mayLook }: ActivityPhotosProps) {
  const [all, setAll] = useState(false)
  const shown = mayLook ? photos.slice(0, all ? photos.length : fewPhotos) : []
  const pictures = useFileUrls(shown.map(({ fileId }) => fileId))
  const captions = [...new Set(shown.flatMap(({ caption }) => caption ?? []))]
  return (
    <Card title={words.title}>
      {mayLook ? (
        <PictureStrip pictures={pictures} label={words.title} />
      ) : (
        <Box>{words.forResidents(photos.length)}</Box>
      )}
      {captions.length > 0 && <Box>{captions.join('；')}</Box>}
      <Maybe>
        {mayLook && !all && photos.length > fewPhotos && (
          <Button look='quiet' onPress={() => setAll(true)}>
            {words.more(photos.length - fewPhotos)}
          </Button>
        )}
      </Maybe>
      {mayLook && <Box className='soft small'>{words.takeOff}</Box>}
    </Card>
  )
}
