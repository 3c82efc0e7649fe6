import { useState } from 'react'
import type { ActivityDetail } from '#contract/activity'
import { useFileUrls } from '../../cloud/useFileUrls'
import { photosText as words } from '../../text/afterActivity'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { PictureStrip } from '../../ui/PictureStrip'
import { Place } from '../../ui/Place'

/** Each picture is asked for by itself. */
const fewPhotos = 6

export interface ActivityPhotosProps {
  photos: ActivityDetail['photos']
  /** The viewer is a resident who is known; others are told that there are some. */
  mayLook: boolean
}

/** Pictures of an activity: neighbours are on them, so they are for residents. */
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
      <Place>
        {mayLook && !all && photos.length > fewPhotos && (
          <Button look='quiet' onPress={() => setAll(true)}>
            {words.more(photos.length - fewPhotos)}
          </Button>
        )}
      </Place>
      {mayLook && <Box className='soft small'>{words.takeOff}</Box>}
    </Card>
  )
}
