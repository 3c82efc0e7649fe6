import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { useFileUrls } from '#cloud/picture/useFileUrls'
import { usePictures } from '#cloud/picture/usePictures'
import { type ActivityDetail, manyPhotos } from '#contract/activity'
import { photoEditorText as words } from '#text/activity/photo'
import { pictureText } from '#text/shared/picture'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { PicturesField } from '#ui/field/PicturesField'
import { TextField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { PictureStrip } from '#ui/picture/PictureStrip'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import './PhotosCard.scss'

export interface PhotosCardProps {
  activityId: string
  photos: ActivityDetail['photos']
  onChanged: () => Promise<void>
}

/** What stands on the activity's page, each to be taken off, and how to add to it. */
export function PhotosCard({ activityId, photos, onChanged }: PhotosCardProps) {
  const pictures = useFileUrls(photos.map(({ fileId }) => fileId))
  const remove = useCommand('activity.removePhoto')
  async function takeOff(fileId: string) {
    if (await remove.run({ activityId, fileId })) await onChanged()
  }
  return (
    <Card title={words.title(photos.length)}>
      <Box>{words.lead}</Box>
      <Maybe>
        {photos.length > 0 && (
          <Box>
            {photos.map(({ fileId, caption }, index) => (
              <Box key={fileId} className='photo-line'>
                <Box className='photo-picture'>
                  <PictureStrip pictures={pictures.slice(index, index + 1)} label={words.nth(index + 1)} />
                </Box>
                <Box className='photo-words'>{caption ?? ''}</Box>
                <LineButton label={words.removeNth(index + 1)} onPress={() => takeOff(fileId)}>
                  {words.remove}
                </LineButton>
              </Box>
            ))}
          </Box>
        )}
      </Maybe>
      <Maybe>{remove.failure && <Banner tone='bad'>{remove.failure.message}</Banner>}</Maybe>
      {photos.length < manyPhotos && (
        <AddPhotos key={photos.length} activityId={activityId} onChanged={onChanged} />
      )}
    </Card>
  )
}

function AddPhotos({ activityId, onChanged }: Omit<PhotosCardProps, 'photos'>) {
  const { held, tray } = usePictures(`activity:${activityId}`, { purpose: 'activity_photo' })
  const add = useCommand('activity.addPhotos')
  const caption = useRef('')
  const [fault, setFault] = useState<string>()

  async function press() {
    setFault(held.pictures.length === 0 ? words.missing : undefined)
    if (held.pictures.length === 0) return
    const said = caption.current.trim()
    const outcome = await tray.deliver(({ fileIds = [] }) =>
      add.attempt({ activityId, fileIds, ...(said && { caption: said }) }),
    )
    if (outcome === 'unsent') setFault(pictureText.notSent)
    if (typeof outcome !== 'object' || !outcome.ok) return
    tray.clear()
    await onChanged()
  }
  const wrong = fault ?? add.failure?.message
  return (
    <Box className='stack-tight'>
      <PicturesField label={words.field} hint={words.hint} held={held} />
      <TextField
        label={words.caption}
        hint={words.captionHint}
        optional
        maxLength={60}
        onText={(text) => {
          caption.current = text
        }}
      />
      <Maybe>{wrong && <Banner tone='bad'>{wrong}</Banner>}</Maybe>
      <Button look='pine' busy={add.busy} onPress={press}>
        {words.action}
      </Button>
    </Box>
  )
}
